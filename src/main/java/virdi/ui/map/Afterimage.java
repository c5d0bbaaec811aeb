package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.telemetry.ResourceView;
import virdi.ui.kit.DotPen;
import virdi.ui.kit.Pixmap;
import virdi.ui.kit.PixmapPen;
import virdi.ui.kit.PixmapView;
import virdi.ui.kit.RenderScale;
import virdi.ui.kit.pen.CanvasPen;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.BasinPlaces.Place;
import virdi.ui.map.Inks.Strength;
import virdi.ui.sign.Palette.Ink;

/**
 * What was drawn last, moved and scaled to where it is now. FX thread only.
 *
 * <p>While a hand zooms, or basins glide to other places, all of the picture would have to be drawn anew in every pulse,
 * which takes the longer the more is in it; and nobody reads meanwhile. So an image is taken of it once, with its liquids,
 * and shown instead, each basin where it is by now, until all rests. What was not in view is sketched. Dots move on it
 * as ever. What cannot be had from the image is drawn on a canvas above it: a basin that is built in another way, and what
 * shows attention.
 */
final class Afterimage extends Pane {
    /** A wheel that is still being turned is quicker. */
    private static final long REST_NANOS = 120_000_000L;
    /** Whose hand moves all of it does not miss for so long what would have been told meanwhile. */
    private static final long MOST_NANOS = 1_000_000_000L;
    /** Nor is the hand held up for more than a thirtieth of the time: ten thousand pipes take most of a second. */
    private static final long MOST_DRAWINGS = 30;
    /** Who looks on while it glides would: one glide, and no more if others follow. */
    private static final long MOST_GLIDING_NANOS = Glide.NANOS + 50_000_000L;
    /** Enlarged beyond that it is a mosaic, and as much smaller it is a stamp. */
    private static final double MOST_SCALE = 2.5;
    /** From so many basins on that would be drawn it is as well to draw all. */
    private static final int MOST_REBUILT = 6;

    private static final Box NOTHING = new Box(0, 0, 0, 0);

    private final PixmapView view = new PixmapView();
    /** Is seen only where something is drawn on it. */
    private final Canvas above = new Canvas();

    private final Pen pen = new CanvasPen(above.getGraphicsContext2D());
    private @Nullable Pixmap image;
    /** The one that was an image last, to be one again. */
    private @Nullable Pixmap spare;
    /** The part of the plane that is on the image. */
    private Box taken = NOTHING;

    private double takenZoom;
    /** Where basins stand on the image. */
    private Map<ResourceId, Place> places = Map.of();

    private long takenNanos;
    /** How long it is as good as the picture while a hand moves that. */
    private long lastsNanos;
    /** The part of the plane that was in view when it was drawn last. */
    private Box seen = NOTHING;

    /** When a hand moved all of it last. */
    private long turnedNanos;
    /** Whether it was on its way by itself. */
    private boolean gliding;
    /** Those in view that are built in another way than on the image. */
    private List<BasinPicture> rebuilt = List.of();

    Afterimage() {
        view.setManaged(false);
        above.setManaged(false);
        getChildren().addAll(view, above);
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
        return isShown() && isTurned(nanos) && nanos - takenNanos <= lastsNanos;
    }

    /** Whether a hand moves all of it. */
    boolean isTurned(long nanos) {
        return !gliding && nanos - turnedNanos < REST_NANOS;
    }

    /**
     * Is shown from now on instead of what was drawn, unless too much has changed since.
     *
     * @param canvas what was drawn, which has to be drawn anew afterwards
     * @param drawn where basins stand on it
     * @param now where they stand by now
     */
    void begin(
            PanCanvas canvas,
            Map<ResourceId, Place> drawn,
            Map<ResourceId, Place> now,
            MapViewModel model,
            Style style,
            long nanos) {
        places = drawn;
        if (rebuilt(model, now).size() <= MOST_REBUILT) {
            taken = canvas.shown();
            takenZoom = canvas.zoom();
            long began = System.nanoTime();
            image = pixmap(canvas.image((g, part) -> levels(style.easel(g, takenZoom), model, part, nanos)));
            // With all that was drawn just before, if anything was.
            lastsNanos = Math.max(MOST_NANOS, MOST_DRAWINGS * (System.nanoTime() - began));
            takenNanos = nanos;
            gliding = false;
            seen = NOTHING;
            setVisible(true);
        }
    }

    /** Draws what is in tanks and buffers, where basins stood. */
    private void levels(Easel easel, MapViewModel model, Box part, long nanos) {
        Pen g = easel.g();
        for (BasinPicture basin : model.basins()) {
            Place place =
                    model.cards().isEmpty() ? places.get(basin.id()) : new Place(basin.bounds(), basin.tank(), 0, 0);
            if (place != null && place.box().overlaps(part)) {
                double dx = place.tank().x() - basin.tank().x();
                double dy = place.tank().y() - basin.tank().y();
                g.save();
                g.translate(dx, dy);
                MovingLayer.levels(easel, basin, part.movedBy(-dx, -dy), nanos);
                g.restore();
            }
        }
    }

    private Pixmap pixmap(Image source) {
        int width = (int) source.getWidth();
        int height = (int) source.getHeight();
        Pixmap pixmap =
                spare != null && spare.width() == width && spare.height() == height ? spare : new Pixmap(width, height);
        pixmap.take(source);
        spare = pixmap;
        return pixmap;
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
        Pixmap source = image;
        if (source == null) {
            return false;
        }
        Box visible = model.camera().visible();
        boolean glided = gliding;
        gliding = moved || model.isGliding();
        boolean arrived = glided && !gliding;
        if (!gliding && !arrived && !visible.equals(seen)) {
            turnedNanos = nanos;
        }
        if (arrived || !(gliding || isTurned(nanos))) {
            return false;
        }
        seen = visible;
        double scale = model.camera().zoom() / takenZoom;
        rebuilt = rebuilt(model, now);
        if (nanos - takenNanos > (gliding ? MOST_GLIDING_NANOS : lastsNanos)
                || Math.max(scale, 1 / scale) > MOST_SCALE
                || rebuilt.size() > MOST_REBUILT) {
            return false;
        }
        draw(source, model, style);
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

    private void draw(Pixmap source, MapViewModel model, Style style) {
        Camera camera = model.camera();
        double scale = RenderScale.of(this);
        Pixmap to = view.next((int) Math.ceil(camera.width() * scale), (int) Math.ceil(camera.height() * scale));
        above.setVisible(false);
        boolean whole = rebuilt.isEmpty() && stands(model);
        if (!whole || !taken.contains(camera.visible())) {
            to.fill(PixmapPen.rgb(style.inks().of(Ink.BACKGROUND)));
            sketch(style, model);
        }
        if (whole) {
            copy(source, to, taken, 0, 0, camera);
        } else {
            for (BasinPicture basin : model.basins()) {
                Place place = places.get(basin.id());
                if (place != null && !rebuilt.contains(basin)) {
                    Box tank = basin.tank();
                    double dx = tank.x() - place.tank().x();
                    double dy = tank.y() - place.tank().y();
                    copy(source, to, place.box(), dx, dy, camera);
                }
            }
        }
        if (!rebuilt.isEmpty()) {
            StillLayer.draw(above(style, camera), rebuilt, camera.visible());
        }
    }

    /** Whether a basin is drawn above it, and its dots have to be, too. */
    boolean isDrawn(BasinPicture basin) {
        return rebuilt.contains(basin);
    }

    /** Those that are drawn above it. */
    List<BasinPicture> drawn() {
        return List.copyOf(rebuilt);
    }

    /** What draws dots on it. */
    DotPen dotPen(Camera camera) {
        return pixmapPen(camera);
    }

    private PixmapPen pixmapPen(Camera camera) {
        double scale = RenderScale.of(this);
        return new PixmapPen(
                view.pixmap(), camera.zoom() * scale, camera.toScreenX(0) * scale, camera.toScreenY(0) * scale);
    }

    /** How it is drawn: pipes as they are on the image, so that dots run along all alike. */
    Easel easel(Style style, Camera camera) {
        return style.easel(pen, camera.zoom()).withPipesFor(takenZoom);
    }

    /** The same, to draw above it in map units from now on. */
    Easel above(Style style, Camera camera) {
        onScreen().translate(camera.toScreenX(0), camera.toScreenY(0));
        pen.scale(camera.zoom(), camera.zoom());
        return easel(style, camera);
    }

    /** To draw above it in pixels of the view from now on. */
    Pen onScreen() {
        GraphicsContext g = above.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.setGlobalAlpha(1);
        if (!above.isVisible()) {
            above.setVisible(true);
            above.setWidth(view.getFitWidth());
            above.setHeight(view.getFitHeight());
            g.clearRect(0, 0, above.getWidth(), above.getHeight());
        }
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
    private void sketch(Style style, MapViewModel model) {
        Box visible = model.camera().visible();
        if (taken.contains(visible)) {
            return;
        }
        PixmapPen g = pixmapPen(model.camera());
        Color card = style.inks().of(Ink.SURFACE);
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(visible) && !taken.contains(basin.bounds())) {
                g.setGlobalAlpha(Easel.alpha(basin.isFound()));
                g.setFill(card);
                basin.forEachNode(node -> sketch(g, node.box()));
                g.setFill(style.inks().of(Ink.RAISED));
                sketch(g, basin.tank());
                ResourceView view = basin.basin().view();
                TankLiquid liquid = TankLiquid.of(basin.tank(), view.fillShare());
                Box inner = liquid.inner();
                g.setFill(style.inks().of(TankPainter.tone(view), Strength.LIQUID));
                sketch(g, Box.between(inner.x(), liquid.y(liquid.share()), inner.right(), inner.bottom()));
            }
        }
        g.setGlobalAlpha(1);
        g.setFill(card);
        for (CardPicture it : model.cards()) {
            if (it.box().overlaps(visible)) {
                sketch(g, it.box());
            }
        }
    }

    private void sketch(PixmapPen g, Box box) {
        if (!taken.contains(box)) {
            g.fillRect(box.x(), box.y(), box.width(), box.height());
        }
    }

    /** Draws what the image has of a part of the plane, so far from where it was. */
    private void copy(Pixmap source, Pixmap to, Box part, double dx, double dy, Camera camera) {
        Box wanted = part.within(taken).within(camera.visible().movedBy(-dx, -dy));
        if (wanted.isEmpty()) {
            return;
        }
        double scale = source.width() / taken.width();
        int left = (int) Math.floor((wanted.x() - taken.x()) * scale);
        int top = (int) Math.floor((wanted.y() - taken.y()) * scale);
        int right = (int) Math.min(Math.ceil((wanted.right() - taken.x()) * scale), source.width());
        int bottom = (int) Math.min(Math.ceil((wanted.bottom() - taken.y()) * scale), source.height());
        to.copy(
                source,
                new Pixmap.Area(left, top, right, bottom),
                new Pixmap.Area(
                        whole(camera.toScreenX(taken.x() + left / scale + dx)),
                        whole(camera.toScreenY(taken.y() + top / scale + dy)),
                        whole(camera.toScreenX(taken.x() + right / scale + dx)),
                        whole(camera.toScreenY(taken.y() + bottom / scale + dy))));
    }

    /** The nearest whole pixel of the screen. */
    private int whole(double pixels) {
        return (int) Math.rint(pixels * RenderScale.of(this));
    }
}
