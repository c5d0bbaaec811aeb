package virdi.ui.map.plane;

import java.util.List;

/**
 * Finds the place where a panel covers the least important part of the view and is close to its target. All values are
 * pixels of the view. Stateless; any thread.
 *
 * <p>It tries every place of a grid. This is fast enough because a panel is placed once per gesture, over a few hundred
 * things at most.
 */
public final class FreeSpace {
    /** Pixels between two places of the grid. */
    private static final double STEP = 12;
    /** Pixels between the panel and the edge of the view. */
    private static final double MARGIN = 8;
    /** Pixels of distance that cost as much as one covered pixel of weight 1. */
    private static final double PIXELS_AWAY = 0.6;

    /**
     * Something that the panel should not cover.
     *
     * @param weight cost of each covered pixel
     */
    public record Thing(Box box, double weight) {}

    private FreeSpace() {}

    /**
     * Returns the best place for a panel.
     *
     * @param nearX x of the point that the panel should be close to
     * @param nearY y of the point that the panel should be close to
     * @param viewWidth width of the view; the panel stays inside unless the view is smaller than the panel
     */
    public static Box of(
            double width,
            double height,
            double nearX,
            double nearY,
            double viewWidth,
            double viewHeight,
            List<Thing> things) {
        Box best = new Box(MARGIN, MARGIN, width, height);
        double least = Double.MAX_VALUE;
        for (double y = MARGIN; y == MARGIN || y <= viewHeight - MARGIN - height; y += STEP) {
            for (double x = MARGIN; x == MARGIN || x <= viewWidth - MARGIN - width; x += STEP) {
                Box box = new Box(x, y, width, height);
                double cost = away(box, nearX, nearY) / PIXELS_AWAY + covered(box, things);
                if (cost < least) {
                    least = cost;
                    best = box;
                }
            }
        }
        return best;
    }

    /** Returns the cost of covering everything in a rectangle. */
    public static double covered(Box box, List<Thing> things) {
        double cost = 0;
        for (Thing thing : things) {
            cost += thing.weight() * shared(box, thing.box());
        }
        return cost;
    }

    /** Returns the area that two rectangles share, in square pixels. */
    public static double shared(Box one, Box other) {
        double wide = Math.min(one.right(), other.right()) - Math.max(one.x(), other.x());
        double high = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
        return wide <= 0 || high <= 0 ? 0 : wide * high;
    }

    private static double away(Box box, double x, double y) {
        double dx = x - Math.clamp(x, box.x(), box.right());
        double dy = y - Math.clamp(y, box.y(), box.bottom());
        return Math.hypot(dx, dy);
    }
}
