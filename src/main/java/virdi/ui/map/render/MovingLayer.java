package virdi.ui.map.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import virdi.model.Watermarks;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Severity;
import virdi.telemetry.TankState;
import virdi.ui.kit.pen.CanvasPen;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.content.Sparkline;
import virdi.ui.map.paint.InteractionPainter;
import virdi.ui.map.paint.MotionPainter;
import virdi.ui.map.paint.PaintContext;
import virdi.ui.map.paint.PaintContext.Style;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.Camera;
import virdi.ui.map.scene.InteractionState;
import virdi.ui.map.scene.MapViewModel;

/**
 * The canvas of what moves, above the static part: liquids, dots, the levels of buffers, and what shows attention. FX
 * thread only.
 */
public final class MovingLayer extends Pane {
    /** How far it may be moved along, in pixels, before the missing edge is seen. */
    private static final double LONGEST_MOVE = 48;
    /** Pixels that are less apart are the same. */
    private static final double EXACT = 1e-6;

    /** All that is seen of a basin here while dots stand still. */
    private record Look(
            double fill,
            double netPerMinute,
            Watermarks marks,
            Severity severity,
            TankState tank,
            Sparkline sparkline,
            List<NodeLook> nodes) {
        static Look of(BasinPicture basin) {
            ResourceView view = basin.basin().view();
            List<NodeLook> nodes = new ArrayList<>();
            basin.forEachNode(node -> nodes.add(new NodeLook(
                    node.node().bufferShare(),
                    node.node().actualPerMinute(),
                    node.node().severity())));
            return new Look(
                    view.fillShare(),
                    view.inPerMinute() - view.outPerMinute(),
                    view.state().marks(),
                    view.severity(),
                    view.tank(),
                    basin.sparkline(),
                    nodes);
        }
    }

    private record NodeLook(double bufferShare, double actualPerMinute, Severity severity) {}

    private final Canvas canvas = new Canvas();
    private final Pen pen = new CanvasPen(canvas.getGraphicsContext2D());
    private final Rectangle window = new Rectangle();
    private double drawnZoom;
    /** Where the plane's origin was on the screen when it was drawn. */
    private double drawnX;

    private double drawnY;
    private long drawnVersion = -1;
    /** Null while dots move. */
    private @Nullable List<Look> drawnLooks;

    private double thinning;
    private Box thinnedPart = new Box(0, 0, 0, 0);
    private long thinnedVersion = -1;

    MovingLayer() {
        getChildren().add(canvas);
        setClip(window);
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Takes the size of the view. */
    void show(double width, double height) {
        resizeRelocate(0, 0, width, height);
        window.setWidth(width);
        window.setHeight(height);
        canvas.setWidth(width);
        canvas.setHeight(height);
        drawnZoom = 0;
    }

    /**
     * Moves along with the camera, without drawing.
     *
     * @return whether it could: it was drawn for this zoom, and reaches so far
     */
    boolean follow(Camera camera) {
        double dx = camera.toScreenX(0) - drawnX;
        double dy = camera.toScreenY(0) - drawnY;
        if (Math.abs(camera.zoom() - drawnZoom) > EXACT || Math.max(Math.abs(dx), Math.abs(dy)) > LONGEST_MOVE) {
            return false;
        }
        canvas.setTranslateX(dx);
        canvas.setTranslateY(dy);
        return true;
    }

    /**
     * Draws all of it.
     *
     * @param snapshot the image below it; null where the static layer is
     * @param nanos the time of what flows
     * @param onTop draws in pixels of the view
     */
    void paint(
            MapViewModel model,
            InteractionState interaction,
            Style style,
            @Nullable ZoomSnapshot snapshot,
            long nanos,
            Consumer<Pen> onTop) {
        Camera camera = model.camera();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.setGlobalAlpha(1);
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        PaintContext context = style.on(pen, camera.zoom());
        if (snapshot != null) {
            snapshot.draw(g, context, model);
            context = context.withPipesFor(snapshot.zoom());
        }
        g.setTransform(camera.zoom(), 0, 0, camera.zoom(), camera.toScreenX(0), camera.toScreenY(0));
        InteractionPainter.under(context, model, interaction);
        MotionPainter.draw(context, model, camera.visible(), thinning(model), nanos);
        g.setGlobalAlpha(1);
        InteractionPainter.over(context, model, interaction);
        g.setTransform(1, 0, 0, 1, 0, 0);
        InteractionPainter.onScreen(style.on(pen, 1), model, interaction);
        onTop.accept(pen);
        canvas.setTranslateX(0);
        canvas.setTranslateY(0);
        drawnZoom = camera.zoom();
        drawnX = camera.toScreenX(0);
        drawnY = camera.toScreenY(0);
        drawnVersion = model.version().any();
        drawnLooks = model.isFlowing() ? null : looks(model);
    }

    /** Whether it would look the same if it were drawn again, while dots stand still and nothing shows attention. */
    boolean isAsDrawn(MapViewModel model) {
        return drawnVersion == model.version().any() && looks(model).equals(drawnLooks);
    }

    private static List<Look> looks(MapViewModel model) {
        return model.basins().stream().map(Look::of).toList();
    }

    private double thinning(MapViewModel model) {
        Camera camera = model.camera();
        if (thinnedVersion != model.version().any() || !camera.visible().equals(thinnedPart)) {
            thinnedPart = camera.visible();
            thinnedVersion = model.version().any();
            thinning = MotionPainter.thinning(model, thinnedPart, camera.zoom());
        }
        return thinning;
    }
}
