package virdi.ui.map.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import virdi.model.ResourceId;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.BasinPicture;

/** Where basins were drawn, and so which ground is to be drawn again once they have moved. FX thread only. */
public final class DrawnBasins {
    /**
     * Where a basin was drawn.
     *
     * @param box all of it, with the parts that lie beyond its bounds
     * @param moves how often it had moved until then
     */
    private record Place(Box box, long moves) {}

    private Map<ResourceId, Place> drawn = new HashMap<>();

    /** The parts of the plane that basins have left or taken since the last call. */
    List<Box> moved(Collection<BasinPicture> basins) {
        List<Box> parts = new ArrayList<>();
        Map<ResourceId, Place> now = new HashMap<>();
        for (BasinPicture basin : basins) {
            Place before = drawn.get(basin.id());
            Place place = before;
            if (before == null || before.moves() != basin.moves()) {
                Box box = basin.bounds().grownBy(BasinPicture.SPILL);
                place = new Place(box, basin.moves());
                add(parts, before == null ? box : box.union(before.box()));
            }
            now.put(basin.id(), place);
        }
        drawn.forEach((id, place) -> {
            if (!now.containsKey(id)) {
                add(parts, place.box());
            }
        });
        drawn = now;
        return parts;
    }

    /** Adds a part, joined with those that it overlaps, so that no ground is drawn twice. */
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
