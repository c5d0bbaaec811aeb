package virdi.ui.kit;

import javafx.scene.paint.Color;

/** Draws dots. FX thread only. */
public interface DotPen {
    /** How opaque what is drawn from now on is, from 0 to 1. */
    void setGlobalAlpha(double alpha);

    /** What dots are filled with from now on. */
    void setFill(Color color);

    /** Fills a small circle, of which there may be thousands: as cheaply as it still looks round. */
    void fillDot(double centreX, double centreY, double radius);
}
