package virdi.ui.map;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.CanvasPen;
import virdi.ui.kit.Pen;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/**
 * What lies over everything: outlines of what is hovered, selected or focused, valves that are offered or held, a Why that
 * floats, the rectangle that is being drawn. FX thread only. As long as there is none of it, it is not there at all, since
 * an empty canvas, too, is blended with what is below, pixel by pixel.
 */
final class OverlayLayer {
    private static final double HALO = 3;
    private static final double HALO_ROUNDING = 20;
    private static final double HALO_DENSITY = 0.75;

    private final Canvas canvas = new Canvas();
    private final Pen pen = new CanvasPen(canvas.getGraphicsContext2D());
    private final ValveLayer valveLayer = new ValveLayer(pen);

    OverlayLayer() {
        canvas.setMouseTransparent(true);
    }

    /** What it draws on, to be put in a scene. */
    Canvas canvas() {
        return canvas;
    }

    /** Takes the size of what is seen. */
    void show(double width, double height) {
        canvas.setWidth(width);
        canvas.setHeight(height);
    }

    /** Whether there may be any of it: a canvas that is not shown keeps whatever it is asked to draw, and must not be. */
    boolean isNeeded(MapViewModel model, Touch touch) {
        return !model.cards().isEmpty() || !model.selection().isEmpty() || touch.isAnywhere();
    }

    /** Is not there. */
    void hide() {
        canvas.setVisible(false);
    }

    /** Is there, with nothing on it; returns what it is drawn with, in map units. */
    Easel open(Outlook outlook) {
        Camera camera = outlook.camera();
        canvas.setVisible(true);
        GraphicsContext g = canvas.getGraphicsContext2D();
        inPixels(g);
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setTransform(camera.zoom(), 0, 0, camera.zoom(), camera.toScreenX(0), camera.toScreenY(0));
        return outlook.easel(pen);
    }

    /** Draws it, above what was drawn since it was opened. */
    void paint(Easel easel, MapViewModel model, Touch touch) {
        Attention attention = touch.attention();
        pen.setGlobalAlpha(1);
        AttentionPainter.paint(easel, model, attention);
        inPixels(canvas.getGraphicsContext2D());
        bubble(easel, model, attention.bubble());
        band(easel, attention.band());
        valveLayer.paint(model, touch, easel.inks(), easel.lettering());
    }

    private static void inPixels(GraphicsContext g) {
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.setGlobalAlpha(1);
    }

    private void bubble(Easel easel, MapViewModel model, Attention.@Nullable Bubble bubble) {
        if (bubble == null) {
            return;
        }
        pen.setFill(easel.inks().of(Ink.BACKGROUND));
        Box halo = bubble.box().grownBy(HALO);
        pen.setGlobalAlpha(HALO_DENSITY);
        pen.fillRoundRect(halo.x(), halo.y(), halo.width(), halo.height(), HALO_ROUNDING, HALO_ROUNDING);
        pen.setGlobalAlpha(1);
        Easel screen = new Easel(pen, easel.inks(), easel.lettering(), 1, Detail.NEAR);
        Tone tone = Tone.of(model.picture().severity(bubble.about()));
        WhyPainter.paint(screen, bubble.why(), bubble.box(), tone);
    }

    private void band(Easel easel, @Nullable Box band) {
        if (band == null) {
            return;
        }
        pen.setFill(easel.inks().of(Tone.FLOW, Inks.Strength.WASH));
        pen.fillRect(band.x(), band.y(), band.width(), band.height());
        pen.setStroke(easel.inks().of(Tone.FLOW));
        pen.setLineWidth(1);
        pen.strokeRect(band.x() + 0.5, band.y() + 0.5, band.width(), band.height());
    }
}
