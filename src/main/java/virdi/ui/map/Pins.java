package virdi.ui.map;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import virdi.model.ResourceId;
import virdi.ui.map.Arrangement.Column;

/**
 * Basins that somebody has put where they want them, and the way the others flow round them. FX thread only.
 *
 * <p>A pin outlives its resource: one that comes back stands where it stood. It is a step after the layout, so that what
 * is pinned never decides what columns there are.
 */
final class Pins {
    private static final Logger LOG = LoggerFactory.getLogger(Pins.class);
    /** As many as a person may have set; what is remembered stays small. */
    private static final int MOST = 500;

    /** Half the room between one basin and the next. */
    private static final double ROOM = 15;

    private static final String BETWEEN = " ";

    /** Upper left corners of basins, in the order in which they were pinned. */
    private final Map<ResourceId, Corner> corners = new LinkedHashMap<>();

    private record Corner(double x, double y) {}

    boolean isEmpty() {
        return corners.isEmpty();
    }

    boolean has(ResourceId id) {
        return corners.containsKey(id);
    }

    /** Pins a basin with its upper left corner at a point of the plane. It gives way to those that were pinned before. */
    void put(ResourceId id, double x, double y) {
        corners.remove(id);
        if (corners.size() < MOST) {
            corners.put(id, new Corner(x, y));
        }
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

    /** All pins as a line of text: for each its name in percent encoding, x and y. */
    String text() {
        StringJoiner text = new StringJoiner(BETWEEN);
        corners.forEach((id, corner) -> text.add(URLEncoder.encode(id.value(), StandardCharsets.UTF_8))
                .add(Long.toString(Math.round(corner.x())))
                .add(Long.toString(Math.round(corner.y()))));
        return text.toString();
    }

    /** Takes the pins from such a line. What cannot be one is left out: a picture is no reason not to start. */
    void take(String text) {
        corners.clear();
        String[] words = text.split(BETWEEN, -1);
        for (int i = 0; i + 2 < words.length; i += 3) {
            try {
                put(
                        new ResourceId(URLDecoder.decode(words[i], StandardCharsets.UTF_8)),
                        Long.parseLong(words[i + 1]),
                        Long.parseLong(words[i + 2]));
            } catch (IllegalArgumentException e) {
                LOG.warn("Not a basin's place: {} {} {}", words[i], words[i + 1], words[i + 2]);
            }
        }
    }
}
