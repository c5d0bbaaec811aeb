package virdi.ui.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import virdi.model.ResourceId;

/** Where basins were drawn, and so where they have to be drawn again once they have moved. FX thread only. */
final class BasinPlaces {
    /** @param moves how often it had moved, or something within it had */
    private record Place(Box box, long moves) {}

    private Map<ResourceId, Place> drawn = new HashMap<>();

    /** The parts of the plane in which basins stand or stood that have moved since this was asked last, come or gone. */
    List<Box> moved(Collection<BasinPicture> basins) {
        List<Box> parts = new ArrayList<>();
        Map<ResourceId, Place> now = new HashMap<>();
        for (BasinPicture basin : basins) {
            Place place = new Place(basin.bounds().grownBy(StillLayer.SPILL), basin.moves());
            Place before = drawn.remove(basin.id());
            if (!place.equals(before)) {
                add(parts, before == null ? place.box() : place.box().union(before.box()));
            }
            now.put(basin.id(), place);
        }
        drawn.values().forEach(gone -> add(parts, gone.box()));
        drawn = now;
        return parts;
    }

    /** One for those that overlap: what they share need not be drawn twice. */
    private static void add(List<Box> parts, Box part) {
        Box sum = part;
        for (boolean grown = true; grown; ) {
            grown = false;
            for (Box other : List.copyOf(parts)) {
                if (other.overlaps(sum)) {
                    parts.remove(other);
                    sum = sum.union(other);
                    grown = true;
                }
            }
        }
        parts.add(sum);
    }
}
