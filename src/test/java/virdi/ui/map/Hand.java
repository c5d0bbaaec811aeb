package virdi.ui.map;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * A hand that drags a map to and fro, 720 pixels in a second. FX thread only. As input does, it comes between two pulses.
 */
public final class Hand extends AnimationTimer {
    private static final int TURN_X = 50;
    private static final int TURN_Y = 30;

    private final MapView map;
    private int pans;

    /** @param map is dragged from {@link #start} to {@link #stop} */
    public Hand(MapView map) {
        this.map = map;
    }

    @Override
    public void handle(long nanos) {
        Platform.runLater(() -> {
            map.pan(pans / TURN_X % 2 == 0 ? 12 : -12, pans / TURN_Y % 2 == 0 ? 4 : -4);
            pans++;
        });
    }
}
