package virdi.ui.kit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** The number of screen pixels per logical pixel. FX thread only. */
public final class RenderScale {
    private RenderScale() {}

    /** The scale of the window of a node; 1 if it is in no window. */
    public static double of(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getRenderScaleX();
    }

    /** Rounds a logical coordinate to a whole number of screen pixels. */
    public static double whole(Node node, double pixels) {
        double scale = of(node);
        return Math.rint(pixels * scale) / scale;
    }
}
