package virdi.ui.map.scene;

import java.util.Optional;
import virdi.ui.map.plane.Box;

/**
 * Where the parts of the plane stand on the small picture of all of it.
 *
 * @param whole what the small picture shows, in map units
 * @param box its ground on the screen, in pixels of the view
 * @param scale pixels per map unit
 */
public record Minimap(Box whole, Box box, double scale) {
    private static final double MOST_WIDTH = 196;
    private static final double MOST_HEIGHT = 132;
    /** In a smaller view it would hide too much. */
    private static final double LEAST_VIEW = 420;
    /** From the view's edges, and around the picture within. */
    private static final double MARGIN = 14;

    private static final double PADDING = 8;
    /** A sliver out of view is no reason for a map of the map. */
    private static final double SLACK = 0.02;

    /** The small picture that a view needs; empty when all is in view. */
    public static Optional<Minimap> of(Box extent, Box visible, double width, double height) {
        double slackX = SLACK * extent.width();
        double slackY = SLACK * extent.height();
        boolean allInView = visible.x() <= extent.x() + slackX
                && visible.y() <= extent.y() + slackY
                && visible.right() >= extent.right() - slackX
                && visible.bottom() >= extent.bottom() - slackY;
        if (allInView || width < LEAST_VIEW || height < LEAST_VIEW) {
            return Optional.empty();
        }
        double scale =
                Math.min((MOST_WIDTH - 2 * PADDING) / extent.width(), (MOST_HEIGHT - 2 * PADDING) / extent.height());
        double wide = Math.ceil(extent.width() * scale + 2 * PADDING);
        double high = Math.ceil(extent.height() * scale + 2 * PADDING);
        Box box = new Box(Math.floor(width - MARGIN - wide), Math.floor(height - MARGIN - high), wide, high);
        return Optional.of(new Minimap(extent, box, scale));
    }

    /** Where a part of the plane stands, from the small picture's own corner. */
    public Box place(Box plane) {
        return new Box(
                PADDING + (plane.x() - whole.x()) * scale,
                PADDING + (plane.y() - whole.y()) * scale,
                plane.width() * scale,
                plane.height() * scale);
    }

    public double planeX(double x) {
        return whole.x() + (x - PADDING) / scale;
    }

    public double planeY(double y) {
        return whole.y() + (y - PADDING) / scale;
    }

    /** The part of a box that lies on it. */
    public Box clipped(Box part) {
        double left = Math.clamp(part.x(), 1, box.width() - 1);
        double top = Math.clamp(part.y(), 1, box.height() - 1);
        return new Box(
                left,
                top,
                Math.clamp(part.right(), 1, box.width() - 1) - left,
                Math.clamp(part.bottom(), 1, box.height() - 1) - top);
    }
}
