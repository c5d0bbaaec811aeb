package virdi.ui.map.content;

import virdi.model.ResourceId;

/**
 * Identifies a client's card as long as it is on the map.
 *
 * @param name the client, or for a fold the common part of its members' names
 * @param does the streams that every member of a fold has, as text; empty for a single client
 */
public record CardKey(Side side, String name, String does) {
    public boolean isFold() {
        return !does.isEmpty();
    }

    /** Returns the key of the card's row for a resource. */
    public NodeKey row(ResourceId resource) {
        return new NodeKey(resource, side, NodeKey.Fold.CARD, name, does);
    }

    /** Returns the card that a row belongs to. */
    public static CardKey of(NodeKey row) {
        return new CardKey(row.side(), row.client(), row.name());
    }
}
