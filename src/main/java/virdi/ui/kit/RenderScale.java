package virdi.ui.kit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** How many pixels of the screen one pixel of a picture is drawn with; FX thread only. */
public final class RenderScale {
    private RenderScale() {}

    /** Of a node; 1 while it is in no window. */
    public static double of(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getRenderScaleX();
    }

    /** The nearest place that is a whole number of pixels of the screen, in those of a node. */
    public static double whole(Node node, double pixels) {
        double scale = of(node);
        return Math.rint(pixels * scale) / scale;
    }
}
