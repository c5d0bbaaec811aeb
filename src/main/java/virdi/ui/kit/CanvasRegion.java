package virdi.ui.kit;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/**
 * A region that is one canvas of its own size; FX thread only. However often {@link #repaint()} is called, it is
 * painted at most once per pulse, and not at all when nobody asked and the size stayed.
 */
public abstract class CanvasRegion extends Region {
    private final Canvas canvas = new Canvas();
    private boolean dirty = true;

    protected CanvasRegion() {
        getChildren().add(canvas);
    }

    /** Asks for a paint in the coming pulse. */
    public final void repaint() {
        dirty = true;
        requestLayout();
    }

    /** Paints all of it on a cleared canvas; sizes in logical pixels, both above 0. */
    protected abstract void paint(GraphicsContext g, double width, double height);

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            dirty = true;
        }
        if (dirty && width > 0 && height > 0) {
            dirty = false;
            GraphicsContext g = canvas.getGraphicsContext2D();
            g.clearRect(0, 0, width, height);
            paint(g, width, height);
        }
    }
}
