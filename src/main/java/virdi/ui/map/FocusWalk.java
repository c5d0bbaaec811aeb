package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the keyboard's focus goes: along pipes sideways, between rows up and down. */
final class FocusWalk {
    /** How much more a step aside counts than one ahead. */
    private static final double ASIDE = 3;

    private FocusWalk() {}

    /** The nearest element in a direction; the one to begin with when there is none yet, null on an empty map. */
    static @Nullable MapElement step(MapViewModel model, @Nullable MapElement from, int dx, int dy) {
        Box origin = from == null ? null : model.box(from);
        if (from == null || origin == null) {
            return first(model);
        }
        boolean byClient = !model.cards().isEmpty();
        MapElement along = byClient ? PipeWalk.step(model, from, dx) : null;
        if (along != null) {
            return along;
        }
        // From the head of a card its rows are below.
        Box start = from.card() == null ? origin : new Box(origin.x(), origin.y(), origin.width(), ClientShape.HEAD);
        MapElement best = from;
        double bestCost = Double.MAX_VALUE;
        for (CardPicture card : model.cards()) {
            double cost = cost(start, card.head(), dx, dy);
            if (cost < bestCost) {
                bestCost = cost;
                best = MapElement.of(card);
            }
        }
        for (BasinPicture basin : model.basins()) {
            double tank = cost(start, basin.tank(), dx, dy);
            if (tank < bestCost) {
                bestCost = tank;
                best = MapElement.of(basin);
            }
            for (var side : List.of(basin.producers(), basin.consumers())) {
                for (NodePicture node : side) {
                    double cost = cost(start, node.box(), dx, dy);
                    if (cost < bestCost) {
                        bestCost = cost;
                        best = MapElement.of(node);
                    }
                }
            }
        }
        return best;
    }

    /** The first of what is searched for, a tank before those at it; null when nothing is, or nothing is found. */
    static @Nullable MapElement found(MapViewModel model) {
        return model.query().isAnything() ? null : first(model);
    }

    private static @Nullable MapElement first(MapViewModel model) {
        for (BasinPicture basin : model.basins()) {
            if (model.query().matches(basin.basin().view())) {
                return MapElement.of(basin);
            }
            List<MapElement> found = new ArrayList<>();
            basin.forEachNode(node -> {
                if (model.query().matches(node.node())) {
                    found.add(MapElement.of(node));
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
}
