package virdi.ui.map.layout;

import java.util.List;
import virdi.model.ResourceId;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.plane.Box;

/**
 * The size of a client's card. Immutable; any thread.
 *
 * @param tanks the resource of each row
 */
public record ClientShape(CardKey key, List<ResourceId> tanks) {
    static final double WIDTH = BasinShape.CARD_WIDTH;
    /** Map units above the rows, for the client's name and state. */
    public static final double HEAD = 42;

    static final double ROW = 21;
    private static final double FOOT = 5;
    /** Height of a card with one row, in map units. */
    public static final double LEAST_HEIGHT = HEAD + ROW + FOOT;

    double height() {
        return HEAD + tanks.size() * ROW + FOOT;
    }

    /** Returns the box of a row within a card. */
    static Box row(Box card, int row) {
        return new Box(card.x(), card.y() + HEAD + row * ROW, card.width(), ROW);
    }
}
