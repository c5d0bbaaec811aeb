package virdi.ui.shell;

import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log when the window's first picture is on the screen, which is what {@code bench startup} and the installer's
 * tests wait for; FX thread only. A pulse lays out, then waits for the picture of the pulse before, then hands its own over
 * to be drawn: by the layout of the third pulse the first picture has been drawn.
 */
final class FirstRenderLog implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(FirstRenderLog.class);
    private static final int PULSES = 3;

    private final Scene scene;
    private int pulses;

    private FirstRenderLog(Scene scene) {
        this.scene = scene;
    }

    /** Tells it once of a scene that is about to be shown. */
    static void install(Scene scene) {
        scene.addPostLayoutPulseListener(new FirstRenderLog(scene));
    }

    @Override
    public void run() {
        pulses++;
        if (pulses < PULSES) {
            Platform.requestNextPulse();
            return;
        }
        scene.removePostLayoutPulseListener(this);
        log.info("window drawn");
    }
}
