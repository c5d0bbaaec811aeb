package virdi.ui.map;

import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import virdi.ui.kit.Pen;

/**
 * What a painter paints with, set up so that it draws in map units. FX thread only.
 *
 * @param g already moved and scaled by the camera
 */
record Easel(Pen g, Inks inks, Lettering lettering, double zoom, Detail detail) {
    /** What is not found when searching. */
    private static final double FADED = 0.16;

    void fade(boolean found) {
        g.setGlobalAlpha(found ? 1 : FADED);
    }

    /** Writes a line with the current fill, shortened to fit. */
    void write(String text, Font font, TextAlignment align, double x, double baseline, double room) {
        g.setFont(font);
        g.setTextAlign(align);
        g.fillText(lettering.fit(text, font, room), x, baseline);
    }

    /** A line of so many pixels whatever the zoom. */
    double pixels(double pixels) {
        return pixels / zoom;
    }
}
