package virdi.ui.sign;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The theme's colours for canvas painters; FX thread only. An invisible node: put one among the children of the view
 * that paints, and repaint in {@link #onChange}. The stylesheet fills it in at the first CSS pass and again when the
 * theme changes; until then it has the dark theme's colours.
 */
public final class Palette extends Region {
    private static final StyleablePropertyFactory<Palette> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    /** The colours of surfaces and text; the colours with a meaning are {@link Tone}s. */
    public enum Ink {
        /** The background of the map. */
        BACKGROUND("#0f141b"),
        /** Panels and cards. */
        SURFACE("#151c25"),
        /** Raised surfaces: an empty tank, a hovered row. */
        RAISED("#1b2531"),
        /** Borders. */
        BORDER("#263241"),
        /** Text. */
        TEXT("#d7e0ea"),
        /** Less important text. */
        MUTED("#8494a7"),
        /** Border and background of a selection. */
        SELECTED("#1d3c5c");

        private final Color initial;

        Ink(String initial) {
            this.initial = Color.web(initial);
        }
    }

    /** By the names of inks and tones, which do not overlap. */
    private final Map<String, StyleableProperty<Color>> colors = new HashMap<>();

    public Palette() {
        getStyleClass().add("palette");
        setManaged(false);
        setVisible(false);
        for (Ink ink : Ink.values()) {
            colors.put(ink.name(), property(ink.name(), ink.initial));
        }
        for (Tone tone : Tone.values()) {
            colors.put(tone.name(), property(tone.name(), Color.web("#4aa8ff")));
        }
    }

    public Color of(Tone tone) {
        return color(tone.name()).getValue();
    }

    public Color of(Ink ink) {
        return color(ink.name()).getValue();
    }

    /** A tone with reduced opacity, for casings and washes. */
    public Color of(Tone tone, double opacity) {
        Color full = of(tone);
        return Color.color(full.getRed(), full.getGreen(), full.getBlue(), opacity);
    }

    /** Calls back when a colour has changed; several times per theme change, so only ask for a repaint. */
    public void onChange(Runnable listener) {
        for (var color : colors.values()) {
            ((ObservableValue<?>) color).subscribe((before, after) -> listener.run());
        }
    }

    private StyleableProperty<Color> color(String name) {
        return Objects.requireNonNull(colors.get(name), name);
    }

    private StyleableProperty<Color> property(String name, Color initial) {
        String css = "-palette-" + name.toLowerCase(Locale.ROOT);
        return FACTORY.createStyleableColorProperty(this, name, css, palette -> palette.color(name), initial);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
