package virdi.ui.map.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.ui.map.plane.Box;

/**
 * Where the parts of one basin are.
 *
 * @param bounds all of it, names and words included
 * @param mouth from where pipes come in to where they go out: the tank, or all of the layer that it stands in
 * @param producers a box per row, upper to lower, from the card's left to where its pipe begins
 * @param consumers a box per row, upper to lower, from where its pipe ends to the card's right
 * @param why the room for a sentence below the tank; null when none is due
 */
public record Placement(
        BasinShape.Form form,
        Box bounds,
        Box tank,
        Box mouth,
        List<Box> producers,
        List<Box> consumers,
        @Nullable Box why) {
    /** How far apart pipes meet their tank at most. */
    private static final double PORT_PITCH = 44;

    private static final double PORT_MARGIN = 16;

    /** The same, its upper left corner at a point, or as little below as it takes to lie on nothing that is taken. */
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

    /** At which height a row's pipe meets the tank. The order of the rows is kept, so pipes never cross. */
    public static double portY(Box tank, int row, int rows) {
        if (rows <= 1) {
            return tank.centreY();
        }
        double pitch = Math.min(PORT_PITCH, (tank.height() - 2 * PORT_MARGIN) / (rows - 1));
        return tank.centreY() + (row - (rows - 1) / 2.0) * pitch;
    }
}
