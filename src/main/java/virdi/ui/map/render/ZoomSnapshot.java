package virdi.ui.map.render;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.paint.PaintContext;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.Camera;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.sign.Palette.Ink;

/**
 * An image of the static part of a crowded picture, scaled to where that is now. FX thread only.
 *
 * <p>While a hand zooms, all of the picture would have to be drawn in every pulse, which takes longer the more is in it;
 * and nobody reads meanwhile. The image stands in for it until the hand rests. Tanks and cards that were out of view are
 * sketched as rectangles.
 *
 * @param part the part of the plane on the image
 * @param zoom the zoom that the picture was drawn for
 * @param takenNanos when the image was taken
 */
public record ZoomSnapshot(Image image, Box part, double zoom, long takenNanos) {
    /** An image of what a canvas shows. */
    static ZoomSnapshot of(TiledCanvas canvas, long nanos) {
        return new ZoomSnapshot(canvas.image(), canvas.shown(), canvas.zoom(), nanos);
    }

    /** Draws it over all of a canvas that is set up for pixels of the view. */
    void draw(GraphicsContext g, PaintContext context, MapViewModel model) {
        Camera camera = model.camera();
        g.setFill(context.colors().of(Ink.BACKGROUND));
        g.fillRect(0, 0, camera.width(), camera.height());
        if (!part.contains(camera.visible())) {
            g.save();
            g.translate(camera.toScreenX(0), camera.toScreenY(0));
            g.scale(camera.zoom(), camera.zoom());
            sketch(context, model);
            g.restore();
        }
        Box seen = part.within(camera.visible());
        if (seen.isEmpty()) {
            return;
        }
        double scale = image.getWidth() / part.width();
        double left = Math.floor((seen.x() - part.x()) * scale);
        double top = Math.floor((seen.y() - part.y()) * scale);
        double right = Math.min(Math.ceil((seen.right() - part.x()) * scale), image.getWidth());
        double bottom = Math.min(Math.ceil((seen.bottom() - part.y()) * scale), image.getHeight());
        double x = camera.toScreenX(part.x() + left / scale);
        double y = camera.toScreenY(part.y() + top / scale);
        // Without a graphics card a smooth image takes several times as long.
        g.setImageSmoothing(false);
        g.drawImage(
                image,
                left,
                top,
                right - left,
                bottom - top,
                x,
                y,
                camera.toScreenX(part.x() + right / scale) - x,
                camera.toScreenY(part.y() + bottom / scale) - y);
    }

    private void sketch(PaintContext context, MapViewModel model) {
        Pen g = context.g();
        Box visible = model.camera().visible();
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(visible) && !part.contains(basin.bounds())) {
                context.fade(basin.isFound());
                g.setFill(context.colors().of(Ink.SURFACE));
                basin.forEachNode(node -> fill(g, node.box()));
                g.setFill(context.colors().of(Ink.RAISED));
                fill(g, basin.tank());
            }
        }
        g.setGlobalAlpha(1);
        g.setFill(context.colors().of(Ink.SURFACE));
        model.cards().stream()
                .map(CardPicture::box)
                .filter(card -> card.overlaps(visible) && !part.contains(card))
                .forEach(card -> fill(g, card));
    }

    private static void fill(Pen g, Box box) {
        g.fillRect(box.x(), box.y(), box.width(), box.height());
    }
}
