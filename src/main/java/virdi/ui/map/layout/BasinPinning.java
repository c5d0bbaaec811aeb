package virdi.ui.map.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import virdi.model.ResourceId;
import virdi.ui.map.layout.Arrangement.Column;
import virdi.ui.map.plane.Box;

/**
 * Puts basins where the user pinned them, and moves others out of the way. It runs after the layout, so pins never
 * change the columns. A pin stays when its resource goes, so a resource that comes back is in its old place. Stateless;
 * any thread.
 */
public final class BasinPinning {
    /** Half the distance between two basins, in map units. */
    private static final double ROOM = 15;

    private BasinPinning() {}

    /** Makes an empty set of pins. */
    static Pins<ResourceId> pins() {
        return new Pins<>(ResourceId::value, ResourceId::new);
    }

    /** Returns the arrangement with pinned basins in their places and no others under them. */
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
