package virdi.ui.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import virdi.model.ResourceId;

/** Where basins were drawn, and so where they have to be drawn again once they have moved. FX thread only. */
final class BasinPlaces {
    /** So many parts of a map unit are too small to be seen. */
    private static final double FINENESS = 16;

    /**
     * Where a basin was drawn.
     *
     * @param box all of it, with what it draws beyond its bounds
     * @param build a digest of how what belongs to it stands about its tank
     * @param moves how often it had moved, or something within it had
     */
    record Place(Box box, Box tank, long build, long moves) {}

    private Map<ResourceId, Place> drawn = new HashMap<>();

    /** Where they were when they were asked for last. */
    Map<ResourceId, Place> drawn() {
        return Collections.unmodifiableMap(drawn);
    }

    /** The parts of the plane in which basins stand or stood that have moved since this was asked last, come or gone. */
    List<Box> moved(Collection<BasinPicture> basins) {
        List<Box> parts = new ArrayList<>();
        Map<ResourceId, Place> now = new HashMap<>();
        for (BasinPicture basin : basins) {
            Place before = drawn.get(basin.id());
            Place place = before;
            if (before == null || before.moves() != basin.moves()) {
                Box box = basin.bounds().grownBy(StillLayer.SPILL);
                place = new Place(box, basin.tank(), buildOf(basin), basin.moves());
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

    private static long buildOf(BasinPicture basin) {
        Box tank = basin.tank();
        long[] sum = {basin.placement().form().ordinal()};
        mix(sum, tank.width(), tank.height());
        basin.forEachNode(node -> {
            sum[0] = Digest.mixed(sum[0], node.key().hashCode());
            mix(sum, node.box().x() - tank.x(), node.box().y() - tank.y());
            mix(sum, node.box().width(), node.box().height());
        });
        return sum[0];
    }

    private static void mix(long[] sum, double x, double y) {
        sum[0] = Digest.mixed(Digest.mixed(sum[0], Math.round(x * FINENESS)), Math.round(y * FINENESS));
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
