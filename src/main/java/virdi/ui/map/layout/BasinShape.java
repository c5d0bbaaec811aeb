package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.ui.map.plane.Box;

/**
 * The size of a basin, and the places of its parts within it. Immutable; any thread.
 *
 * @param producers number of rows on the left
 * @param consumers number of rows on the right
 * @param quiet whether the layout may show the compact form
 * @param explained whether there is a sentence below the tank
 * @param pinned the form that the user chose; null for none
 */
public record BasinShape(
        ResourceId id,
        int producers,
        int consumers,
        boolean quiet,
        boolean explained,
        @Nullable Form pinned) {
    /** How much of a basin the map shows. */
    public enum Form {
        /** Every row has its own card. */
        FULL,
        /** A small tank, and one pipe with a count on each side. */
        COMPACT,
        /** Only the tank. Its rows are on the clients' cards. */
        OPEN
    }

    /** Width of a card in map units: enough for a usual name and its state. */
    public static final double CARD_WIDTH = 196;

    public static final double CARD_HEIGHT = 42;
    /** Map units from the top of one card to the top of the next. */
    static final double ROW_PITCH = 52;

    static final double PIPE_LENGTH = 128;
    static final double TANK_WIDTH = 104;
    static final double FULL_WIDTH = 2 * CARD_WIDTH + 2 * PIPE_LENGTH + TANK_WIDTH;
    static final double COMPACT_WIDTH = 300;
    static final double WHY_HEIGHT = 64;
    /** Map units above a tank for its name and level. {@link #FOOT} is the room below it for its state. */
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

    /** Returns the form that the basin has when there is room. */
    Form wantedForm() {
        return pinned == null ? Form.FULL : pinned;
    }

    /** Returns the form in a column: the user's choice if there is one, else the column's form. */
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

    /** Returns the places of its parts when its upper left corner is at (x, y). */
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
