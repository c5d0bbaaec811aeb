package virdi.ui.map;

import virdi.ui.kit.Pen;

/** From where the picture is seen, and what it is drawn with. FX thread only. */
record Outlook(Camera camera, Inks inks, Lettering lettering) {
    /** What a painter paints with, with a pen that is set up for map units. */
    Easel easel(Pen pen) {
        return new Easel(pen, inks, lettering, camera.zoom(), detail());
    }

    Detail detail() {
        return Detail.at(camera.zoom());
    }
}
