package virdi.ui.map.scene;

import java.util.Optional;
import virdi.ui.map.plane.Box;

/**
 * The minimap: a small picture of the whole plane in a corner of the view. Immutable; any thread.
 *
 * @param whole the part of the plane that it shows, in map units
 * @param box its place in the view, in pixels
 * @param scale pixels per map unit
 */
public record Minimap(Box whole, Box box, double scale) {
    /** Largest width in pixels, so that it covers little of the map. */
    private static final double MOST_WIDTH = 196;
    /** Largest height in pixels, so that it covers little of the map. */
    private static final double MOST_HEIGHT = 132;
    /** Smallest width and height in pixels of a view with a minimap. In a smaller view it would cover too much. */
    private static final double LEAST_VIEW = 420;
    /** Pixels to the edges of the view. {@link #PADDING} is the space inside its own edges. */
    private static final double MARGIN = 14;

    private static final double PADDING = 8;
    /** Share of the picture that may be outside the view without a minimap, because the user misses nothing there. */
    private static final double SLACK = 0.02;

    /** Returns the minimap for a view; empty when everything is visible. */
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

    /** Returns the place of a part of the plane, from the upper left corner of the minimap. */
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

    /** Returns the part of a box that lies on the minimap. */
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
