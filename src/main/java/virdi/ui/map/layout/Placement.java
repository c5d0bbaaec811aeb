package virdi.ui.map.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.ui.map.plane.Box;

/**
 * The places of one basin's parts. Immutable; any thread.
 *
 * @param bounds the whole basin, including names and text
 * @param mouth the box between the ends of incoming pipes and the starts of outgoing pipes: the tank, or its whole
 *     layer
 * @param producers one box per row from top to bottom, from the left edge of the card to the start of its pipe
 * @param consumers one box per row from top to bottom, from the end of its pipe to the right edge of the card
 * @param why room for a sentence below the tank; null for none
 */
public record Placement(
        BasinShape.Form form,
        Box bounds,
        Box tank,
        Box mouth,
        List<Box> producers,
        List<Box> consumers,
        @Nullable Box why) {
    /** Largest distance between two pipes at a tank, in map units. */
    private static final double PORT_PITCH = 44;

    /** Smallest distance of a pipe from the top and bottom of its tank, in map units. */
    private static final double PORT_MARGIN = 16;

    /**
     * Returns this placement with its upper left corner at (x, y), moved down as little as possible so that it overlaps
     * nothing.
     */
    Placement beside(List<Box> taken, double x, double y) {
        Box free = bounds.movedBy(x - bounds.x(), y - bounds.y());
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Box box : taken) {
                if (box.overlaps(free)) {
                    free = new Box(free.x(), box.bottom(), free.width(), free.height());
                    moved = true;
                }
            }
        }
        return movedBy(free.x() - bounds.x(), free.y() - bounds.y());
    }

    private Placement movedBy(double dx, double dy) {
        return new Placement(
                form,
                bounds.movedBy(dx, dy),
                tank.movedBy(dx, dy),
                mouth.movedBy(dx, dy),
                producers.stream().map(box -> box.movedBy(dx, dy)).toList(),
                consumers.stream().map(box -> box.movedBy(dx, dy)).toList(),
                why == null ? null : why.movedBy(dx, dy));
    }

    /**
     * Returns the height at which a row's pipe meets the tank. Pipes keep the order of their rows, so they do not
     * cross.
     */
    public static double portY(Box tank, int row, int rows) {
        if (rows <= 1) {
            return tank.centreY();
        }
        double pitch = Math.min(PORT_PITCH, (tank.height() - 2 * PORT_MARGIN) / (rows - 1));
        return tank.centreY() + (row - (rows - 1) / 2.0) * pitch;
    }
}
