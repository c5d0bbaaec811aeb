package virdi.ui.map.paint;

import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.scene.Sparklines;

/**
 * Pen, colours, fonts and zoom for a painter that draws in map units. FX thread only.
 *
 * @param g already moved and scaled by the camera
 * @param pipesZoom the zoom that pipes are drawn for: another one where an image of them is scaled
 */
public record PaintContext(Pen g, MapColors colors, MapFonts fonts, double zoom, double pipesZoom, DetailLevel detail) {
    /** The opacity of everything that a search does not find. */
    private static final double FADED = 0.16;
    /** The zoom at which everything is read with ease. */
    private static final double EASE = 1.3;

    /** The look of a picture: its colours and its fonts. */
    public record Style(MapColors colors, MapFonts fonts) {
        /** A context for a pen that is already moved and scaled by a camera with that zoom. */
        public PaintContext on(Pen pen, double zoom) {
            return new PaintContext(pen, colors, fonts, zoom, DetailLevel.at(zoom));
        }
    }

    public PaintContext(Pen g, MapColors colors, MapFonts fonts, double zoom, DetailLevel detail) {
        this(g, colors, fonts, zoom, zoom, detail);
    }

    /** The same where pipes are drawn for a zoom. */
    public PaintContext withPipesFor(double newPipesZoom) {
        return new PaintContext(g, colors, fonts, zoom, newPipesZoom, detail);
    }

    public void fade(boolean found) {
        g.setGlobalAlpha(found ? 1 : FADED);
    }

    /** Writes a line with the current fill, shortened to fit. */
    public void write(String text, Font font, TextAlignment align, double x, double baseline, double room) {
        g.setFont(font);
        g.setTextAlign(align);
        g.fillText(fonts.fit(text, font, room), x, baseline);
    }

    /** A bold font of a size in map units, see {@link #calm}. */
    Font bold(double size) {
        return fonts.bold(calm(size));
    }

    /** A plain font of a size in map units, see {@link #calm}. */
    Font plain(double size) {
        return fonts.plain(calm(size));
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
        return zoom >= Sparklines.FROM;
    }

    /** A line of so many pixels whatever the zoom. */
    double pixels(double pixels) {
        return pixels / zoom;
    }
}
