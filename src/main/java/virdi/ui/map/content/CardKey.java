package virdi.ui.map.content;

import virdi.model.ResourceId;

/**
 * NodeNames a client's card for as long as it is on the map.
 *
 * @param name the client; what the names of the folded ones have in common
 * @param does what all of a fold's members do; empty for a single client
 */
public record CardKey(Side side, String name, String does) {
    public boolean isFold() {
        return !does.isEmpty();
    }

    /** The card's row for a resource. */
    public NodeKey row(ResourceId resource) {
        return new NodeKey(resource, side, NodeKey.Fold.CARD, name, does);
    }

    /** The card that a row belongs to. */
    public static CardKey of(NodeKey row) {
        return new CardKey(row.side(), row.client(), row.name());
    }
}
