package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/**
 * A canvas with a part of the plane on it, which is moved with what it shows and not drawn anew. FX thread only.
 *
 * <p>One point of the plane, its anchor, lies on a whole pixel always: so the picture keeps its pixels wherever it is
 * moved to, and is half a pixel beside its place at most. The canvas is as large as the part; where that is much larger
 * than what is seen, as large as what is seen with a margin, and all is drawn anew when it ends.
 */
final class Sheet {
    /** How many pixels more than what is seen are kept on each side; on the way that it is panned, almost twice as many. */
    private static final double MARGIN = 256;

    private static final double AHEAD = 192;

    /** At scales of a quarter, too, so many pixels are whole pixels of the screen. */
    private static final double GRID = 4;

    /** What comes into view is drawn in strips that wide: each cuts cards, which are drawn for every strip that they are in. */
    private static final double STRIP = 8 * GRID;

    private static final Box NOTHING = new Box(0, 0, 0, 0);

    private final Canvas canvas = new Canvas(0, 0);
    private double zoom = 1;
    private double anchorX;
    private double anchorY;
    /** Where the canvas is, in pixels from the anchor. */
    private Box paper = NOTHING;
    /** The part of it that shows the picture. */
    private Box drawn = NOTHING;

    Canvas canvas() {
        return canvas;
    }

    GraphicsContext graphics() {
        return canvas.getGraphicsContext2D();
    }

    /** Puts the point of the plane on a whole pixel from which on all is measured; it moves when the picture does. */
    void anchor(double planeX, double planeY) {
        anchorX = planeX;
        anchorY = planeY;
    }

    /**
     * Shows the picture as a camera sees it.
     *
     * @param extent all of the plane that there may be something of
     * @param anew whether nothing of what is drawn is right any more
     * @return the parts of the plane that are still to be drawn; they count as drawn from now on
     */
    List<Box> follow(Camera camera, Box extent, boolean anew) {
        double atX = camera.wholeX(anchorX);
        double atY = camera.wholeY(anchorY);
        double scale = camera.zoom();
        Box whole = onGrid(
                new Box(
                        (extent.x() - anchorX) * scale,
                        (extent.y() - anchorY) * scale,
                        extent.width() * scale,
                        extent.height() * scale),
                GRID);
        Box window = new Box(-atX, -atY, camera.width(), camera.height());
        boolean isSeen = window.overlaps(whole);
        Box seen = onGrid(window, STRIP).within(whole);
        canvas.setVisible(isSeen);
        if (!isSeen) {
            drawn = anew ? NOTHING : drawn;
            return List.of();
        }
        boolean panned = !anew && drawn.width() > 0 && zoom == scale;
        if (!panned || !paper.contains(seen)) {
            lay(whole, seen, camera, panned);
            zoom = scale;
            drawn = NOTHING;
        }
        canvas.setTranslateX(atX + paper.x());
        canvas.setTranslateY(atY + paper.y());
        Box before = drawn;
        drawn = before.width() > 0 ? before.union(seen) : seen;
        return missing(before).stream().map(this::toPlane).toList();
    }

    /** The part of the plane that shows the picture, seen or not. */
    Box drawn() {
        return toPlane(drawn);
    }

    /** Whether it has a picture at that zoom. */
    boolean has(double atZoom) {
        return drawn.width() > 0 && zoom == atZoom;
    }

    /**
     * Lets a part of the plane, rounded up to whole pixels, be drawn anew, and nothing beside it, until {@link #close}:
     * sets up the canvas for map units. A canvas clips to a rectangle of whole pixels for nothing, and to any other shape
     * by way of a mask.
     *
     * @return what can be drawn in; of no size when nothing of it is shown
     */
    Box open(Box part) {
        Box pixels = onGrid(pixels(part).within(drawn), GRID);
        GraphicsContext g = graphics();
        g.save();
        g.setTransform(1, 0, 0, 1, -paper.x(), -paper.y());
        g.beginPath();
        g.rect(pixels.x(), pixels.y(), pixels.width(), pixels.height());
        g.clip();
        g.setTransform(zoom, 0, 0, zoom, -anchorX * zoom - paper.x(), -anchorY * zoom - paper.y());
        return toPlane(pixels);
    }

    /** Takes away all that is drawn in a part that is open. */
    void wipe(Box part) {
        graphics().clearRect(part.x(), part.y(), part.width(), part.height());
    }

    void close() {
        graphics().restore();
    }

    /** Places the canvas so that what is seen is on it. */
    private void lay(Box whole, Box seen, Camera camera, boolean panned) {
        double width = Math.min(whole.width(), up(camera.width() + 2 * MARGIN, GRID));
        double height = Math.min(whole.height(), up(camera.height() + 2 * MARGIN, GRID));
        double left = seen.x() - MARGIN + (panned ? ahead(seen.x(), seen.right(), paper.x(), paper.right()) : 0);
        double top = seen.y() - MARGIN + (panned ? ahead(seen.y(), seen.bottom(), paper.y(), paper.bottom()) : 0);
        paper = new Box(
                down(Math.clamp(left, whole.x(), whole.right() - width), GRID),
                down(Math.clamp(top, whole.y(), whole.bottom() - height), GRID),
                width,
                height);
        canvas.setWidth(width);
        canvas.setHeight(height);
    }

    /** Which way the canvas has ended: there it is to reach further now. */
    private static double ahead(double from, double to, double first, double last) {
        return from < first ? -AHEAD : to > last ? AHEAD : 0;
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

    private Box pixels(Box part) {
        return new Box(
                (part.x() - anchorX) * zoom, (part.y() - anchorY) * zoom, part.width() * zoom, part.height() * zoom);
    }

    private Box toPlane(Box pixels) {
        return new Box(
                pixels.x() / zoom + anchorX,
                pixels.y() / zoom + anchorY,
                pixels.width() / zoom,
                pixels.height() / zoom);
    }

    /** Rounded up to the grid; of no size where there is nothing. */
    private static Box onGrid(Box box, double grid) {
        if (box.width() <= 0 || box.height() <= 0) {
            return NOTHING;
        }
        double left = down(box.x(), grid);
        double top = down(box.y(), grid);
        return new Box(left, top, up(box.right(), grid) - left, up(box.bottom(), grid) - top);
    }

    private static double down(double pixels, double grid) {
        return Math.floor(pixels / grid) * grid;
    }

    private static double up(double pixels, double grid) {
        return Math.ceil(pixels / grid) * grid;
    }
}
