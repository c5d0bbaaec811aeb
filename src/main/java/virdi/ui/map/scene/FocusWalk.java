package virdi.ui.map.scene;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.layout.ClientShape;
import virdi.ui.map.plane.Box;

/** Moves the keyboard focus: left and right along pipes, up and down between rows. Stateless; FX thread only. */
public final class FocusWalk {
    /** Factor for the distance across the direction of a step, so that a straight step is preferred. */
    private static final double ASIDE = 3;

    private FocusWalk() {}

    /**
     * Returns the nearest element in a direction. Without a present element it returns the first one; null on an empty
     * map.
     */
    public static @Nullable MapElement step(MapViewModel model, @Nullable MapElement from, int dx, int dy) {
        Box origin = from == null ? null : model.box(from);
        if (from == null || origin == null) {
            return first(model);
        }
        boolean byClient = !model.cards().isEmpty();
        MapElement along = byClient ? alongPipe(model, from, dx) : null;
        if (along != null) {
            return along;
        }
        // The box of a card includes its rows. Start at its head, so that the rows are below.
        Box start = from.card() == null ? origin : new Box(origin.x(), origin.y(), origin.width(), ClientShape.HEAD);
        MapElement best = from;
        double bestCost = Double.MAX_VALUE;
        for (CardPicture card : model.cards()) {
            double cost = cost(start, card.head(), dx, dy);
            if (cost < bestCost) {
                bestCost = cost;
                best = card.element();
            }
        }
        for (BasinPicture basin : model.basins()) {
            double tank = cost(start, basin.tank(), dx, dy);
            if (tank < bestCost) {
                bestCost = tank;
                best = basin.element();
            }
            for (var side : List.of(basin.producers(), basin.consumers())) {
                for (NodePicture node : side) {
                    double cost = cost(start, node.box(), dx, dy);
                    if (cost < bestCost) {
                        bestCost = cost;
                        best = node.element();
                    }
                }
            }
        }
        return best;
    }

    /** Returns the first element that matches the search, a tank before its nodes; null without a search or a match. */
    public static @Nullable MapElement found(MapViewModel model) {
        return model.query().isAnything() ? null : first(model);
    }

    private static @Nullable MapElement first(MapViewModel model) {
        for (BasinPicture basin : model.basins()) {
            if (model.query().matches(basin.basin().view())) {
                return basin.element();
            }
            List<MapElement> found = new ArrayList<>();
            basin.forEachNode(node -> {
                if (model.query().matches(node.node())) {
                    found.add(node.element());
                }
            });
            if (!found.isEmpty()) {
                return found.getFirst();
            }
        }
        return null;
    }

    private static double cost(Box from, Box to, int dx, int dy) {
        double x = to.centreX() - from.centreX();
        double y = to.centreY() - from.centreY();
        double ahead = dx * x + dy * y;
        double aside = Math.abs(dx == 0 ? x : y);
        return ahead < 1 ? Double.MAX_VALUE : ahead + ASIDE * aside;
    }

    /** Returns the other end of a pipe that leads from an element to that side; null when there is none. */
    private static @Nullable MapElement alongPipe(MapViewModel model, MapElement from, int dx) {
        Box origin = model.box(from);
        if (origin == null || dx == 0) {
            return null;
        }
        List<MapElement> ends = new ArrayList<>();
        NodePicture node = model.node(from);
        CardPicture card = model.card(from.card());
        BasinPicture tank = model.basin(from.basin());
        if (node != null) {
            if (node.node().isProducer() == dx > 0) {
                ends.add(new MapElement(node.key().resource(), null, null));
            }
        } else if (card != null) {
            if (card.isProducer() == dx > 0) {
                card.rows().forEach(row -> ends.add(new MapElement(row.key().resource(), null, null)));
            }
        } else if (tank != null) {
            (dx > 0 ? tank.consumers() : tank.producers()).forEach(row -> ends.add(row.element()));
        }
        MapElement nearest = null;
        double least = Double.MAX_VALUE;
        for (MapElement end : ends) {
            Box box = model.box(end);
            double away = box == null ? Double.MAX_VALUE : Math.abs(box.centreY() - origin.centreY());
            if (away < least) {
                least = away;
                nearest = end;
            }
        }
        return nearest;
    }
}
