package virdi.ui.map;

import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import virdi.ui.kit.pen.Pen;

/**
 * What a painter paints with, set up so that it draws in map units. FX thread only.
 *
 * @param g already moved and scaled by the camera
 * @param pipesZoom the zoom that pipes are drawn for: another one where an image of them is scaled
 */
record Easel(Pen g, Inks inks, Lettering lettering, double zoom, double pipesZoom, Detail detail) {
    /** What is not found when searching. */
    private static final double FADED = 0.16;
    /** The zoom at which everything is read with ease. */
    private static final double EASE = 1.3;

    Easel(Pen g, Inks inks, Lettering lettering, double zoom, Detail detail) {
        this(g, inks, lettering, zoom, zoom, detail);
    }

    /** The same where pipes are drawn for a zoom. */
    Easel withPipesFor(double newPipesZoom) {
        return new Easel(g, inks, lettering, zoom, newPipesZoom, detail);
    }

    void fade(boolean found) {
        g.setGlobalAlpha(alpha(found));
    }

    /** How opaque something is while something is searched for. */
    static double alpha(boolean found) {
        return found ? 1 : FADED;
    }

    /** Writes a line with the current fill, shortened to fit. */
    void write(String text, Font font, TextAlignment align, double x, double baseline, double room) {
        g.setFont(font);
        g.setTextAlign(align);
        g.fillText(lettering.fit(text, font, room), x, baseline);
    }

    /** A bold font of a size in map units, see {@link #calm}. */
    Font bold(double size) {
        return lettering.bold(calm(size));
    }

    /** A plain font of a size in map units, see {@link #calm}. */
    Font plain(double size) {
        return lettering.plain(calm(size));
    }

    /**
     * A size in map units, of what is written, that grows on the screen only until it is read with ease: what is nearer
     * than that has room for more instead.
     */
    double calm(double size) {
        return size * Math.min(1, EASE / zoom);
    }

    /** Whether it is so near that the last minute of each thing is drawn, too. */
    boolean hasCharts() {
        return zoom >= Sparks.FROM;
    }

    /** A line of so many pixels whatever the zoom. */
    double pixels(double pixels) {
        return pixels / zoom;
    }
}
