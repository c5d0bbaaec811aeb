package virdi.ui.map;

import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.Pen;

/**
 * What moves, above what stands still: liquids, dots, consumers' buffers. FX thread only. By resource each basin has a
 * {@link MotionSheet} of its own; where pipes cross all of it is drawn on one canvas, which is the overlay's.
 */
final class MovingLayer {
    private static final int MOST_DOTTED = 400;

    private final Pane pane = new Pane();
    private final Rectangle window = new Rectangle();
    private final SheetRack<MotionSheet> sheets = new SheetRack<>(pane, MotionSheet::new, MotionSheet::canvas);

    private @Nullable PathLight lit;
    private @Nullable Inks drawnInks;

    MovingLayer() {
        pane.setClip(window);
        pane.setMouseTransparent(true);
        pane.setManaged(false);
    }

    /** What it draws on, to be put in a scene. */
    Pane pane() {
        return pane;
    }

    /** Takes the size of what is seen of it. */
    void show(double width, double height) {
        pane.resizeRelocate(0, 0, width, height);
        window.setWidth(width);
        window.setHeight(height);
    }

    /**
     * Brings the sheets of all basins up to date.
     *
     * @param step whether the dots have moved so far that somebody could see it
     */
    void paint(MapViewModel model, Outlook outlook, PathLight light, boolean step, long nanos) {
        boolean anew = step || !light.equals(lit) || !outlook.inks().equals(drawnInks);
        lit = light;
        drawnInks = outlook.inks();
        sheets.forEach(model, (basin, sheet) -> sheet.paint(basin, outlook, light, anew, nanos));
    }

    /** Gives up all sheets. */
    void clear() {
        sheets.clear();
        lit = null;
    }

    /** Draws what moves where pipes cross. */
    static void paintWeb(Easel easel, MapViewModel model, PathLight light, long nanos) {
        Camera camera = model.camera();
        Pen g = easel.g();
        g.save();
        // As far beside its place as the sheet with what stands still.
        g.translate(
                (camera.wholeX(0) - camera.toScreenX(0)) / camera.zoom(),
                (camera.wholeY(0) - camera.toScreenY(0)) / camera.zoom());
        model.basins().forEach(basin -> light.paint(easel, basin));
        draw(easel, model, camera.visible(), nanos);
        g.restore();
    }

    /** Draws what moves in a part of the plane at a time. */
    static void draw(Easel easel, MapViewModel model, Box part, long nanos) {
        boolean dotted = hasRoomForDots(model, part);
        model.basins().forEach(basin -> MotionSheet.draw(easel, basin, part, dotted, nanos));
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
}
