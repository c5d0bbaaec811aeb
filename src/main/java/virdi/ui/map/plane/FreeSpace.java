package virdi.ui.map.plane;

import java.util.List;

/**
 * Where a panel covers least of what matters, and rather near than far. In pixels of the view; knows no scene.
 *
 * <p>It looks at every place of a grid: panels are laid out once for a gesture, over some hundred things at most.
 */
public final class FreeSpace {
    private static final double STEP = 12;
    private static final double MARGIN = 8;
    /** To be so many pixels farther away is as bad as to cover one pixel of something that weighs 1. */
    private static final double PIXELS_AWAY = 0.6;

    /**
     * Something that should not be covered.
     *
     * @param weight how bad each pixel of it would be
     */
    public record Thing(Box box, double weight) {}

    private FreeSpace() {}

    /**
     * The place for a panel.
     *
     * @param nearX what it should be near to
     * @param nearY what it should be near to
     * @param viewWidth of the view, which it does not leave unless that is smaller
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

    /** How bad it would be to cover what is in a rectangle. */
    public static double covered(Box box, List<Thing> things) {
        double cost = 0;
        for (Thing thing : things) {
            cost += thing.weight() * shared(box, thing.box());
        }
        return cost;
    }

    /** How much of two rectangles is the same. */
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
