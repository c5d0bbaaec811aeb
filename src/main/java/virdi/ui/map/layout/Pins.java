package virdi.ui.map.layout;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The upper left corners of elements that the user moved, oldest first. They can be saved as text. FX thread only. */
public final class Pins<K> {
    private static final Logger LOG = LoggerFactory.getLogger(Pins.class);
    /** Largest number of pins. More than a user sets by hand, and small enough for the saved settings. */
    private static final int MOST = 500;

    private static final String BETWEEN = " ";

    private final Map<K, Corner> corners = new LinkedHashMap<>();
    private final Function<K, String> name;
    private final Function<String, K> named;

    /** A position in map units. */
    record Corner(double x, double y) {}

    /**
     * Makes an empty set.
     *
     * @param name returns the name of an element in the text
     * @param named finds the element of a name; throws IllegalArgumentException for an impossible name
     */
    Pins(Function<K, String> name, Function<String, K> named) {
        this.name = name;
        this.named = named;
    }

    boolean isEmpty() {
        return corners.isEmpty();
    }

    boolean has(K thing) {
        return corners.containsKey(thing);
    }

    void forEach(BiConsumer<K, Corner> visitor) {
        corners.forEach(visitor);
    }

    /** Adds a pin as the newest one. When two pins overlap, the newer one gives way. */
    void put(K thing, double x, double y) {
        corners.remove(thing);
        if (corners.size() < MOST) {
            corners.put(thing, new Corner(x, y));
        }
    }

    void clear() {
        corners.clear();
    }

    /** Returns all pins as one line: for each its percent-encoded name, x and y. */
    String text() {
        StringJoiner text = new StringJoiner(BETWEEN);
        corners.forEach((thing, corner) -> text.add(URLEncoder.encode(name.apply(thing), StandardCharsets.UTF_8))
                .add(Long.toString(Math.round(corner.x())))
                .add(Long.toString(Math.round(corner.y()))));
        return text.toString();
    }

    /** Reads pins from such a line. It skips bad entries, because a damaged setting must not stop the program. */
    void take(String text) {
        corners.clear();
        String[] words = text.split(BETWEEN, -1);
        for (int i = 0; i + 2 < words.length; i += 3) {
            try {
                put(
                        named.apply(URLDecoder.decode(words[i], StandardCharsets.UTF_8)),
                        Long.parseLong(words[i + 1]),
                        Long.parseLong(words[i + 2]));
            } catch (IllegalArgumentException e) {
                LOG.warn("Not a place on the map: {} {} {}", words[i], words[i + 1], words[i + 2]);
            }
        }
    }
}
