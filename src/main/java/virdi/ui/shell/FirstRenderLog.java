package virdi.ui.shell;

import javafx.application.Platform;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that the first picture of the window is on the screen; {@code bench startup} and the tests of the installer wait for
 * this line. FX thread only. A pulse does the layout, waits until the picture of the pulse before is rendered, and then has
 * its own rendered. So at the layout of the third pulse the first picture is rendered.
 */
final class FirstRenderLog implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(FirstRenderLog.class);
    private static final int PULSES = 3;

    private final Scene scene;
    private int pulses;

    private FirstRenderLog(Scene scene) {
        this.scene = scene;
    }

    /** Logs it once, for a scene that is not shown yet. */
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
