package virdi.ui.kit;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/**
 * A region that consists of one canvas. FX thread only. It is painted at most once per pulse, however often {@link
 * #repaint()} is called, and only after such a call or a change of size.
 */
public abstract class CanvasRegion extends Region {
    private final Canvas canvas = new Canvas();
    private boolean dirty = true;

    protected CanvasRegion() {
        getChildren().add(canvas);
    }

    /** Requests a paint in the next pulse. */
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
