package virdi.ui.map;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import virdi.ui.kit.TextWidth;
import virdi.ui.sign.Typeface;

/** Fonts, and texts shortened to fit; both remembered, for measuring costs more than drawing. FX thread only. */
final class Lettering {
    /** Beyond this, forget all: names come and go, and nobody should pay for those of yesterday. */
    private static final int MOST_REMEMBERED = 20_000;

    private record Fitting(String text, Font font, double room) {}

    private record Size(double points, boolean bold) {}

    private final Map<Fitting, String> fitted = new HashMap<>();
    private final Map<Size, Font> fonts = new HashMap<>();

    Font why() {
        return plain(13.5);
    }

    Font link() {
        return bold(13.5);
    }

    Font words() {
        return plain(12);
    }

    Font rate() {
        return plain(11);
    }

    String fit(String text, Font font, double room) {
        if (fitted.size() > MOST_REMEMBERED) {
            fitted.clear();
        }
        return fitted.computeIfAbsent(
                new Fitting(text, font, room), asked -> TextWidth.fit(asked.text(), asked.font(), asked.room()));
    }

    /** A bold font of about that size: sizes go by halves, so that zooming does not make hundreds. */
    Font bold(double size) {
        return fonts.computeIfAbsent(new Size(Math.round(size * 2) / 2.0, true), key -> Typeface.bold(key.points()));
    }

    Font plain(double size) {
        return fonts.computeIfAbsent(new Size(Math.round(size * 2) / 2.0, false), key -> Typeface.plain(key.points()));
    }
}
