package virdi.ui.map.scene;

import org.jspecify.annotations.Nullable;
import virdi.ui.map.content.MapElement;

/**
 * Where the valve of a node is now, in pixels of the view: in the middle of its pipe, and never too small to be grasped.
 *
 * @param x its centre
 * @param y its centre
 * @param radius of its disc
 */
public record ValvePlace(double x, double y, double radius) {
    /** Of its disc, in map units. */
    public static final double RADIUS = 13;

    /** The handle stands so far out of the disc, in radii. */
    public static final double HANDLE = 1.5;

    private static final double LEAST_PIXELS = 9;

    /** Null for a tank, and for what is gone. */
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

    /** Whether a point is on the disc, on its handle or a little beside. */
    public boolean isAt(double pointX, double pointY, double reach) {
        return Math.hypot(pointX - x, pointY - y) <= radius + reach
                || Math.abs(pointX - x) <= radius && pointY < y && pointY >= y - radius * HANDLE - reach;
    }
}
