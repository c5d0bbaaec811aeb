package virdi.ui.map.content;

import virdi.model.ResourceId;

/**
 * NodeNames a node for as long as it is on the map, whatever state it is in, so that it can be found again in the next
 * frame.
 *
 * @param fold what the node stands for
 * @param client whose; empty where it stands for several clients
 * @param name the consumer, or what the names of the folded ones have in common
 */
public record NodeKey(ResourceId resource, Side side, Fold fold, String client, String name) {
    /** What a node stands for. Up to the whole side of a basin they are ordered: each step folds more. */
    public enum Fold {
        /** One consumer, or one client's production with its offers. */
        NONE,
        /** Those of one client whose names differ only in a number: "wire ×24". */
        LIKE,
        /** All of one client. */
        CLIENT,
        /** Those of any client whose names differ only in a number. */
        KIN,
        /** All of the side. */
        SIDE,
        /** What one client, or several alike, make or take of the resource: a row of their card. */
        CARD
    }
}
