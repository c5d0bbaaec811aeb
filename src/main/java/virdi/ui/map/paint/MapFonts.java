package virdi.ui.map.paint;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import virdi.ui.kit.pen.TextWidth;
import virdi.ui.sign.Typeface;

/**
 * Fonts, and texts shortened to fit. Both are remembered, for measuring costs more than drawing; but not a text that fits by
 * the widths of its characters. Most of those are figures, other ones each second: remembered, they would outlive what
 * the collector takes for young, and be its garbage of the day. FX thread only.
 */
public final class MapFonts {
    /** Beyond this, forget all: names come and go, and nobody should pay for those of yesterday. */
    private static final int MOST_REMEMBERED = 20_000;

    private record Fitting(String text, Font font, double room) {}

    private record Size(double points, boolean bold) {}

    private final Map<Fitting, String> fitted = new HashMap<>();
    private final Map<Size, Font> fonts = new HashMap<>();
    private final Map<Font, Map<Character, Double>> widths = new HashMap<>();

    Font why() {
        return plain(13.5);
    }

    /** How wide a piece of a Why is, in pixels. */
    public double whyWidth(String text) {
        return TextWidth.of(text, why());
    }

    Font link() {
        return bold(13.5);
    }

    public Font words() {
        return plain(12);
    }

    public Font rate() {
        return plain(11);
    }

    /** The text, or as much of its beginning as fits with an ellipsis behind it. */
    String fit(String text, Font font, double room) {
        if (fitsByCharacters(text, font, room)) {
            return text;
        }
        if (fitted.size() > MOST_REMEMBERED) {
            fitted.clear();
        }
        return fitted.computeIfAbsent(
                new Fitting(text, font, room), asked -> TextWidth.fit(asked.text(), asked.font(), asked.room()));
    }

    /** Whether all of a text has room. */
    boolean fits(String text, Font font, double room) {
        return fitsByCharacters(text, font, room) || fit(text, font, room).equals(text);
    }

    /** Whether its characters have room beside each other, where they are no wider than they are by themselves. */
    boolean fitsByCharacters(String text, Font font, double room) {
        Map<Character, Double> known = widths.computeIfAbsent(font, key -> new HashMap<>());
        double width = 0;
        for (int i = 0; i < text.length() && width <= room; i++) {
            width += known.computeIfAbsent(text.charAt(i), key -> TextWidth.of(key.toString(), font));
        }
        return width <= room;
    }

    /** A bold font of about that size: sizes go by halves, so that zooming does not make hundreds. */
    public Font bold(double size) {
        return fonts.computeIfAbsent(new Size(Math.round(size * 2) / 2.0, true), key -> Typeface.bold(key.points()));
    }

    Font plain(double size) {
        return fonts.computeIfAbsent(new Size(Math.round(size * 2) / 2.0, false), key -> Typeface.plain(key.points()));
    }
}
