package virdi.ui.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import virdi.model.ResourceId;
import virdi.ui.map.Arrangement.Rows;

/**
 * Where rows and pipes are once cards and tanks have their places: the rows of a card in the order of their tanks, the
 * pipes at a tank in the order of their rows, so that neither crosses within its own. Stateless; any thread.
 */
final class ClientPlaces {
    /** How far names and states reach beyond their tank. */
    private static final double BESIDE = 48;

    /** A row of a card. */
    private record Row(NodeKey key, Box box) {}

    private ClientPlaces() {}

    static Arrangement of(
            List<ClientShape> cards, Map<CardKey, Box> places, Map<ResourceId, Box> tanks, Box bounds, double scale) {
        double in = Double.MAX_VALUE;
        double out = -Double.MAX_VALUE;
        for (Box tank : tanks.values()) {
            in = Math.min(in, tank.x());
            out = Math.max(out, tank.right());
        }
        boolean wrapped = tanks.values().stream().mapToDouble(Box::x).distinct().count() > 1;
        if (wrapped) {
            // Pipes of those behind pass at any height: they end before names and states.
            in -= BESIDE;
            out += BESIDE;
        }
        Map<ResourceId, List<Row>> producers = new HashMap<>();
        Map<ResourceId, List<Row>> consumers = new HashMap<>();
        double left = edge(places, Side.PRODUCER);
        double right = edge(places, Side.CONSUMER);
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
                Box reaching = makes
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
            Box mouth = new Box(in, tank.y(), out - in, tank.height());
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

    private static double centreY(Map<ResourceId, Box> tanks, ResourceId tank) {
        Box box = tanks.get(tank);
        return box == null ? 0 : box.centreY();
    }

    /** Where the channel begins beside the cards of a side: beyond it, no pipe runs under a card. */
    private static double edge(Map<CardKey, Box> places, Side side) {
        double edge = side == Side.PRODUCER ? -Double.MAX_VALUE : Double.MAX_VALUE;
        for (Map.Entry<CardKey, Box> entry : places.entrySet()) {
            if (entry.getKey().side() == side) {
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
