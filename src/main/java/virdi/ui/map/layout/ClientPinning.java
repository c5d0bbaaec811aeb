package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import virdi.model.ResourceId;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.NodeKey;
import virdi.ui.map.content.Side;
import virdi.ui.map.plane.Box;

/**
 * Puts clients' cards and tanks where the user pinned them, and moves others out of the way. It runs after the layout.
 * A pin stays when its client or resource goes, so a client that comes back is in its old place. Units must flow to the
 * right: a tank stays between the layers of cards, and a card stays on its side of its own tanks. Stateless; any
 * thread.
 */
public final class ClientPinning {
    /** Map units between two cards, one above the other. */
    private static final double ROOM = 12;
    /** Shortest length of a pipe in map units, so that its dots can be seen. */
    private static final double LEAST_PIPE = 90;

    private static final String TANK = "tank";
    private static final String BETWEEN = "\n";

    private ClientPinning() {}

    /** Makes an empty set of pins for cards and tanks. */
    static Pins<MapElement> pins() {
        return new Pins<>(ClientPinning::name, ClientPinning::named);
    }

    /** Returns the element as text. The separator is a character that no name contains. */
    private static String name(MapElement element) {
        CardKey card = element.card();
        return card == null
                ? TANK + BETWEEN + element.basin()
                : card.side() + BETWEEN + card.name() + BETWEEN + card.does();
    }

    private static MapElement named(String name) {
        String[] parts = name.split(BETWEEN, -1);
        if (parts.length == 2 && parts[0].equals(TANK)) {
            return new MapElement(new ResourceId(parts[1]), null, null);
        }
        if (parts.length != 3) {
            throw new IllegalArgumentException("neither a tank nor a card: " + name);
        }
        return new MapElement(null, null, new CardKey(Side.valueOf(parts[0]), parts[1], parts[2]));
    }

    /** Returns the arrangement with pinned cards and tanks in their places and no others under them. */
    static Arrangement apply(Pins<MapElement> pins, Arrangement laidOut) {
        Map<ResourceId, Box> cells = new LinkedHashMap<>();
        laidOut.placements().forEach((id, placement) -> cells.put(id, ClientLayout.cell(placement.tank())));
        Map<CardKey, List<ResourceId>> partners = partners(laidOut);
        List<Box> taken = new ArrayList<>();
        Map<ResourceId, Box> pinnedCells = pinnedCells(pins, laidOut, cells, taken);
        Map<CardKey, Box> pinnedCards = pinnedCards(pins, laidOut, partners, mouths(cells, pinnedCells), taken);
        if (taken.isEmpty()) {
            return laidOut;
        }
        Map<CardKey, Box> cards = placed(laidOut.cards(), pinnedCards, taken);
        Map<ResourceId, Box> cellsNow = placed(cells, pinnedCells, taken);
        Box bounds = Stream.concat(cards.values().stream(), cellsNow.values().stream())
                .reduce(Box::union)
                .orElse(laidOut.bounds());
        List<ClientShape> shapes = new ArrayList<>();
        cards.keySet().forEach(key -> shapes.add(new ClientShape(key, partners.getOrDefault(key, List.of()))));
        Map<ResourceId, Box> tanks = new LinkedHashMap<>();
        cellsNow.forEach((id, cell) -> tanks.put(id, ClientLayout.tank(cell)));
        Set<Object> free = new HashSet<>(pinnedCards.keySet());
        free.addAll(pinnedCells.keySet());
        return ClientPlaces.of(shapes, cards, tanks, free, bounds, laidOut.scale());
    }

    /**
     * Returns for each tank the box between the ends of its incoming pipes and the starts of its outgoing pipes. For a
     * tank without a pin this is the whole layer.
     */
    private static Map<ResourceId, Box> mouths(Map<ResourceId, Box> cells, Map<ResourceId, Box> pinned) {
        Map<ResourceId, Box> mouths = new LinkedHashMap<>(cells);
        mouths.keySet().removeAll(pinned.keySet());
        mouths.values().stream().reduce(Box::union).ifPresent(layer -> mouths.replaceAll((id, cell) -> layer));
        mouths.putAll(pinned);
        return mouths;
    }

    /** Returns the tanks of each card's rows. */
    private static Map<CardKey, List<ResourceId>> partners(Arrangement arrangement) {
        Map<CardKey, List<ResourceId>> partners = new HashMap<>();
        arrangement.rows().forEach((id, rows) -> {
            for (List<NodeKey> side : List.of(rows.producers(), rows.consumers())) {
                side.forEach(row -> partners.computeIfAbsent(CardKey.of(row), key -> new ArrayList<>())
                        .add(id));
            }
        });
        return partners;
    }

    private static Map<ResourceId, Box> pinnedCells(
            Pins<MapElement> pins, Arrangement laidOut, Map<ResourceId, Box> cells, List<Box> taken) {
        double left = -Double.MAX_VALUE;
        double right = Double.MAX_VALUE;
        for (Map.Entry<CardKey, Box> card : laidOut.cards().entrySet()) {
            if (card.getKey().side() == Side.PRODUCER) {
                left = Math.max(left, card.getValue().right() + LEAST_PIPE);
            } else {
                right = Math.min(right, card.getValue().x() - LEAST_PIPE);
            }
        }
        double least = left;
        double most = right;
        Map<ResourceId, Box> pinned = new LinkedHashMap<>();
        pins.forEach((element, corner) -> {
            ResourceId id = element.basin();
            Box cell = id == null ? null : cells.get(id);
            if (id != null && cell != null) {
                double x = Math.max(least, Math.min(corner.x(), most - cell.width()));
                pinned.put(id, taken(new Box(x, corner.y(), cell.width(), cell.height()), taken));
            }
        });
        return pinned;
    }

    private static Map<CardKey, Box> pinnedCards(
            Pins<MapElement> pins,
            Arrangement laidOut,
            Map<CardKey, List<ResourceId>> partners,
            Map<ResourceId, Box> mouths,
            List<Box> taken) {
        Map<CardKey, Box> pinned = new LinkedHashMap<>();
        pins.forEach((element, corner) -> {
            CardKey key = element.card();
            Box card = key == null ? null : laidOut.cards().get(key);
            if (key != null && card != null) {
                double x = corner.x();
                for (ResourceId id : partners.getOrDefault(key, List.of())) {
                    Box mouth = mouths.get(id);
                    if (mouth != null) {
                        x = key.side() == Side.PRODUCER
                                ? Math.min(x, mouth.x() - LEAST_PIPE - card.width())
                                : Math.max(x, mouth.right() + LEAST_PIPE);
                    }
                }
                pinned.put(key, taken(new Box(x, corner.y(), card.width(), card.height()), taken));
            }
        });
        return pinned;
    }

    private static Box taken(Box wanted, List<Box> taken) {
        Box free = free(wanted, taken);
        taken.add(free.grownBy(ROOM));
        return free;
    }

    /** Returns the box, moved down as little as possible so that it overlaps nothing. */
    private static Box free(Box wanted, List<Box> taken) {
        Box free = wanted;
        for (boolean moved = true; moved; ) {
            moved = false;
            for (Box box : taken) {
                if (box.overlaps(free)) {
                    free = new Box(free.x(), box.bottom(), free.width(), free.height());
                    moved = true;
                }
            }
        }
        return free;
    }

    /**
     * Returns all boxes with the pinned ones in place. In each lane, boxes under a pinned one move down and push those
     * below.
     */
    private static <K> Map<K, Box> placed(Map<K, Box> laidOut, Map<K, Box> pinned, List<Box> taken) {
        Map<Double, List<Map.Entry<K, Box>>> lanes = new TreeMap<>();
        for (Map.Entry<K, Box> entry : laidOut.entrySet()) {
            if (!pinned.containsKey(entry.getKey())) {
                lanes.computeIfAbsent(entry.getValue().x(), x -> new ArrayList<>())
                        .add(entry);
            }
        }
        Map<K, Box> placed = new LinkedHashMap<>(laidOut);
        for (List<Map.Entry<K, Box>> lane : lanes.values()) {
            lane.sort(Comparator.comparingDouble(entry -> entry.getValue().y()));
            double from = -Double.MAX_VALUE;
            for (Map.Entry<K, Box> entry : lane) {
                Box box = entry.getValue();
                Box free = free(new Box(box.x(), Math.max(box.y(), from), box.width(), box.height()), taken);
                placed.put(entry.getKey(), free);
                from = free.bottom() + ROOM;
            }
        }
        placed.putAll(pinned);
        return placed;
    }
}
