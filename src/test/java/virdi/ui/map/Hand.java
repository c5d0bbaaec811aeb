package virdi.ui.map;

import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * A hand that moves a map from {@link #start} to {@link #stop}. FX thread only. As input does, it comes between two pulses.
 */
public final class Hand extends AnimationTimer {
    private static final int TURN_X = 50;
    private static final int TURN_Y = 30;
    private static final int TURN_ZOOM = 25;
    private static final double ZOOM = 1.03;

    private final IntConsumer move;
    private int moves;

    private Hand(IntConsumer move) {
        this.move = move;
    }

    /** One that drags it to and fro, 720 pixels in a second. */
    public static Hand panning(MapView map) {
        return new Hand(pan -> map.pan(pan / TURN_X % 2 == 0 ? 12 : -12, pan / TURN_Y % 2 == 0 ? 4 : -4));
    }

    /** One that enlarges it to twice its size in less than half a second, and back. */
    public static Hand zooming(MapView map) {
        return new Hand(turn -> {
            double factor = turn / TURN_ZOOM % 2 == 0 ? ZOOM : 1 / ZOOM;
            map.model().zoomAbout(factor, map.getWidth() / 2, map.getHeight() / 2);
            map.repaint();
        });
    }

    @Override
    public void handle(long nanos) {
        Platform.runLater(() -> move.accept(moves++));
    }
}
