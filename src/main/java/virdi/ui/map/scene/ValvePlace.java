package virdi.ui.map.scene;

import org.jspecify.annotations.Nullable;
import virdi.ui.map.content.MapElement;

/**
 * The present place of a node's valve, in pixels of the view. It is in the middle of the pipe and never too small for
 * the pointer. Immutable; any thread.
 *
 * @param x x of its centre
 * @param y y of its centre
 * @param radius radius of its disc
 */
public record ValvePlace(double x, double y, double radius) {
    /** Radius of the disc in map units. */
    public static final double RADIUS = 13;

    /** Distance from the centre of the disc to the end of the handle, in radii. */
    public static final double HANDLE = 1.5;

    /** Smallest radius in pixels, so that the user can still grasp the valve. */
    private static final double LEAST_PIXELS = 9;

    /** Returns the place of an element's valve; null for a tank, and when the element is gone. */
    public static @Nullable ValvePlace of(MapViewModel map, MapElement element) {
        BasinPicture basin = element.basin() == null ? null : map.basin(element.basin());
        NodePicture node = map.node(element);
        if (basin == null || node == null) {
            return null;
        }
        Pipe pipe = Pipe.of(node, basin.tank());
        Camera camera = map.camera();
        return new ValvePlace(
                camera.toScreenX(pipe.x(0.5)),
                camera.toScreenY(pipe.y(0.5)),
                Math.max(LEAST_PIXELS, RADIUS * camera.zoom()));
    }

    /** Returns whether a point is on the disc or its handle, or at most {@code reach} pixels beside them. */
    public boolean isAt(double pointX, double pointY, double reach) {
        return Math.hypot(pointX - x, pointY - y) <= radius + reach
                || Math.abs(pointX - x) <= radius && pointY < y && pointY >= y - radius * HANDLE - reach;
    }
}
