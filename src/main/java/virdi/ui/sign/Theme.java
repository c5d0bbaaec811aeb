package virdi.ui.sign;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The two looks of the window: AtlantaFX's controls with our colours over them. */
public enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark.css"),
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light.css");

    /** One font on every platform; its figures are all of one width, so that changing numbers do not jitter. */
    private static final List<String> FONTS =
            List.of("font/IBMPlexSans-Regular.ttf", "font/IBMPlexSans-SemiBold.ttf", "font/IBMPlexSans-Bold.ttf");

    private static final double ANY_SIZE = 13;

    private final String controls;
    private final String colors;

    Theme(String controls, String colors) {
        this.controls = controls;
        this.colors = colors;
    }

    /** Dresses a scene; its popups follow. FX thread. */
    public void applyTo(Scene scene) {
        Fonts.load();
        scene.setUserAgentStylesheet(controls);
        scene.getStylesheets().setAll(sheet(colors), sheet("console.css"));
    }

    /** The theme to change to. */
    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }

    /** Loads the fonts once, when a theme is first applied. */
    private static final class Fonts {
        static {
            for (String font : FONTS) {
                // A font that cannot be loaded leaves the platform's own: no reason to have no window.
                Font.loadFont(sheet(font), ANY_SIZE);
            }
        }

        static void load() {}
    }
}
