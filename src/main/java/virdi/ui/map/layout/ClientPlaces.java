package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import virdi.model.ResourceId;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.NodeKey;
import virdi.ui.map.content.Side;
import virdi.ui.map.layout.Arrangement.Rows;
import virdi.ui.map.plane.Box;

/**
 * Computes the places of rows and pipes after cards and tanks have theirs. The rows of a card follow the order of their
 * tanks, and the pipes at a tank follow the order of their rows. So pipes of one card, or of one tank, do not cross
 * there. Stateless; any thread.
 */
public final class ClientPlaces {
    /** Map units that names and states extend beyond the sides of their tank. */
    private static final double BESIDE = 48;

    private record Row(NodeKey key, Box box) {}

    private ClientPlaces() {}

    /**
     * Computes the arrangement.
     *
     * @param free pinned cards and tanks outside their layers; their pipes start and end directly at them
     */
    static Arrangement of(
            List<ClientShape> cards,
            Map<CardKey, Box> places,
            Map<ResourceId, Box> tanks,
            Set<?> free,
            Box bounds,
            double scale) {
        Box layer = layer(tanks, free);
        Map<ResourceId, List<Row>> producers = new HashMap<>();
        Map<ResourceId, List<Row>> consumers = new HashMap<>();
        double left = edge(places, free, Side.PRODUCER);
        double right = edge(places, free, Side.CONSUMER);
        for (ClientShape card : cards) {
            Box place = places.get(card.key());
            if (place == null) {
                continue;
            }
            boolean makes = card.key().side() == Side.PRODUCER;
            List<ResourceId> ordered = new ArrayList<>(card.tanks());
            ordered.removeIf(tank -> !tanks.containsKey(tank));
            ordered.sort(Comparator.comparingDouble(tank -> centreY(tanks, tank)));
            for (int row = 0; row < ordered.size(); row++) {
                Box box = ClientShape.row(place, row);
                Box reaching = free.contains(card.key())
                        ? box
                        : makes
                                ? new Box(box.x(), box.y(), left - box.x(), box.height())
                                : new Box(right, box.y(), box.right() - right, box.height());
                ResourceId tank = ordered.get(row);
                (makes ? producers : consumers)
                        .computeIfAbsent(tank, id -> new ArrayList<>())
                        .add(new Row(card.key().row(tank), reaching));
            }
        }
        Map<ResourceId, Placement> placements = new LinkedHashMap<>();
        Map<ResourceId, Rows> rows = new HashMap<>();
        for (Map.Entry<ResourceId, Box> entry : tanks.entrySet()) {
            Box tank = entry.getValue();
            List<Row> ins = sorted(producers.getOrDefault(entry.getKey(), List.of()));
            List<Row> outs = sorted(consumers.getOrDefault(entry.getKey(), List.of()));
            Box mouth =
                    free.contains(entry.getKey()) ? tank : new Box(layer.x(), tank.y(), layer.width(), tank.height());
            placements.put(
                    entry.getKey(),
                    new Placement(
                            BasinShape.Form.OPEN,
                            around(tank, ins, outs),
                            tank,
                            mouth,
                            ins.stream().map(Row::box).toList(),
                            outs.stream().map(Row::box).toList(),
                            null));
            rows.put(
                    entry.getKey(),
                    new Rows(
                            ins.stream().map(Row::key).toList(),
                            outs.stream().map(Row::key).toList()));
        }
        return new Arrangement(placements, places, rows, List.of(), bounds, scale);
    }

    /** Returns the layer of tanks, from the ends of incoming pipes to the starts of outgoing pipes. */
    private static Box layer(Map<ResourceId, Box> tanks, Set<?> free) {
        Box layer = null;
        Set<Double> lanes = new HashSet<>();
        for (Map.Entry<ResourceId, Box> tank : tanks.entrySet()) {
            if (!free.contains(tank.getKey())) {
                layer = layer == null ? tank.getValue() : layer.union(tank.getValue());
                lanes.add(tank.getValue().x());
            }
        }
        if (layer == null) {
            return new Box(0, 0, 0, 0);
        }
        // With several lanes, pipes to the tanks behind may pass at any height. So they run level before the names and
        // states.
        return lanes.size() > 1
                ? Box.between(layer.x() - BESIDE, layer.y(), layer.right() + BESIDE, layer.bottom())
                : layer;
    }

    private static double centreY(Map<ResourceId, Box> tanks, ResourceId tank) {
        Box box = tanks.get(tank);
        return box == null ? 0 : box.centreY();
    }

    /** Returns the edge of the space between the cards of a side and the tanks. Beyond it no pipe runs under a card. */
    private static double edge(Map<CardKey, Box> places, Set<?> free, Side side) {
        double edge = side == Side.PRODUCER ? -Double.MAX_VALUE : Double.MAX_VALUE;
        for (Map.Entry<CardKey, Box> entry : places.entrySet()) {
            if (entry.getKey().side() == side && !free.contains(entry.getKey())) {
                edge = side == Side.PRODUCER
                        ? Math.max(edge, entry.getValue().right())
                        : Math.min(edge, entry.getValue().x());
            }
        }
        return edge;
    }

    private static List<Row> sorted(List<Row> rows) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingDouble((Row row) -> row.box().y())
                .thenComparing(row -> row.box().x()));
        return sorted;
    }

    private static Box around(Box tank, List<Row> ins, List<Row> outs) {
        Box bounds = new Box(
                tank.x() - 40,
                tank.y() - BasinShape.HEAD,
                tank.width() + 80,
                BasinShape.HEAD + tank.height() + BasinShape.FOOT);
        for (Row row : ins) {
            bounds = bounds.union(row.box());
        }
        for (Row row : outs) {
            bounds = bounds.union(row.box());
        }
        return bounds;
    }
}
