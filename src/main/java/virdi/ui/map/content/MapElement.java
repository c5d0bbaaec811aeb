package virdi.ui.map.content;

import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;

/**
 * An element: something on the map one can point at. It is a tank, a node with its pipe, or a client's card. Immutable;
 * any thread.
 *
 * @param basin the resource of the tank or node; null for a card
 * @param node a producer or consumer with its pipe; null for a tank or a card
 * @param card a client's card; null for others
 */
public record MapElement(
        @Nullable ResourceId basin,
        @Nullable NodeKey node,
        @Nullable CardKey card) {
    /** Returns the card itself, or the card that this row belongs to; null for other elements. */
    public @Nullable CardKey cardKey() {
        return node != null && node.fold() == NodeKey.Fold.CARD ? CardKey.of(node) : card;
    }
}
