package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.ui.map.plane.Box;

/**
 * What a basin needs room for, and where its parts are within it.
 *
 * @param producers rows on the left
 * @param consumers rows on the right
 * @param quiet whether it may be shown in its small form
 * @param explained whether a sentence stands below its tank
 * @param pinned the form that the user chose; null for none
 */
public record BasinShape(
        ResourceId id,
        int producers,
        int consumers,
        boolean quiet,
        boolean explained,
        @Nullable Form pinned) {
    /** How much of a basin is shown. */
    public enum Form {
        /** Every row has its card. */
        FULL,
        /** A small tank, and each side as one pipe with a count. */
        COMPACT,
        /** The tank alone: its rows stand in the cards of clients. */
        OPEN
    }

    public static final double CARD_WIDTH = 196;
    public static final double CARD_HEIGHT = 42;
    static final double ROW_PITCH = 52;
    static final double PIPE_LENGTH = 128;
    static final double TANK_WIDTH = 104;
    static final double FULL_WIDTH = 2 * CARD_WIDTH + 2 * PIPE_LENGTH + TANK_WIDTH;
    static final double COMPACT_WIDTH = 300;
    static final double WHY_HEIGHT = 64;
    /** Room above a tank for its name and level, and below it for its state. */
    public static final double HEAD = 54;

    public static final double FOOT = 30;

    private static final double TANK_HEIGHT = 150;
    private static final double TANK_GROWTH_PER_ROW = 22;
    private static final double TANK_MOST = 300;
    private static final double COMPACT_TANK_WIDTH = 86;
    private static final double COMPACT_TANK_HEIGHT = 96;
    private static final double COUNT_WIDTH = 36;
    private static final double COUNT_HEIGHT = 26;
    private static final double WHY_WIDTH = 520;
    private static final double WHY_GAP = 8;

    /** Its form where nothing else matters. */
    Form wantedForm() {
        return pinned == null ? Form.FULL : pinned;
    }

    /** Its form in a column: the column's, unless the user chose another. */
    Form formIn(Arrangement.Column column) {
        return pinned == null ? column.form() : pinned;
    }

    static double width(Form form) {
        return form == Form.FULL ? FULL_WIDTH : COMPACT_WIDTH;
    }

    double height(Form form) {
        if (form == Form.COMPACT) {
            return HEAD + COMPACT_TANK_HEIGHT + FOOT;
        }
        double above = Math.max(HEAD + tankHeight() / 2, rowsHeight() / 2 + 4);
        double below = Math.max(tankHeight() / 2 + FOOT, rowsHeight() / 2 + 4);
        return above + below + (explained ? WHY_GAP + WHY_HEIGHT : 0);
    }

    /** Where its parts are when its upper left corner is at a place. */
    Placement place(Form form, double x, double y) {
        Box bounds = new Box(x, y, width(form), height(form));
        if (form == Form.COMPACT) {
            return compact(bounds);
        }
        double middle = y + Math.max(HEAD + tankHeight() / 2, rowsHeight() / 2 + 4);
        Box tank = new Box(x + CARD_WIDTH + PIPE_LENGTH, middle - tankHeight() / 2, TANK_WIDTH, tankHeight());
        Box why = explained
                ? new Box(bounds.centreX() - WHY_WIDTH / 2, bounds.bottom() - WHY_HEIGHT, WHY_WIDTH, WHY_HEIGHT)
                : null;
        return new Placement(
                form,
                bounds,
                tank,
                tank,
                cards(x, middle, producers),
                cards(tank.right() + PIPE_LENGTH, middle, consumers),
                why);
    }

    private static Placement compact(Box bounds) {
        Box tank = new Box(
                bounds.centreX() - COMPACT_TANK_WIDTH / 2, bounds.y() + HEAD, COMPACT_TANK_WIDTH, COMPACT_TANK_HEIGHT);
        double countY = tank.centreY() - COUNT_HEIGHT / 2;
        return new Placement(
                Form.COMPACT,
                bounds,
                tank,
                tank,
                List.of(new Box(bounds.x(), countY, COUNT_WIDTH, COUNT_HEIGHT)),
                List.of(new Box(bounds.right() - COUNT_WIDTH, countY, COUNT_WIDTH, COUNT_HEIGHT)),
                null);
    }

    private static List<Box> cards(double x, double middle, int rows) {
        List<Box> cards = new ArrayList<>(rows);
        double top = middle - ((rows - 1) * ROW_PITCH + CARD_HEIGHT) / 2;
        for (int row = 0; row < rows; row++) {
            cards.add(new Box(x, top + row * ROW_PITCH, CARD_WIDTH, CARD_HEIGHT));
        }
        return cards;
    }

    private double tankHeight() {
        return Math.min(TANK_MOST, TANK_HEIGHT + Math.max(0, rows() - 3) * TANK_GROWTH_PER_ROW);
    }

    private double rowsHeight() {
        return rows() == 0 ? 0 : (rows() - 1) * ROW_PITCH + CARD_HEIGHT;
    }

    private int rows() {
        return Math.max(producers, consumers);
    }
}
