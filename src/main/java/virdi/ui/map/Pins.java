package virdi.ui.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import virdi.model.ResourceId;
import virdi.ui.map.Arrangement.Column;

/**
 * Basins that somebody has put where they want them, and the way the others flow round them. FX thread only.
 *
 * <p>A pin outlives its resource: one that comes back stands where it stood. It is a step after the layout, so that what
 * is pinned never decides what columns there are.
 */
final class Pins {
    /** Half the room between one basin and the next. */
    private static final double ROOM = 15;

    private final Corners<ResourceId> corners = new Corners<>(ResourceId::value, ResourceId::new);

    boolean isEmpty() {
        return corners.isEmpty();
    }

    boolean has(ResourceId id) {
        return corners.has(id);
    }

    /** Pins a basin with its upper left corner at a point of the plane. It gives way to those that were pinned before. */
    void put(ResourceId id, double x, double y) {
        corners.put(id, x, y);
    }

    void clear() {
        corners.clear();
    }

    /** The arrangement with what is pinned in its place, and nothing else there. */
    Arrangement apply(Arrangement laidOut) {
        Map<ResourceId, Placement> placed = new LinkedHashMap<>();
        List<Box> taken = new ArrayList<>();
        corners.forEach((id, corner) -> {
            Placement placement = laidOut.placements().get(id);
            if (placement != null) {
                Placement free = placement.beside(taken, corner.x(), corner.y());
                taken.add(free.bounds().grownBy(ROOM));
                placed.put(id, free);
            }
        });
        if (taken.isEmpty()) {
            return laidOut;
        }
        for (Column column : laidOut.columns()) {
            double y = laidOut.bounds().y();
            for (ResourceId id : column.basins()) {
                Placement placement = laidOut.placements().get(id);
                if (placement != null && !placed.containsKey(id)) {
                    Placement free = placement.beside(taken, placement.bounds().x(), y);
                    placed.put(id, free);
                    y = free.bounds().bottom() + 2 * ROOM;
                }
            }
        }
        Box bounds = placed.values().stream()
                .map(Placement::bounds)
                .reduce(Box::union)
                .orElse(laidOut.bounds());
        return laidOut.withPlacements(placed, bounds);
    }

    /** All pins as a line of text. */
    String text() {
        return corners.text();
    }

    /** Takes the pins from such a line. */
    void take(String text) {
        corners.take(text);
    }
}
