package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.ui.kit.CanvasPen;
import virdi.ui.kit.Pen;
import virdi.ui.kit.RenderScale;
import virdi.ui.map.BasinPlaces.Place;
import virdi.ui.sign.Palette.Ink;

/**
 * What was drawn last of all that stands still, moved and scaled to where it is now. FX thread only.
 *
 * <p>While a hand zooms, or basins glide to other places, all of the picture would have to be drawn anew in every pulse,
 * which takes the longer the more is in it; and nobody reads meanwhile. So an image is taken of it once and shown instead,
 * each basin where it is by now, until all rests. What was not in view is sketched, and a basin that is built in another way
 * than on the image is drawn as it is.
 */
final class Afterimage extends Canvas {
    /** A wheel that is still being turned is quicker. */
    private static final long REST_NANOS = 120_000_000L;
    /** Whose hand moves all of it does not miss for so long what would have been told meanwhile. */
    private static final long MOST_NANOS = 1_000_000_000L;
    /** Who looks on while it glides would: one glide, and no more if others follow. */
    private static final long MOST_GLIDING_NANOS = Glide.NANOS + 50_000_000L;
    /** Enlarged beyond that it is a mosaic, and as much smaller it is a stamp. */
    private static final double MOST_SCALE = 2.5;
    /** From so many basins on that would be drawn it is as well to draw all. */
    private static final int MOST_REBUILT = 6;

    private static final Box NOTHING = new Box(0, 0, 0, 0);

    private final Pen pen = new CanvasPen(getGraphicsContext2D());
    private @Nullable Image image;
    /** The part of the plane that is on the image. */
    private Box taken = NOTHING;

    private double takenZoom;
    /** Where basins stand on the image. */
    private Map<ResourceId, Place> places = Map.of();

    private long takenNanos;
    /** The part of the plane that was in view when it was drawn last. */
    private Box seen = NOTHING;

    /** When a hand moved all of it last. */
    private long turnedNanos;
    /** Whether it was on its way by itself. */
    private boolean gliding;

    Afterimage() {
        // Without a graphics card a smooth one takes several times as long.
        getGraphicsContext2D().setImageSmoothing(false);
        setVisible(false);
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Whether it is what is seen of the picture. */
    boolean isShown() {
        return image != null;
    }

    /** Whether it is shown and a hand moves all of it, who does not read meanwhile what would be told. */
    boolean isTurning(long nanos) {
        return isShown() && !gliding && nanos - turnedNanos < REST_NANOS && nanos - takenNanos <= MOST_NANOS;
    }

    /**
     * Is shown from now on instead of what was drawn, unless too much has changed since.
     *
     * @param canvas what was drawn
     * @param drawn where basins stand on it
     * @param now where they stand by now
     */
    void begin(
            PanCanvas canvas,
            Map<ResourceId, Place> drawn,
            Map<ResourceId, Place> now,
            MapViewModel model,
            long nanos) {
        places = drawn;
        if (rebuilt(model, now).size() <= MOST_REBUILT) {
            taken = canvas.shown();
            takenZoom = canvas.zoom();
            image = canvas.image();
            takenNanos = nanos;
            gliding = false;
            seen = NOTHING;
            setWidth(model.camera().width());
            setHeight(model.camera().height());
            setVisible(true);
        }
    }

    /** Is not shown any more. */
    void end() {
        image = null;
        places = Map.of();
        setVisible(false);
    }

    /**
     * Goes along with the picture: is drawn where that is now, wiping what was drawn on it.
     *
     * @param now where basins stand
     * @param moved whether some of it stands elsewhere than it did
     * @return whether it is still as good as that
     */
    boolean follow(MapViewModel model, Map<ResourceId, Place> now, Style style, boolean moved, long nanos) {
        Image source = image;
        if (source == null) {
            return false;
        }
        Box visible = model.camera().visible();
        boolean glided = gliding;
        gliding = moved || model.isGliding();
        boolean turned = !gliding && !visible.equals(seen);
        if (turned) {
            turnedNanos = nanos;
        }
        if (!gliding && (glided || nanos - turnedNanos >= REST_NANOS)) {
            return false;
        }
        seen = visible;
        double scale = model.camera().zoom() / takenZoom;
        List<BasinPicture> rebuilt = rebuilt(model, now);
        if (nanos - takenNanos > (gliding ? MOST_GLIDING_NANOS : MOST_NANOS)
                || Math.max(scale, 1 / scale) > MOST_SCALE
                || rebuilt.size() > MOST_REBUILT) {
            return false;
        }
        draw(source, model, style, rebuilt);
        return true;
    }

    /** Those in view that are built in another way than on the image. */
    private List<BasinPicture> rebuilt(MapViewModel model, Map<ResourceId, Place> now) {
        Box visible = model.camera().visible();
        List<BasinPicture> rebuilt = new ArrayList<>();
        if (model.cards().isEmpty()) {
            for (BasinPicture basin : model.basins()) {
                Place before = places.get(basin.id());
                Place place = now.get(basin.id());
                boolean alike = before != null && place != null && before.build() == place.build();
                if (!alike && basin.bounds().overlaps(visible)) {
                    rebuilt.add(basin);
                }
            }
        }
        return rebuilt;
    }

    private void draw(Image source, MapViewModel model, Style style, List<BasinPicture> rebuilt) {
        Camera camera = model.camera();
        GraphicsContext g = getGraphicsContext2D();
        onScreen().setFill(style.inks().of(Ink.BACKGROUND));
        g.fillRect(0, 0, getWidth(), getHeight());
        sketch(onPlane(style, camera), model);
        onScreen();
        if (rebuilt.isEmpty() && stands(model)) {
            copy(source, taken, 0, 0, camera);
        } else {
            for (BasinPicture basin : model.basins()) {
                Place place = places.get(basin.id());
                if (place != null && !rebuilt.contains(basin)) {
                    Box tank = basin.tank();
                    copy(
                            source,
                            place.box(),
                            tank.x() - place.tank().x(),
                            tank.y() - place.tank().y(),
                            camera);
                }
            }
        }
        StillLayer.draw(onPlane(style, camera), rebuilt, camera.visible());
    }

    /** Is drawn on in map units from now on; pipes are drawn as they are on the image, so that dots run along all alike. */
    Easel onPlane(Style style, Camera camera) {
        getGraphicsContext2D()
                .setTransform(camera.zoom(), 0, 0, camera.zoom(), camera.toScreenX(0), camera.toScreenY(0));
        return style.easel(pen, camera.zoom()).withPipesFor(takenZoom);
    }

    /** Is drawn on in pixels of the view from now on. */
    Pen onScreen() {
        getGraphicsContext2D().setTransform(1, 0, 0, 1, 0, 0);
        getGraphicsContext2D().setGlobalAlpha(1);
        return pen;
    }

    /** Whether everything stands where it does on the image. */
    private boolean stands(MapViewModel model) {
        if (!model.cards().isEmpty()) {
            return true;
        }
        for (BasinPicture basin : model.basins()) {
            Place place = places.get(basin.id());
            if (place == null || !place.tank().equals(basin.tank())) {
                return false;
            }
        }
        return places.size() == model.basins().size();
    }

    /** Draws the ground of what is not, or not as a whole, on the image: rectangles, of which a thousand cost little. */
    private void sketch(Easel easel, MapViewModel model) {
        Box visible = model.camera().visible();
        if (taken.contains(visible)) {
            return;
        }
        Pen g = easel.g();
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(visible) && !taken.contains(basin.bounds())) {
                easel.fade(basin.isFound());
                g.setFill(easel.inks().of(Ink.SURFACE));
                basin.forEachNode(node -> fill(g, node.box()));
                g.setFill(easel.inks().of(Ink.RAISED));
                fill(g, basin.tank());
            }
        }
        g.setGlobalAlpha(1);
        g.setFill(easel.inks().of(Ink.SURFACE));
        for (CardPicture card : model.cards()) {
            if (card.box().overlaps(visible) && !taken.contains(card.box())) {
                fill(g, card.box());
            }
        }
    }

    private static void fill(Pen g, Box box) {
        g.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    /** Draws what the image has of a part of the plane, so far from where it was, in whole pixels of the screen. */
    private void copy(Image source, Box part, double dx, double dy, Camera camera) {
        Box wanted = part.within(taken).within(camera.visible().movedBy(-dx, -dy));
        if (wanted.isEmpty()) {
            return;
        }
        double scale = source.getWidth() / taken.width();
        double left = Math.floor((wanted.x() - taken.x()) * scale);
        double top = Math.floor((wanted.y() - taken.y()) * scale);
        double right = Math.min(Math.ceil((wanted.right() - taken.x()) * scale), source.getWidth());
        double bottom = Math.min(Math.ceil((wanted.bottom() - taken.y()) * scale), source.getHeight());
        double x = whole(camera.toScreenX(taken.x() + left / scale + dx));
        double y = whole(camera.toScreenY(taken.y() + top / scale + dy));
        getGraphicsContext2D()
                .drawImage(
                        source,
                        left,
                        top,
                        right - left,
                        bottom - top,
                        x,
                        y,
                        whole(camera.toScreenX(taken.x() + right / scale + dx)) - x,
                        whole(camera.toScreenY(taken.y() + bottom / scale + dy)) - y);
    }

    private double whole(double pixels) {
        return RenderScale.whole(this, pixels);
    }
}
