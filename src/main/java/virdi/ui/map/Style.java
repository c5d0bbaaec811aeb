package virdi.ui.map;

import virdi.ui.kit.pen.Pen;

/** What a picture looks like: its colours and its writing. FX thread only. */
record Style(Inks inks, Lettering lettering) {
    /** @param pen already moved and scaled by the camera */
    Easel easel(Pen pen, double zoom) {
        return new Easel(pen, inks, lettering, zoom, Detail.at(zoom));
    }
}
