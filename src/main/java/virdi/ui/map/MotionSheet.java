package virdi.ui.map;

import java.util.List;
import javafx.scene.canvas.Canvas;
import virdi.ui.kit.CanvasPen;
import virdi.ui.kit.Pen;

/**
 * What moves in one basin: its liquid, the dots of its pipes, the consumers' buffers, and under them the pipes that are
 * hovered or selected. FX thread only. It is as large as that and no larger, since each pixel of it is blended with
 * what is below; and between two steps of the dots it moves as a whole.
 */
final class MotionSheet {
    private final Sheet sheet = new Sheet();
    private final Pen pen = new CanvasPen(sheet.graphics());
    private long shape;

    Canvas canvas() {
        return sheet.canvas();
    }

    /**
     * Brings it up to date.
     *
     * @param anew whether it is drawn even where it could be moved
     */
    void paint(BasinPicture basin, Outlook outlook, PathLight light, boolean anew, long nanos) {
        boolean reshaped = shape != basin.shape();
        shape = basin.shape();
        sheet.anchor(basin.tank().x(), basin.tank().y());
        List<Box> missing = sheet.follow(outlook.camera(), basin.moving(), false);
        if (!sheet.canvas().isVisible() || !anew && !reshaped && missing.isEmpty()) {
            return;
        }
        Easel easel = outlook.easel(pen);
        Box open = sheet.open(sheet.drawn());
        sheet.wipe(open);
        light.paint(easel, basin);
        draw(easel, basin, open, true, nanos);
        sheet.close();
    }

    /**
     * Draws what moves of a basin in a part of the plane at a time.
     *
     * @param dotted whether there is room for the dots of pipes that cross others
     */
    static void draw(Easel easel, BasinPicture basin, Box part, boolean dotted, long nanos) {
        if (!basin.bounds().overlaps(part)) {
            return;
        }
        TankPainter.liquid(easel, basin, nanos);
        basin.forEachNode(node -> {
            boolean seen = node.isRow()
                    ? dotted && Pipe.of(node, basin.tank()).crosses(part)
                    : node.touches(part, basin.tank());
            if (seen) {
                PipePainter.dots(easel, node, basin.tank(), part, nanos);
            }
            if (seen && !node.isRow() && !basin.isCompact()) {
                NodePainter.gauge(easel, node);
            }
        });
    }
}
