package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the words about a held valve stand: beside what they are about, but over none of it. FX thread only.
 *
 * <p>The place is kept for as long as the same valve is held and nothing moves, whatever it is set to: words must not
 * jump about under a hand.
 */
final class ValveRoom {
    /** Names and levels above a tank, in map units. */
    private static final double ABOVE_TANK = 42;
    /** What is told of its state below a tank, in map units. */
    private static final double BELOW_TANK = 26;

    /** The way of the hand, with scale and number. */
    private static final double HAND = 9;

    /** What the setting concerns: its pipe, its tank, and those at the same tank, who may light up. */
    private static final double CONCERNED = 3;

    /** Nothing should be touched either, nor the words that light up on the edge of a card. */
    private static final double MARGIN = 10;

    private static final double OTHER = 1;
    private static final double PIPE = 0.25;

    /** What a place was looked for, and for how large a view. */
    private record Sought(Spot spot, ValvePlace place, double width, double height) {}

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
            Spot spot,
            ValvePlace place,
            Box way,
            Box panel,
            double width,
            double height,
            @Nullable Box overlaid) {
        Sought now = new Sought(spot, place, width, height);
        if (!now.equals(sought)) {
            sought = now;
            List<FreeRoom.Thing> things = things(map, spot);
            things.add(new FreeRoom.Thing(way, HAND));
            if (overlaid != null) {
                things.add(new FreeRoom.Thing(overlaid, HAND));
            }
            found = FreeRoom.of(panel.width(), panel.height(), place.x(), place.y(), width, height, things);
        }
        return found;
    }

    /** Nothing is held any more. */
    void forget() {
        sought = null;
    }

    private static List<FreeRoom.Thing> things(MapViewModel map, Spot spot) {
        List<FreeRoom.Thing> things = new ArrayList<>();
        Camera camera = map.camera();
        Box visible = camera.visible();
        for (CardPicture card : map.cards()) {
            if (card.head().overlaps(visible)) {
                things.add(new FreeRoom.Thing(onScreen(camera, card.head()), OTHER));
            }
        }
        for (BasinPicture basin : map.basins()) {
            if (!basin.bounds().overlaps(visible)) {
                continue;
            }
            double weight = Objects.equals(basin.id(), spot.basin()) ? CONCERNED : OTHER;
            Box tank = basin.tank();
            Box told = new Box(tank.x(), tank.y() - ABOVE_TANK, tank.width(), tank.height() + ABOVE_TANK + BELOW_TANK);
            things.add(new FreeRoom.Thing(onScreen(camera, told), weight));
            Box why = Hits.whyBox(basin);
            if (why != null && basin.why() != null) {
                things.add(new FreeRoom.Thing(onScreen(camera, why), weight));
            }
            basin.forEachNode(visible, node -> {
                Pipe pipe = Pipe.of(node, tank);
                Box way =
                        Box.between(pipe.x0(), pipe.y0(), pipe.x1(), pipe.y1()).grownBy(pipe.width() / 2);
                things.add(new FreeRoom.Thing(onScreen(camera, node.box()), weight));
                things.add(new FreeRoom.Thing(onScreen(camera, way), PIPE * weight));
            });
        }
        return things;
    }

    private static Box onScreen(Camera camera, Box box) {
        return Box.between(
                        camera.toScreenX(box.x()),
                        camera.toScreenY(box.y()),
                        camera.toScreenX(box.right()),
                        camera.toScreenY(box.bottom()))
                .grownBy(MARGIN);
    }
}
