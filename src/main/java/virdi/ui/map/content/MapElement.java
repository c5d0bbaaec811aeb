package virdi.ui.map.content;

import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;

/**
 * Something on the map that can be pointed at: a tank, a node with its pipe, or the card of a client.
 *
 * @param basin whose tank or node; null for a card
 * @param node a producer or consumer with its pipe; null for the tank itself and for a card
 * @param card a client's card; null for others
 */
public record MapElement(
        @Nullable ResourceId basin,
        @Nullable NodeKey node,
        @Nullable CardKey card) {
    /** The card, or the one whose row it is; null for others. */
    public @Nullable CardKey cardKey() {
        return node != null && node.fold() == NodeKey.Fold.CARD ? CardKey.of(node) : card;
    }
}
