package virdi.ui.map.content;

import virdi.model.ResourceId;

/**
 * Identifies a node as long as it is on the map. It does not depend on the node's state, so the next frame finds the
 * same node.
 *
 * @param fold how much the node combines
 * @param client the client; empty when the node combines several clients
 * @param name the consumer, or for a fold the common part of its members' names
 */
public record NodeKey(ResourceId resource, Side side, Fold fold, String client, String name) {
    /**
     * How much a node combines. Up to {@link #SIDE} the values are ordered: each one folds more than the one before.
     */
    public enum Fold {
        /** One consumer, or the production and offers of one client. */
        NONE,
        /** Streams of one client with names that differ only in a number: "wire ×24". */
        LIKE,
        /** All streams of one client. */
        CLIENT,
        /** Streams of any client with names that differ only in a number. */
        KIN,
        /** The whole side of a basin. */
        SIDE,
        /** A row of a client's card: all that the card's clients produce or consume of the resource. */
        CARD
    }
}
