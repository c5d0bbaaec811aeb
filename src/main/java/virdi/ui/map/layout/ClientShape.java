package virdi.ui.map.layout;

import java.util.List;
import virdi.model.ResourceId;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.plane.Box;

/**
 * What a client's card needs room for.
 *
 * @param tanks the resource of each row
 */
public record ClientShape(CardKey key, List<ResourceId> tanks) {
    static final double WIDTH = BasinShape.CARD_WIDTH;
    public static final double HEAD = 42;
    static final double ROW = 21;
    private static final double FOOT = 5;
    /** Of a card with one row. */
    public static final double LEAST_HEIGHT = HEAD + ROW + FOOT;

    double height() {
        return HEAD + tanks.size() * ROW + FOOT;
    }

    /** Where a row is in a card. */
    static Box row(Box card, int row) {
        return new Box(card.x(), card.y() + HEAD + row * ROW, card.width(), ROW);
    }
}
