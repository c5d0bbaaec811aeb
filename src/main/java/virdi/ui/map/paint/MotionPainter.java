package virdi.ui.map.paint;

import java.util.ArrayList;
import java.util.List;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.Pipe;

/** Draws what moves: liquids, the levels of buffers, and dots. FX thread only. */
public final class MotionPainter {
    /** Dots on crossing pipes cannot be told apart where each has less room than that, in square pixels. */
    private static final double ROOM = 2_000;
    /** From that thinning on dots become fewer still, until there are none: a cloud of them says nothing of any pipe. */
    private static final double CLOUDED = 2;

    private MotionPainter() {}

    /**
     * Draws a part of the plane at a time.
     *
     * @param thinning see {@link #thinning}
     * @param nanos the time of what flows
     */
    public static void draw(PaintContext context, MapViewModel model, Box part, double thinning, long nanos) {
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(part)) {
                levels(context, basin, part, nanos);
                dots(context, basin, part, thinning, nanos);
            }
        }
    }

    private static void levels(PaintContext context, BasinPicture basin, Box part, long nanos) {
        if (basin.tankReach().overlaps(part)) {
            TankPainter.liquid(context, basin, nanos);
        }
        if (!basin.isCompact()) {
            basin.forEachNode(node -> {
                if (!node.isRow() && node.box().overlaps(part)) {
                    NodePainter.gauge(context, node);
                }
            });
        }
    }

    private static void dots(PaintContext context, BasinPicture basin, Box part, double thinning, long nanos) {
        Box tank = basin.tank();
        basin.forEachNode(node -> {
            if (!node.isRow()) {
                if (node.touches(part, tank)) {
                    PipePainter.dots(context, node, tank, part, 0, nanos);
                }
            } else if (thinning < DotPattern.NONE_LEFT
                    && node.isFound()
                    && Pipe.of(node, tank).crosses(part)) {
                PipePainter.dots(context, node, tank, part, thinning, nanos);
            }
        });
    }

    /**
     * By how much dots on crossing pipes are less dense than their rates would have it in a part of the plane. While
     * something is searched for or traced, only pipes that are found have dots, and room for them.
     */
    public static double thinning(MapViewModel model, Box part, double zoom) {
        double dots = 0;
        for (BasinPicture basin : model.basins()) {
            List<NodePicture> rows = new ArrayList<>();
            basin.forEachNode(rows::add);
            for (NodePicture node : rows) {
                if (node.isRow() && node.isFound()) {
                    Pipe pipe = Pipe.of(node, basin.tank());
                    if (pipe.crosses(part)) {
                        dots += DotPattern.count(PipePainter.density(node.node()), pipe.lengthWithin(part));
                    }
                }
            }
        }
        double room = part.width() * zoom * part.height() * zoom;
        double fewer = Math.max(0, Math.log(dots * ROOM / room) / Math.log(2));
        return fewer + Math.pow(Math.max(0, fewer - CLOUDED), 2);
    }
}
