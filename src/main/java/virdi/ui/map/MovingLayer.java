package virdi.ui.map;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import virdi.ui.kit.CanvasPen;
import virdi.ui.kit.Pen;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/**
 * The canvas of what moves, above what stands still: liquids, dots, buffers, and what shows attention. FX thread only.
 * All of it is drawn anew in every pulse in which something moves.
 */
final class MovingLayer {
    private static final int MOST_DOTTED = 400;

    private final Canvas canvas;
    private final Pen pen;

    MovingLayer(Canvas canvas) {
        this.canvas = canvas;
        pen = new CanvasPen(canvas.getGraphicsContext2D());
    }

    /** Long pipes carry many dots: where so many lie in view that no dot could be told, they go without. */
    private static boolean hasRoomForDots(MapViewModel model, Box part) {
        int[] pipes = {0};
        for (BasinPicture basin : model.basins()) {
            basin.forEachNode(node -> {
                if (node.isRow() && Pipe.of(node, basin.tank()).crosses(part)) {
                    pipes[0]++;
                }
            });
        }
        return pipes[0] <= MOST_DOTTED;
    }

    void paint(MapViewModel model, Attention attention, Inks inks, Lettering lettering, long nanos) {
        Camera camera = model.camera();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.setGlobalAlpha(1);
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Easel easel = new Easel(pen, inks, lettering, camera.zoom(), Detail.at(camera.zoom()));
        g.setTransform(camera.zoom(), 0, 0, camera.zoom(), camera.toScreenX(0), camera.toScreenY(0));
        Box visible = camera.visible();
        AttentionPainter.under(easel, model, attention);
        draw(easel, model, visible, nanos);
        g.setGlobalAlpha(1);
        AttentionPainter.over(easel, model, attention);
        g.setTransform(1, 0, 0, 1, 0, 0);
        Easel screen = new Easel(pen, inks, lettering, 1, Detail.NEAR);
        Attention.Bubble bubble = attention.bubble();
        if (bubble != null) {
            g.setFill(inks.of(Ink.BACKGROUND));
            Box halo = bubble.box().grownBy(3);
            g.setGlobalAlpha(0.75);
            g.fillRoundRect(halo.x(), halo.y(), halo.width(), halo.height(), 20, 20);
            g.setGlobalAlpha(1);
            WhyPainter.paint(
                    screen, bubble.why(), bubble.box(), Tone.of(model.picture().severity(bubble.about())));
        }
        Box band = attention.band();
        if (band != null) {
            g.setFill(inks.of(Tone.FLOW, Inks.Strength.WASH));
            g.fillRect(band.x(), band.y(), band.width(), band.height());
            g.setStroke(inks.of(Tone.FLOW));
            g.setLineWidth(1);
            g.strokeRect(band.x() + 0.5, band.y() + 0.5, band.width(), band.height());
        }
    }

    /** Draws what moves in a part of the plane at a time. */
    static void draw(Easel easel, MapViewModel model, Box part, long nanos) {
        boolean dotted = hasRoomForDots(model, part);
        for (BasinPicture basin : model.basins()) {
            if (!basin.bounds().overlaps(part)) {
                continue;
            }
            TankPainter.liquid(easel, basin, nanos);
            basin.forEachNode(node -> {
                boolean seen = node.isRow()
                        ? dotted && Pipe.of(node, basin.tank()).crosses(part)
                        : node.touches(part, basin.tank());
                if (seen) {
                    PipePainter.dots(easel, node, basin.tank(), part, nanos);
                }
                if (seen && !node.isRow() && !basin.isCompact()) {
                    NodePainter.gauge(easel, node);
                }
            });
        }
    }
}
