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

/**
 * Upper left corners of what somebody has put somewhere, in the order in which that was done; as text, too. FX thread
 * only.
 */
public final class Pins<K> {
    private static final Logger LOG = LoggerFactory.getLogger(Pins.class);
    /** As many as a person may have set; what is remembered stays small. */
    private static final int MOST = 500;

    private static final String BETWEEN = " ";

    private final Map<K, Corner> corners = new LinkedHashMap<>();
    private final Function<K, String> name;
    private final Function<String, K> named;

    /** In map units. */
    record Corner(double x, double y) {}

    /**
     * @param name tells what a thing is called in the text
     * @param named finds it again; throws IllegalArgumentException where nothing can be called so
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

    /** Puts it behind all others: it gives way to them. */
    void put(K thing, double x, double y) {
        corners.remove(thing);
        if (corners.size() < MOST) {
            corners.put(thing, new Corner(x, y));
        }
    }

    void clear() {
        corners.clear();
    }

    /** All as a line of text: for each its name in percent encoding, x and y. */
    String text() {
        StringJoiner text = new StringJoiner(BETWEEN);
        corners.forEach((thing, corner) -> text.add(URLEncoder.encode(name.apply(thing), StandardCharsets.UTF_8))
                .add(Long.toString(Math.round(corner.x())))
                .add(Long.toString(Math.round(corner.y()))));
        return text.toString();
    }

    /** Takes them from such a line. What cannot be one is left out: a picture is no reason not to start. */
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
