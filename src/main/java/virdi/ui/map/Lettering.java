package virdi.ui.map;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import virdi.ui.kit.TextWidth;
import virdi.ui.sign.Typeface;

/** Fonts, and texts shortened to fit; both remembered, for measuring costs more than drawing. FX thread only. */
final class Lettering {
    static final Font WHY = font(12.5, false);
    static final Font WHY_LINK = font(12.5, true);
    static final Font WORDS = font(11, false);
    static final Font RATE = font(10.5, false);
    static final Font NAME = font(12.5, true);
    static final Font LEVEL = font(11.5, false);

    /** Beyond this, forget all: names come and go, and nobody should pay for those of yesterday. */
    private static final int MOST_REMEMBERED = 20_000;

    private record Fitting(String text, Font font, double room) {}

    private record Size(double points, boolean bold) {}

    private final Map<Fitting, String> fitted = new HashMap<>();
    private final Map<Size, Font> fonts = new HashMap<>();

    String fit(String text, Font font, double room) {
        if (fitted.size() > MOST_REMEMBERED) {
            fitted.clear();
        }
        return fitted.computeIfAbsent(
                new Fitting(text, font, room), asked -> TextWidth.fit(asked.text(), asked.font(), asked.room()));
    }

    /** A bold font of about that size: sizes go by halves, so that zooming does not make hundreds. */
    Font bold(double size) {
        return fonts.computeIfAbsent(new Size(Math.round(size * 2) / 2.0, true), key -> font(key.points(), true));
    }

    Font plain(double size) {
        return fonts.computeIfAbsent(new Size(Math.round(size * 2) / 2.0, false), key -> font(key.points(), false));
    }

    private static Font font(double size, boolean bold) {
        return bold ? Typeface.bold(size) : Typeface.plain(size);
    }
}
