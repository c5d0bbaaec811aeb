package virdi.ui;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import javafx.application.Platform;

/**
 * Tells when the pulse under way has been painted and handed to the window system. FX thread only.
 *
 * <p>The only place that asks JavaFX's own toolkit: its public interface has no word for it. One thread paints, in the
 * order it was told to, and what it has painted goes to the window system on the FX thread, so a task that takes the
 * same way behind a picture comes last.
 */
public final class Painted {
    private Painted() {}

    /**
     * Calls back once the pulse under way is on the screen; from a listener of the pulse, or a timer.
     *
     * @param onPainter runs on the thread that paints, behind the picture
     * @param onScreen runs on the FX thread, behind the hand-over
     */
    public static void then(Runnable onPainter, Runnable onScreen) {
        // Behind the pulse, which asks for its painting at its very end.
        Platform.runLater(() -> {
            var unused = Toolkit.getToolkit().addRenderJob(new RenderJob(() -> {
                onPainter.run();
                Platform.runLater(onScreen);
            }));
        });
    }
}
