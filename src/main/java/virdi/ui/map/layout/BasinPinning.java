package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import virdi.model.ResourceId;
import virdi.ui.map.layout.Arrangement.Column;
import virdi.ui.map.plane.Box;

/**
 * Puts basins where somebody has pinned them, and lets the others make room. A step after the layout, so that pins never
 * decide which columns there are. A pin outlives its resource: a resource that comes back stands where it stood.
 */
public final class BasinPinning {
    /** Half the room between one basin and the next. */
    private static final double ROOM = 15;

    private BasinPinning() {}

    /** No pins yet. */
    static Pins<ResourceId> pins() {
        return new Pins<>(ResourceId::value, ResourceId::new);
    }

    /** The arrangement with what is pinned in its place, and nothing else there. */
    static Arrangement apply(Pins<ResourceId> pins, Arrangement laidOut) {
        Map<ResourceId, Placement> placed = new LinkedHashMap<>();
        List<Box> taken = new ArrayList<>();
        pins.forEach((id, corner) -> {
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
}
