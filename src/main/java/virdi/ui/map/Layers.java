package virdi.ui.map;

import java.util.List;
import javafx.scene.Node;

/**
 * All that is drawn, one above the other: what stands still, what moves, what lies over everything. FX thread only.
 *
 * <p>By resource a picture that is only moved is moved as it is. Where pipes cross, and at another zoom, it is drawn anew.
 */
final class Layers {
    private final StillLayer still = new StillLayer();
    private final MovingLayer moving = new MovingLayer();
    private final OverlayLayer overlay = new OverlayLayer();
    private double zoom;
    private double width;
    private double height;

    /** To be put in a scene in this order. */
    List<Node> nodes() {
        return List.of(still.pane(), moving.pane(), overlay.canvas());
    }

    /**
     * Takes the size of what is seen.
     *
     * @return whether that is another one
     */
    boolean show(double newWidth, double newHeight) {
        if (width == newWidth && height == newHeight) {
            return false;
        }
        width = newWidth;
        height = newHeight;
        still.show(width, height);
        moving.show(width, height);
        overlay.show(width, height);
        return true;
    }

    /** Whether there is no room to draw. */
    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }

    /** Whether something that stands still has changed and was not drawn yet. */
    boolean isWaiting() {
        return still.isWaiting();
    }

    /** Whether what is drawn can be moved to where it belongs, and need not be drawn anew. */
    boolean isMovable(MapViewModel model) {
        return model.cards().isEmpty() && zoom == model.camera().zoom();
    }

    /** Draws what of that which stands still says something else; nothing has moved. */
    void mend(MapViewModel model, Outlook outlook, long nanos) {
        still.paint(model, outlook, nanos);
    }

    /**
     * Draws all, or moves it.
     *
     * @param step whether what moves is to be drawn anew even where it could be moved
     * @param flowNanos the time of what moves
     */
    void paint(MapViewModel model, Touch touch, Outlook outlook, boolean step, long nanos, long flowNanos) {
        zoom = model.camera().zoom();
        still.paint(model, outlook, nanos);
        PathLight light = PathLight.of(model, touch.attention());
        if (model.cards().isEmpty()) {
            moving.paint(model, outlook, light, step, flowNanos);
        } else {
            moving.clear();
        }
        if (!overlay.isNeeded(model, touch)) {
            overlay.hide();
            return;
        }
        Easel easel = overlay.open(outlook);
        if (!model.cards().isEmpty()) {
            MovingLayer.paintWeb(easel, model, light, flowNanos);
        }
        overlay.paint(easel, model, touch);
    }
}
