package virdi.ui.map.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.FreeSpace;

/** The parts of the picture that a panel over the map should not cover. Stateless; FX thread only. */
public final class Obstacles {
    /** Map units above a tank for its name and level. */
    private static final double ABOVE_TANK = 42;
    /** Map units below a tank for its state. */
    private static final double BELOW_TANK = 26;

    /** Weight of everything that belongs to the same tank, because the user is likely to look at it next. */
    private static final double CONCERNED = 3;

    /** Pixels around each obstacle, so that a panel does not touch it or the highlight at the edge of a card. */
    public static final double MARGIN = 10;

    /** Weight of everything else. */
    private static final double OTHER = 1;
    /** Factor for pipes: a covered pipe hides little. */
    private static final double PIPE = 0.25;

    private Obstacles() {}

    /** Returns the visible obstacles around an element, in pixels of the view. */
    public static List<FreeSpace.Thing> around(MapViewModel map, MapElement element) {
        List<FreeSpace.Thing> things = new ArrayList<>();
        Camera camera = map.camera();
        Box visible = camera.visible();
        for (CardPicture card : map.cards()) {
            if (card.head().overlaps(visible)) {
                things.add(new FreeSpace.Thing(onScreen(camera, card.head()), OTHER));
            }
        }
        for (BasinPicture basin : map.basins()) {
            if (!basin.bounds().overlaps(visible)) {
                continue;
            }
            double weight = Objects.equals(basin.id(), element.basin()) ? CONCERNED : OTHER;
            Box tank = basin.tank();
            Box told = new Box(tank.x(), tank.y() - ABOVE_TANK, tank.width(), tank.height() + ABOVE_TANK + BELOW_TANK);
            things.add(new FreeSpace.Thing(onScreen(camera, told), weight));
            Box why = HitTest.whyBox(basin);
            if (why != null && basin.why() != null) {
                things.add(new FreeSpace.Thing(onScreen(camera, why), weight));
            }
            basin.forEachNode(visible, node -> {
                Pipe pipe = Pipe.of(node, tank);
                Box way =
                        Box.between(pipe.x0(), pipe.y0(), pipe.x1(), pipe.y1()).grownBy(pipe.width() / 2);
                things.add(new FreeSpace.Thing(onScreen(camera, node.box()), weight));
                things.add(new FreeSpace.Thing(onScreen(camera, way), PIPE * weight));
            });
        }
        return things;
    }

    private static Box onScreen(Camera camera, Box box) {
        return camera.toScreen(box).grownBy(MARGIN);
    }
}
