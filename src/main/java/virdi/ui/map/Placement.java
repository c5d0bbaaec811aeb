package virdi.ui.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of one basin are.
 *
 * @param bounds all of it, names and words included
 * @param mouth from where pipes come in to where they go out: the tank, or all of the layer that it stands in
 * @param producers a box per row, upper to lower, from the card's left to where its pipe begins
 * @param consumers a box per row, upper to lower, from where its pipe ends to the card's right
 * @param why the room for a sentence below the tank; null when none is due
 */
record Placement(
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

    /** At which height a row's pipe meets the tank. The order of the rows is kept, so pipes never cross. */
    static double portY(Box tank, int row, int rows) {
        if (rows <= 1) {
            return tank.centreY();
        }
        double pitch = Math.min(PORT_PITCH, (tank.height() - 2 * PORT_MARGIN) / (rows - 1));
        return tank.centreY() + (row - (rows - 1) / 2.0) * pitch;
    }
}
