package virdi.ui.map.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
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
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.Camera;

/**
 * A picture that keeps its pixels while it is panned, so that only the parts that come into view are drawn. FX thread
 * only.
 *
 * <p>It consists of canvases like tiles, one row and one column more than fit into the view. A tile that leaves the view
 * on one side comes in again on the other, so the picture never ends. A tile is drawn some way ahead of the view, up to
 * lines that its neighbours have elsewhere: drawing takes as long as there are things that overlap a part, however narrow
 * the part is, so one tile now and then costs less than a narrow strip of each in every pulse.
 */
public final class TiledCanvas extends Pane {
    /** How many tiles the view is wide, and high. */
    private static final int PARTS = 4;

    private static final int SLOTS = PARTS + 1;
    /** So many pixels are whole pixels of the screen at scales of a quarter, too. */
    private static final double GRID = 4;
    /** The distance between the lines up to which a tile is drawn, in pixels. */
    private static final double AHEAD = 80;
    /** How far the lines of neighbouring tiles are apart: they are reached in different pulses. */
    private static final double STAGGER = AHEAD / SLOTS;
    /** Pixels that are less apart are the same. */
    private static final double EXACT = 1e-6;

    private static final Box NOTHING = new Box(0, 0, 0, 0);

    private static final class Tile extends Canvas {
        final Pen pen = new CanvasPen(getGraphicsContext2D());
        int column;
        int row;
        /** The part that shows the picture, in pixels from the corner of the first tile. */
        Box drawn = NOTHING;

        /** In pixels from the corner of the first tile. */
        Box area() {
            return new Box(column * getWidth(), row * getHeight(), getWidth(), getHeight());
        }

        /** Moves to a place; a new place shows nothing yet. */
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
         * Counts the part in view, and some more around it, as drawn.
         *
         * @return the parts of that that are still to be drawn, at most four
         */
        List<Box> uncover(Box seen) {
            Box wanted = seen.within(area());
            if (wanted.isEmpty()) {
                // A canvas out of view keeps all drawing commands until it is seen again, so it shows nothing
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
    /** All tiles: panning moves this one node. */
    private final Group picture = new Group();

    private final List<Tile> tiles = new ArrayList<>();
    private double tileWidth = GRID;
    private double tileHeight = GRID;
    private double zoom = 1;
    /** The plane's origin, in pixels from the corner of the first tile. */
    private double originX;

    private double originY;
    /** The corner of the first tile on the screen. */
    private double shiftX;

    private double shiftY;
    /** The part of all tiles that shows the picture, in their pixels. */
    private Box drawn = NOTHING;

    private boolean fresh;

    TiledCanvas() {
        for (int slot = 0; slot < SLOTS * SLOTS; slot++) {
            tiles.add(new Tile());
        }
        picture.getChildren().addAll(tiles);
        getChildren().add(picture);
        setClip(window);
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Takes the size of the view; another size loses the picture. */
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
     * Shows the picture as a camera sees it.
     *
     * @param anew whether the picture as drawn is wrong
     * @return the parts of the plane that are still to be drawn; they count as drawn from now on
     */
    List<Box> follow(Camera camera, boolean anew) {
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
        return moved ? uncover().stream().map(this::toPlane).toList() : List.of();
    }

    /** Whether the picture can be moved to where a camera sees it, pixel by pixel. */
    boolean keepsPixels(Camera camera) {
        return !drawn.isEmpty()
                && zoom == camera.zoom()
                && isWhole(camera.toScreenX(0) - originX)
                && isWhole(camera.toScreenY(0) - originY);
    }

    /** The zoom that the picture was drawn for. */
    double zoom() {
        return zoom;
    }

    /** The part of the plane in view. */
    Box shown() {
        return toPlane(seen());
    }

    /** An image of the view, in pixels of the screen. */
    WritableImage image() {
        double scale = RenderScale.of(this);
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setViewport(new Rectangle2D(0, 0, window.getWidth() * scale, window.getHeight() * scale));
        return snapshot(parameters, null);
    }

    /** Whether the last {@link #follow} had all of the view drawn. */
    boolean isFresh() {
        return fresh;
    }

    /** The part of the plane that shows the picture. */
    Box drawn() {
        return toPlane(drawn);
    }

    /**
     * Has a part of the plane drawn, rounded up to whole pixels, and nothing beside it. The drawing is called once for each
     * tile, with a pen set up for map units and the part to draw; never where the picture is not shown. A canvas clips to a
     * rectangle of whole pixels at no cost, and to any other shape through a mask.
     */
    void draw(Box part, BiConsumer<Pen, Box> drawing) {
        Box pixels = toPixels(part);
        for (Tile tile : tiles) {
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

    /**
     * Puts the tiles where something is seen, and counts that as drawn.
     *
     * @return the parts that are still to be drawn
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
        double scale = RenderScale.of(this);
        double grid = scale == Math.rint(scale) ? 1 : GRID;
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
}
