package virdi.ui.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Transform;
import virdi.ui.kit.RenderScale;
import virdi.ui.kit.pen.CanvasPen;
import virdi.ui.kit.pen.Pen;

/**
 * A picture that keeps its pixels while it is panned: only what comes into view has to be drawn. FX thread only.
 *
 * <p>It is made of canvases like tiles, one row and one column more than fit into the view. Those that leave the view on
 * one side come in again on the other, so that the picture never ends. What comes into view of a tile is drawn some way
 * ahead, to lines that neighbours have elsewhere: drawing takes as long as there are things that reach into a part, however
 * narrow it is, so a tile at a time and seldom costs less than a bit of each in every pulse. A change dirties the tiles it
 * lies on and no others, and what is drawn while only a share of the rows is due is kept for the others, which draw it in
 * the same order.
 */
final class PanCanvas extends Pane {
    /** So many tiles are as wide as the view, and as high. */
    private static final int PARTS = 4;

    /** The most rows, or columns, that are in view. */
    static final int SLOTS = PARTS + 1;
    /** At scales of a quarter, too, so many pixels are whole pixels of the screen. */
    private static final double GRID = 4;
    /** So far from each other are the lines up to which a tile is drawn, in pixels. */
    private static final double AHEAD = 80;
    /** So far from each other are those of neighbours: they are reached in different pulses. */
    private static final double STAGGER = AHEAD / SLOTS;

    /** Pixels that are less apart are the same. */
    static final double EXACT = 1e-6;

    private static final Box NOTHING = new Box(0, 0, 0, 0);

    /** A row of tiles on the screen; the first and the last may reach beyond the view. */
    record Row(int index, double top, double height) {}

    /** What is still to be drawn in a row. */
    private record Owed(Box part, BiConsumer<Pen, Box> drawing) {}

    private static final class Tile extends Canvas {
        final Pen pen = new CanvasPen(getGraphicsContext2D());
        int column;
        int row;
        /** What of it shows the picture, in pixels from the corner of the first tile. */
        Box drawn = NOTHING;

        /** In pixels from the corner of the first tile. */
        Box area() {
            return new Box(column * getWidth(), row * getHeight(), getWidth(), getHeight());
        }

        /** Is at a place from now on; it shows nothing where it has not been. */
        void place(int newColumn, int newRow) {
            if (column != newColumn || row != newRow) {
                column = newColumn;
                row = newRow;
                drawn = NOTHING;
            }
            setTranslateX(column * getWidth());
            setTranslateY(row * getHeight());
        }

        /**
         * Shows what is seen of it from now on, and some more.
         *
         * @return what of that is still to be drawn, in up to four parts
         */
        List<Box> uncover(Box seen) {
            Box wanted = seen.within(area());
            if (wanted.isEmpty()) {
                // A canvas out of view would keep all that is drawn on it until it is seen again: it shows nothing
                // meanwhile.
                drawn = NOTHING;
                return List.of();
            }
            if (drawn.contains(wanted)) {
                return List.of();
            }
            double lineX = row * STAGGER;
            double lineY = column * STAGGER;
            Box before = drawn;
            Box ahead = Box.between(
                            down(wanted.x(), lineX),
                            down(wanted.y(), lineY),
                            -down(-wanted.right(), -lineX),
                            -down(-wanted.bottom(), -lineY))
                    .within(area());
            drawn = before.isEmpty() ? ahead : before.union(ahead);
            return drawn.without(before);
        }

        /** The next line before a place. */
        private static double down(double pixels, double line) {
            return Math.floor((pixels - line) / AHEAD) * AHEAD + line;
        }
    }

    private final Rectangle window = new Rectangle();
    /** All tiles: to pan is to move this one node. */
    private final Group picture = new Group();

    private final List<Tile> tiles = new ArrayList<>();
    private final Map<Integer, List<Owed>> owed = new HashMap<>();
    private double tileWidth = GRID;
    private double tileHeight = GRID;
    private double zoom = 1;
    /** Where the plane's origin is, in pixels from the corner of the first tile. */
    private double originX;

    private double originY;
    /** Where the corner of the first tile is on the screen. */
    private double shiftX;

    private double shiftY;
    /** What of the tiles shows the picture, in their pixels. */
    private Box drawn = NOTHING;

    private boolean fresh;
    private Set<Integer> due = Set.of();

    PanCanvas() {
        for (int slot = 0; slot < SLOTS * SLOTS; slot++) {
            tiles.add(new Tile());
        }
        picture.getChildren().addAll(tiles);
        getChildren().add(picture);
        setClip(window);
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Takes the size of what is seen of it; what it shows is lost when that is another one. */
    void show(double width, double height) {
        if (window.getWidth() != width || window.getHeight() != height) {
            resizeRelocate(0, 0, width, height);
            window.setWidth(width);
            window.setHeight(height);
            tileWidth = Math.max(1, Math.ceil(width / PARTS / GRID)) * GRID;
            tileHeight = Math.max(1, Math.ceil(height / PARTS / GRID)) * GRID;
            tiles.forEach(tile -> {
                tile.setWidth(tileWidth);
                tile.setHeight(tileHeight);
            });
            forget();
        }
    }

    private void forget() {
        tiles.forEach(tile -> tile.drawn = NOTHING);
        drawn = NOTHING;
    }

    /**
     * Shows the picture as a camera sees it. What is drawn from now on is drawn at once in the rows that are due, which are
     * all when the picture has moved.
     *
     * @param anew whether nothing of what is drawn is right any more
     * @param share the rows that are due
     * @return the parts of the plane that are still to be drawn; they count as drawn from now on
     */
    List<Box> follow(Camera camera, boolean anew, Share share) {
        double toX = camera.toScreenX(0) - originX;
        double toY = camera.toScreenY(0) - originY;
        boolean kept = !anew && keepsPixels(camera);
        boolean moved = !kept || whole(toX) != shiftX || whole(toY) != shiftY;
        if (kept) {
            shiftX = whole(toX);
            shiftY = whole(toY);
        } else {
            zoom = camera.zoom();
            originX = camera.toScreenX(0);
            originY = camera.toScreenY(0);
            shiftX = 0;
            shiftY = 0;
            forget();
        }
        fresh = false;
        List<Box> missing = moved ? uncover() : List.of();
        due = rows(moved ? Share.ALL : share).stream().map(Row::index).collect(Collectors.toUnmodifiableSet());
        settle();
        if (moved) {
            // What was left to rows that are out of view by now.
            owed.clear();
        }
        return missing.stream().map(this::toPlane).toList();
    }

    /** Whether what it shows can be moved to where a camera sees it. */
    boolean keepsPixels(Camera camera) {
        return !drawn.isEmpty()
                && zoom == camera.zoom()
                && isWhole(camera.toScreenX(0) - originX)
                && isWhole(camera.toScreenY(0) - originY);
    }

    /** The zoom that it was drawn for. */
    double zoom() {
        return zoom;
    }

    /** The part of the plane that is seen on it. */
    Box shown() {
        return toPlane(seen());
    }

    /**
     * What is seen on it, in pixels of the screen. It has to be drawn anew afterwards.
     *
     * @param onTop draws on top of it first, as in {@link #draw}
     */
    WritableImage image(BiConsumer<Pen, Box> onTop) {
        for (Row row : rows(Share.ALL)) {
            draw(row.index(), seen(), onTop);
        }
        forget();
        double scale = renderScale();
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(0, 0, window.getWidth() * scale, window.getHeight() * scale));
        return snapshot(parameters, null);
    }

    /** Whether all of what was followed last had to be drawn. */
    boolean isFresh() {
        return fresh;
    }

    /** The rows in view that belong to a share, from above. */
    List<Row> rows(Share share) {
        Box seen = seen();
        List<Row> rows = new ArrayList<>();
        for (int row = (int) Math.floor(seen.y() / tileHeight); row * tileHeight < seen.bottom(); row++) {
            if (share.has(row)) {
                rows.add(new Row(row, row * tileHeight + shiftY, tileHeight));
            }
        }
        return rows;
    }

    /** The part of the plane that shows the picture. */
    Box drawn() {
        return toPlane(drawn);
    }

    /** Whether rows that are not due yet have something to draw. */
    boolean isOwing() {
        return !owed.isEmpty();
    }

    /**
     * Has a part of the plane, rounded up to whole pixels, drawn anew, and nothing beside it: once for each tile, with a pen
     * set up for map units and what of the part can be drawn there; not at all where none of it shows the picture. A canvas
     * clips to a rectangle of whole pixels for nothing, and to any other shape by way of a mask.
     */
    void draw(Box part, BiConsumer<Pen, Box> drawing) {
        Box pixels = toPixels(part);
        for (Row row : rows(Share.ALL)) {
            double top = row.index() * tileHeight;
            if (pixels.y() >= top + tileHeight || pixels.bottom() <= top) {
                continue;
            }
            if (due.contains(row.index())) {
                draw(row.index(), pixels, drawing);
            } else {
                owed.computeIfAbsent(row.index(), key -> new ArrayList<>()).add(new Owed(part, drawing));
            }
        }
    }

    private void draw(int row, Box pixels, BiConsumer<Pen, Box> drawing) {
        for (Tile tile : tiles) {
            if (tile.row != row) {
                continue;
            }
            Box area = tile.area();
            Box own = rounded(pixels.within(tile.drawn)).within(area);
            if (!own.isEmpty()) {
                GraphicsContext g = tile.getGraphicsContext2D();
                g.save();
                g.setTransform(1, 0, 0, 1, 0, 0);
                g.beginPath();
                g.rect(own.x() - area.x(), own.y() - area.y(), own.width(), own.height());
                g.clip();
                g.setTransform(zoom, 0, 0, zoom, originX - area.x(), originY - area.y());
                drawing.accept(tile.pen, toPlane(own));
                g.restore();
            }
        }
    }

    /** Draws what was left to the rows that are due now. */
    private void settle() {
        for (int row : due) {
            List<Owed> left = owed.remove(row);
            if (left != null) {
                left.forEach(it -> draw(row, toPixels(it.part()), it.drawing()));
            }
        }
    }

    /**
     * Puts the tiles where something is seen, and counts that as drawn.
     *
     * @return what of it is still to be drawn
     */
    private List<Box> uncover() {
        Box seen = seen();
        int left = (int) Math.floor(seen.x() / tileWidth);
        int top = (int) Math.floor(seen.y() / tileHeight);
        for (int slot = 0; slot < tiles.size(); slot++) {
            tiles.get(slot)
                    .place(
                            left + Math.floorMod(slot % SLOTS - left, SLOTS),
                            top + Math.floorMod(slot / SLOTS - top, SLOTS));
        }
        picture.setTranslateX(shiftX);
        picture.setTranslateY(shiftY);
        fresh = tiles.stream().noneMatch(tile -> tile.drawn.overlaps(seen));
        if (fresh) {
            tiles.forEach(tile -> tile.drawn = seen.within(tile.area()));
            drawn = seen;
            return List.of(seen);
        }
        List<Box> missing = new ArrayList<>();
        tiles.forEach(tile -> missing.addAll(tile.uncover(seen)));
        drawn = tiles.stream()
                .map(tile -> tile.drawn)
                .filter(it -> !it.isEmpty())
                .reduce(seen, Box::union);
        return missing;
    }

    private Box seen() {
        return new Box(-shiftX, -shiftY, window.getWidth(), window.getHeight());
    }

    /** A part of the plane rounded up to whole pixels, as far as it shows the picture. */
    private Box toPixels(Box part) {
        return rounded(
                new Box(part.x() * zoom + originX, part.y() * zoom + originY, part.width() * zoom, part.height() * zoom)
                        .within(drawn));
    }

    /** Rounded up to whole pixels of the screen; nothing stays nothing. */
    private Box rounded(Box pixels) {
        if (pixels.isEmpty()) {
            return NOTHING;
        }
        double grid = renderScale() == Math.rint(renderScale()) ? 1 : GRID;
        return Box.between(
                Math.floor(pixels.x() / grid) * grid,
                Math.floor(pixels.y() / grid) * grid,
                Math.ceil(pixels.right() / grid) * grid,
                Math.ceil(pixels.bottom() / grid) * grid);
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
        return Math.abs(whole(pixels) - pixels) < EXACT;
    }

    private double whole(double pixels) {
        return RenderScale.whole(this, pixels);
    }

    private double renderScale() {
        return RenderScale.of(this);
    }
}
