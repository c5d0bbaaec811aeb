package virdi.ui.sign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/**
 * The window's font for painters; the stylesheet names the same font for controls. FX thread only. It ships with the program, so the
 * window looks alike everywhere; its digits have one width, so changing numbers do not jitter.
 */
public final class Typeface {
    private static final String FAMILY = "IBM Plex Sans";
    private static final double ANY_SIZE = 12;

    static {
        for (String name : List.of("Regular", "SemiBold", "Bold")) {
            try (InputStream font = Typeface.class.getResourceAsStream("font/IBMPlexSans-" + name + ".ttf")) {
                Font.loadFont(font, ANY_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Typeface() {}

    /** For running text and figures; size in logical pixels. */
    public static Font plain(double size) {
        return Font.font(FAMILY, size);
    }

    /** For names and headings; size in logical pixels. */
    public static Font bold(double size) {
        return Font.font(FAMILY, FontWeight.BOLD, size);
    }

    /** Makes the font known to stylesheets; does nothing after the first time. */
    static void load() {}
}
