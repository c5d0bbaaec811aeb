package virdi.ui.sign;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.scene.Scene;

/** The two themes of the window: AtlantaFX with the program's own colours. */
public enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark.css"),
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light.css");

    private final String controls;
    private final String colors;

    Theme(String controls, String colors) {
        this.controls = controls;
        this.colors = colors;
    }

    /** Applies the theme to a scene and its popups. FX thread. */
    public void applyTo(Scene scene) {
        Typeface.load();
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
}
