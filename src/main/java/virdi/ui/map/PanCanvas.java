package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

/**
 * A canvas that is larger than what is seen of it, so that a picture that is panned is moved and not drawn anew: only
 * what comes into view has to be drawn, and all of it only when the canvas ends. FX thread only.
 */
final class PanCanvas extends Pane {
    /** How many pixels a picture can be panned to each side; all of the way that it is panned already, almost twice as many. */
    private static final double MARGIN = 256;

    private static final double AHEAD = 192;
    /** At scales of a quarter, too, so many pixels are whole pixels of the screen. */
    private static final double GRID = 4;

    private static final double EXACT = 1e-6;
    private static final Box NOTHING = new Box(0, 0, 0, 0);

    private final Canvas canvas = new Canvas();
    private final Rectangle window = new Rectangle();
    private double zoom = 1;
    /** Where on the canvas the plane's origin is. */
    private double originX;

    private double originY;
    /** The part of the canvas that shows the picture, in its pixels. */
    private Box drawn = NOTHING;

    PanCanvas() {
        getChildren().add(canvas);
        setClip(window);
        setMouseTransparent(true);
        setManaged(false);
    }

    GraphicsContext graphics() {
        return canvas.getGraphicsContext2D();
    }

    /** Takes the size of what is seen of it; what it shows is lost when that is another one. */
    void show(double width, double height) {
        if (window.getWidth() != width || window.getHeight() != height) {
            resizeRelocate(0, 0, width, height);
            window.setWidth(width);
            window.setHeight(height);
            canvas.setWidth(width + 2 * MARGIN);
            canvas.setHeight(height + 2 * MARGIN);
            drawn = NOTHING;
        }
    }

    /**
     * Shows the picture as a camera sees it.
     *
     * @param anew whether nothing of what is drawn is right any more
     * @return the parts of the plane that are still to be drawn; they count as drawn from now on
     */
    List<Box> follow(Camera camera, boolean anew) {
        double shiftX = camera.toScreenX(0) - originX;
        double shiftY = camera.toScreenY(0) - originY;
        Box seen = new Box(-shiftX, -shiftY, window.getWidth(), window.getHeight());
        boolean moved = !anew
                && drawn.width() > 0
                && zoom == camera.zoom()
                && isWhole(shiftX)
                && isWhole(shiftY)
                && new Box(0, 0, canvas.getWidth(), canvas.getHeight()).contains(seen);
        if (!moved) {
            boolean panned = !anew && drawn.width() > 0 && zoom == camera.zoom();
            double left = MARGIN + (panned ? ahead(seen.x(), seen.right(), canvas.getWidth()) : 0);
            double top = MARGIN + (panned ? ahead(seen.y(), seen.bottom(), canvas.getHeight()) : 0);
            zoom = camera.zoom();
            shiftX = -left;
            shiftY = -top;
            originX = camera.toScreenX(0) + left;
            originY = camera.toScreenY(0) + top;
            seen = new Box(left, top, window.getWidth(), window.getHeight());
            drawn = NOTHING;
        }
        canvas.setTranslateX(shiftX);
        canvas.setTranslateY(shiftY);
        Box before = drawn;
        drawn = before.width() > 0 ? before.union(seen) : seen;
        return missing(before).stream().map(this::toPlane).toList();
    }

    /** Which way the canvas has ended: there it is to reach further now. */
    private static double ahead(double from, double to, double size) {
        return from < 0 ? AHEAD : to > size ? -AHEAD : 0;
    }

    /** The part of the plane that shows the picture, seen or not. */
    Box drawn() {
        return toPlane(drawn);
    }

    /**
     * Lets a part of the plane, rounded up to whole pixels, be drawn anew, and nothing beside it, until {@link #close}:
     * sets up the canvas for map units. A canvas clips to a rectangle of whole pixels for nothing, and to any other shape
     * by way of a mask.
     *
     * @return what can be drawn in; of no size when nothing of it is shown
     */
    Box open(Box part) {
        double grid = renderScale() == Math.rint(renderScale()) ? 1 : GRID;
        Box wanted = new Box(
                        part.x() * zoom + originX, part.y() * zoom + originY, part.width() * zoom, part.height() * zoom)
                .within(drawn);
        double left = Math.floor(wanted.x() / grid) * grid;
        double top = Math.floor(wanted.y() / grid) * grid;
        Box pixels = wanted.width() <= 0 || wanted.height() <= 0
                ? NOTHING
                : new Box(
                        left,
                        top,
                        Math.ceil(wanted.right() / grid) * grid - left,
                        Math.ceil(wanted.bottom() / grid) * grid - top);
        GraphicsContext g = graphics();
        g.save();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.beginPath();
        g.rect(pixels.x(), pixels.y(), pixels.width(), pixels.height());
        g.clip();
        use();
        return toPlane(pixels);
    }

    void close() {
        graphics().restore();
    }

    /** Sets up the canvas for map units. */
    void use() {
        graphics().setTransform(zoom, 0, 0, zoom, originX, originY);
    }

    /** What is drawn now and was not, in up to four parts. */
    private List<Box> missing(Box before) {
        if (before.width() <= 0) {
            return List.of(drawn);
        }
        List<Box> parts = new ArrayList<>();
        parts.add(Box.between(drawn.x(), drawn.y(), before.x(), drawn.bottom()));
        parts.add(Box.between(before.right(), drawn.y(), drawn.right(), drawn.bottom()));
        parts.add(Box.between(before.x(), drawn.y(), before.right(), before.y()));
        parts.add(Box.between(before.x(), before.bottom(), before.right(), drawn.bottom()));
        parts.removeIf(part -> part.width() <= 0 || part.height() <= 0);
        return parts;
    }

    private Box toPlane(Box pixels) {
        return new Box(
                (pixels.x() - originX) / zoom,
                (pixels.y() - originY) / zoom,
                pixels.width() / zoom,
                pixels.height() / zoom);
    }

    /** Whether a picture that is moved by so much keeps its pixels. */
    private boolean isWhole(double pixels) {
        double exact = pixels * renderScale();
        return Math.abs(exact - Math.rint(exact)) < EXACT;
    }

    private double renderScale() {
        Window shown = getScene() == null ? null : getScene().getWindow();
        return shown == null ? 1 : shown.getRenderScaleX();
    }
}
