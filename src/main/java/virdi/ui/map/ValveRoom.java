package virdi.ui.map;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the words about a held valve stand: beside what they are about, but over none of it. FX thread only.
 *
 * <p>The place is kept for as long as the same valve is held and nothing moves, whatever it is set to: words must not
 * jump about under a hand.
 */
final class ValveRoom {
    /** The way of the hand, with scale and number. */
    private static final double HAND = 9;

    /** What a place was looked for, and for how large a view. */
    private record Sought(MapElement element, ValvePlace place, double width, double height) {}

    private @Nullable Sought sought;
    private Box found = new Box(0, 0, 0, 0);

    /**
     * The room for a panel.
     *
     * @param way of the hand with all that goes along with it, in pixels
     * @param overlaid what lies over the view already; null when nothing does
     */
    Box of(
            MapViewModel map,
            MapElement element,
            ValvePlace place,
            Box way,
            Box panel,
            double width,
            double height,
            @Nullable Box overlaid) {
        Sought now = new Sought(element, place, width, height);
        if (!now.equals(sought)) {
            sought = now;
            List<FreeSpace.Thing> things = Obstacles.around(map, element);
            things.add(new FreeSpace.Thing(way, HAND));
            if (overlaid != null) {
                things.add(new FreeSpace.Thing(overlaid, HAND));
            }
            found = FreeSpace.of(panel.width(), panel.height(), place.x(), place.y(), width, height, things);
        }
        return found;
    }

    /** Nothing is held any more. */
    void forget() {
        sought = null;
    }
}
