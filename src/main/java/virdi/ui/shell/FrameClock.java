package virdi.ui.shell;

import javafx.scene.Scene;

/**
 * Measures how long the FX thread works for one frame: the views' own work, then CSS and layout. FX thread only. What the
 * render thread does afterwards is not in it.
 */
final class FrameClock {
    /** How much of a new measurement goes into the mean: some twenty frames count. */
    private static final double WEIGHT = 0.05;

    private double meanMillis;
    private long workNanos;
    private long layoutBegan;

    /** Also measures the layout of a scene. */
    void watch(Scene scene) {
        scene.addPreLayoutPulseListener(() -> layoutBegan = System.nanoTime());
        scene.addPostLayoutPulseListener(() -> {
            long nanos = workNanos + System.nanoTime() - layoutBegan;
            workNanos = 0;
            meanMillis += (nanos / 1e6 - meanMillis) * WEIGHT;
        });
    }

    /** Adds work done for the coming frame. */
    void add(long nanos) {
        workNanos += nanos;
    }

    /** The recent mean, in milliseconds. */
    double meanMillis() {
        return meanMillis;
    }
}
