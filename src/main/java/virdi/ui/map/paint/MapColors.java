package virdi.ui.map.paint;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;
import virdi.ui.sign.Palette;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/** The theme's colours as painters mix them, made once per theme: asking CSS per stroke would cost more than the stroke. */
public final class MapColors {
    /** How strong a tone is. */
    public enum Strength {
        FULL(1),
        /** The line in the middle of a pipe. */
        CORE(0.5),
        LIQUID(0.62),
        /** The body of a pipe. */
        CASING(0.2),
        /** Behind something that is spoken of. */
        WASH(0.12);

        private final double opacity;

        Strength(double opacity) {
            this.opacity = opacity;
        }
    }

    private final Map<Ink, Color> colors = new EnumMap<>(Ink.class);
    private final Map<Tone, Color[]> tones = new EnumMap<>(Tone.class);

    public MapColors(Palette palette) {
        for (Ink ink : Ink.values()) {
            colors.put(ink, palette.of(ink));
        }
        for (Tone tone : Tone.values()) {
            Color[] strengths = new Color[Strength.values().length];
            for (Strength strength : Strength.values()) {
                strengths[strength.ordinal()] = palette.of(tone, strength.opacity);
            }
            tones.put(tone, strengths);
        }
    }

    public Color of(Ink ink) {
        return colors.getOrDefault(ink, Color.GRAY);
    }

    public Color of(Tone tone) {
        return of(tone, Strength.FULL);
    }

    public Color of(Tone tone, Strength strength) {
        Color[] strengths = tones.get(tone);
        return strengths == null ? Color.GRAY : strengths[strength.ordinal()];
    }
}
