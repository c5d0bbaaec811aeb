package virdi.ui.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import virdi.telemetry.ResourceView;
import virdi.ui.kit.DotPen;
import virdi.ui.kit.pen.CanvasPen;
import virdi.ui.kit.pen.Pen;

/**
 * What moves, above what stands still: liquids, dots, buffers, and what shows attention. FX thread only.
 *
 * <p>A canvas for each row of what stands still. All of a row is drawn anew whenever it is due.
 */
final class MovingLayer extends Pane {
    /** Dots on pipes that cross cannot be told apart where each has less room than that, in square pixels. */
    private static final double ROOM = 2_000;
    /** From that on dots become fewer than those, until there are none: a cloud of them says nothing of any pipe. */
    private static final double CLOUDED = 2;

    /** So far beyond the view a row is drawn while somebody pans, so that it can be moved until it is due. */
    private static final double MARGIN = 96;

    /** The canvas of a row: as wide as the view with both margins. */
    private static final class Strip extends Canvas {
        final Pen pen = new CanvasPen(getGraphicsContext2D());
        int row = Integer.MIN_VALUE;
        /** Where the plane's origin was on the screen when it was drawn. */
        double originX;
        /** How far below its upper edge that was. */
        double originY;
        /** How far beyond the view it was drawn. */
        double reach;

        boolean covers(PanCanvas.Row now, Camera camera) {
            return row == now.index()
                    && Math.abs(camera.toScreenX(0) - originX) <= reach
                    && Math.abs(camera.toScreenY(0) - now.top() - originY) < PanCanvas.EXACT;
        }

        /** Is where its row is now. */
        void follow(PanCanvas.Row now, Camera camera) {
            setTranslateX(camera.toScreenX(0) - originX - MARGIN);
            setTranslateY(now.top());
        }
    }

    /**
     * A part of the plane that is drawn.
     *
     * @param easel set up for it
     * @param dots what dots are drawn with there
     */
    private record Opening(Easel easel, DotPen dots, Box part) {
        static Opening of(Easel easel, Box part) {
            return new Opening(easel, easel.g(), part);
        }
    }

    private final List<Strip> strips = new ArrayList<>();
    private final Rectangle window = new Rectangle();
    /** A digest of what was drawn last; 0 when that was not all of one time. */
    private long looks;

    private double thinning;
    /** Where pipes were counted. */
    private Box counted = new Box(0, 0, 0, 0);

    private long countedVersion = -1;

    MovingLayer() {
        for (int slot = 0; slot < PanCanvas.SLOTS; slot++) {
            strips.add(new Strip());
        }
        getChildren().addAll(strips);
        setClip(window);
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Takes the size of what is seen of it. */
    void show(double width, double height) {
        resizeRelocate(0, 0, width, height);
        window.setWidth(width);
        window.setHeight(height);
    }

    /**
     * Draws some rows, and on top of what moves there what belongs to the screen; the others are moved where they are now.
     *
     * @param rows all that are in view
     * @param share of them, to be drawn; others are drawn as well where they do not reach any more
     * @param panning whether the picture is likely to move on
     * @param nanos the time of what flows
     * @param onTop draws in pixels of the view
     * @return what was drawn
     */
    Share paint(
            PanCanvas rows,
            Share share,
            boolean panning,
            MapViewModel model,
            Attention attention,
            Style style,
            long nanos,
            Consumer<Pen> onTop) {
        setVisible(true);
        Camera camera = model.camera();
        List<PanCanvas.Row> inView = rows.rows(Share.ALL);
        place(inView);
        List<PanCanvas.Row> due = new ArrayList<>(inView);
        due.removeIf(row -> !share.has(row.index()) && strip(row).covers(row, camera));
        looks = due.size() == inView.size() ? looks(model) : 0;
        List<Opening> openings = new ArrayList<>();
        for (PanCanvas.Row row : due) {
            openings.add(Opening.of(style.easel(open(row, camera, panning), camera.zoom()), part(row, camera)));
        }
        draw(openings, model, attention, nanos);
        for (PanCanvas.Row row : due) {
            Strip strip = strip(row);
            strip.getGraphicsContext2D().setTransform(1, 0, 0, 1, MARGIN, -row.top());
            AttentionPainter.onScreen(style.easel(strip.pen, 1), model, attention);
            onTop.accept(strip.pen);
        }
        inView.forEach(row -> strip(row).follow(row, camera));
        return due.size() == inView.size()
                ? Share.ALL
                : Share.of(due.stream().map(PanCanvas.Row::index).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Draws it on the image of what stands still instead, on which liquids are already.
     *
     * @param attended whether there is anything that shows attention
     * @param nanos the time of what flows
     * @param onTop draws in pixels of the view
     */
    void paintOn(
            Afterimage image,
            MapViewModel model,
            Attention attention,
            boolean attended,
            Style style,
            long nanos,
            Consumer<Pen> onTop) {
        setVisible(false);
        looks = 0;
        Camera camera = model.camera();
        Box part = camera.visible();
        count(model);
        Easel easel = image.easel(style, camera);
        if (attended) {
            AttentionPainter.under(image.above(style, camera), model, attention);
        }
        Opening opening = attended
                ? Opening.of(image.above(style, camera), part)
                : new Opening(easel, image.dotPen(camera), part);
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(part) && !image.isDrawn(basin)) {
                dots(List.of(opening), basin, part, thinning, nanos);
            }
        }
        for (BasinPicture basin : image.drawn()) {
            draw(List.of(Opening.of(image.above(style, camera), part)), basin, part, thinning, nanos);
        }
        if (attended) {
            Easel above = image.above(style, camera);
            above.g().setGlobalAlpha(1);
            AttentionPainter.over(above, model, attention);
            Pen pen = image.onScreen();
            AttentionPainter.onScreen(style.easel(pen, 1), model, attention);
            onTop.accept(pen);
        }
    }

    /** Draws what moves in view, and what shows attention there. */
    private void draw(List<Opening> openings, MapViewModel model, Attention attention, long nanos) {
        openings.forEach(it -> AttentionPainter.under(it.easel(), model, attention));
        count(model);
        draw(openings, model, thinning, nanos);
        openings.forEach(it -> {
            it.easel().g().setGlobalAlpha(1);
            AttentionPainter.over(it.easel(), model, attention);
        });
    }

    /** Keeps up with how close dots in view may be. */
    private void count(MapViewModel model) {
        Camera camera = model.camera();
        if (countedVersion != model.changes().any() || !camera.visible().equals(counted)) {
            counted = camera.visible();
            countedVersion = model.changes().any();
            thinning = thinning(model, counted, camera.zoom());
        }
    }

    /** Wipes a row, and sets it up for map units. */
    private Pen open(PanCanvas.Row row, Camera camera, boolean panning) {
        Strip strip = strip(row);
        strip.row = row.index();
        strip.originX = camera.toScreenX(0);
        strip.originY = camera.toScreenY(0) - row.top();
        strip.reach = panning ? MARGIN : 0;
        GraphicsContext g = strip.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.setGlobalAlpha(1);
        g.clearRect(0, 0, strip.getWidth(), strip.getHeight());
        g.setTransform(camera.zoom(), 0, 0, camera.zoom(), camera.toScreenX(0) + MARGIN, strip.originY);
        return strip.pen;
    }

    /** What of the plane a row shows that has been opened. */
    private Box part(PanCanvas.Row row, Camera camera) {
        double reach = strip(row).reach;
        return Box.between(
                camera.toPlaneX(-reach),
                camera.toPlaneY(row.top()),
                camera.toPlaneX(window.getWidth() + reach),
                camera.toPlaneY(row.top() + row.height()));
    }

    /** Whether it would look as it does if it were drawn again, while dots stand still and nothing shows attention. */
    boolean isAsDrawn(MapViewModel model) {
        return looks == looks(model);
    }

    /** A digest of what it shows of a picture in which dots stand still. */
    private static long looks(MapViewModel model) {
        long[] looks = {model.changes().any()};
        for (BasinPicture basin : model.basins()) {
            ResourceView view = basin.basin().view();
            looks[0] = Digest.mixed(looks[0], view.fillShare());
            looks[0] = Digest.mixed(looks[0], view.inPerMinute() - view.outPerMinute());
            looks[0] = Digest.mixed(looks[0], view.state().marks().hashCode());
            looks[0] = Digest.mixed(
                    looks[0], view.severity().ordinal() * 64L + view.tank().ordinal());
            looks[0] = Digest.mixed(looks[0], basin.spark().digest());
            basin.forEachNode(node -> {
                looks[0] = Digest.mixed(looks[0], node.node().bufferShare());
                looks[0] = Digest.mixed(looks[0], node.node().actualPerMinute());
                looks[0] = Digest.mixed(looks[0], node.node().severity().ordinal());
            });
        }
        return looks[0];
    }

    /** Draws what moves in a part of the plane at a time, as in a picture of all of it. */
    static void draw(Easel easel, MapViewModel model, Box part, long nanos) {
        draw(List.of(Opening.of(easel, part)), model, thinning(model, model.extent(), easel.zoom()), nanos);
    }

    private static void draw(List<Opening> openings, MapViewModel model, double thinning, long nanos) {
        Box all = openings.stream().map(Opening::part).reduce(Box::union).orElse(new Box(0, 0, 0, 0));
        for (BasinPicture basin : model.basins()) {
            if (basin.bounds().overlaps(all)) {
                draw(openings, basin, all, thinning, nanos);
            }
        }
    }

    private static void draw(List<Opening> openings, BasinPicture basin, Box all, double thinning, long nanos) {
        openings.forEach(it -> levels(it.easel(), basin, it.part(), nanos));
        dots(openings, basin, all, thinning, nanos);
    }

    /** Draws what a tank and buffers hold at a time, as far as that is in a part of the plane. */
    static void levels(Easel easel, BasinPicture basin, Box part, long nanos) {
        if (StillLayer.tankReach(basin).overlaps(part)) {
            TankPainter.liquid(easel, basin, nanos);
        }
        if (!basin.isCompact()) {
            basin.forEachNode(node -> {
                if (!node.isRow() && node.box().overlaps(part)) {
                    NodePainter.gauge(easel, node);
                }
            });
        }
    }

    private static void dots(List<Opening> openings, BasinPicture basin, Box all, double thinning, long nanos) {
        Box tank = basin.tank();
        basin.forEachNode(node -> {
            if (!node.isRow()) {
                if (node.touches(all, tank)) {
                    openings.forEach(it -> {
                        if (node.touches(it.part(), tank)) {
                            PipePainter.dots(it.easel(), it.dots(), node, tank, it.part(), 0, nanos);
                        }
                    });
                }
            } else if (thinning < Beads.NONE_LEFT
                    && node.isFound()
                    && Pipe.of(node, tank).crosses(all)) {
                openings.forEach(it -> PipePainter.dots(it.easel(), it.dots(), node, tank, it.part(), thinning, nanos));
            }
        });
    }

    /**
     * By how much dots on pipes that cross are less dense than their rates would have it, in a part of the plane. While
     * something is searched for or traced, only what is found has dots, and room for them.
     */
    private static double thinning(MapViewModel model, Box part, double zoom) {
        double[] dots = {0};
        for (BasinPicture basin : model.basins()) {
            basin.forEachNode(node -> {
                if (node.isRow() && node.isFound()) {
                    Pipe pipe = Pipe.of(node, basin.tank());
                    if (pipe.crosses(part)) {
                        dots[0] += Beads.count(PipePainter.density(node.node()), pipe.lengthWithin(part));
                    }
                }
            });
        }
        double room = part.width() * zoom * part.height() * zoom;
        double fewer = Math.max(0, Math.log(dots[0] * ROOM / room) / Math.log(2));
        return fewer + Math.pow(Math.max(0, fewer - CLOUDED), 2);
    }

    /** Has a canvas where each row is. */
    private void place(List<PanCanvas.Row> rows) {
        Set<Strip> used = new HashSet<>();
        for (PanCanvas.Row row : rows) {
            Strip strip = strip(row);
            used.add(strip);
            if (strip.getWidth() != window.getWidth() + 2 * MARGIN || strip.getHeight() != row.height()) {
                strip.setWidth(window.getWidth() + 2 * MARGIN);
                strip.setHeight(row.height());
                strip.row = Integer.MIN_VALUE;
            }
        }
        strips.forEach(strip -> strip.setVisible(used.contains(strip)));
    }

    private Strip strip(PanCanvas.Row row) {
        return strips.get(Math.floorMod(row.index(), strips.size()));
    }
}
