package virdi.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;

/**
 * What frames of a scene cost, from pulse to pulse: all that the FX thread did, and all that the painting thread did for
 * it. FX thread only.
 *
 * <p>Processor time, not time on the clock: what other processes take of a shared machine is not the frame's. Both threads
 * added: on an idle machine they overlap, and the time from the pulse to the picture is at most the sum. Nothing is read
 * back from the screen, which a window never does either.
 */
public final class PulseMeter {
    private static final double NANOS_PER_MILLI = 1e6;

    /** One frame; milliseconds of processor time, and when it was on the screen by {@link System#nanoTime}. */
    public record Cost(double fxMillis, double paintMillis, long shownNanos) {
        public double millis() {
            return fxMillis + paintMillis;
        }
    }

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Cost> costs = new ArrayList<>();
    private final Scene scene;
    private final Runnable listener = this::pulse;
    private long fxBefore = -1;
    /** Written and read by the painting thread alone. */
    private long paintBefore = -1;

    public PulseMeter(Scene scene) {
        this.scene = scene;
        scene.addPostLayoutPulseListener(listener);
    }

    /** Forgets the frames so far. */
    public void restart() {
        costs.clear();
    }

    /** The frames since the last restart, in order. */
    public List<Cost> costs() {
        return List.copyOf(costs);
    }

    /** Measures no more. */
    public void stop() {
        scene.removePostLayoutPulseListener(listener);
    }

    private void pulse() {
        long fx = threads.getCurrentThreadCpuTime();
        long fxNanos = fx - fxBefore;
        boolean first = fxBefore < 0;
        fxBefore = fx;
        long[] paintNanos = {0};
        Painted.then(
                () -> {
                    long paint = threads.getCurrentThreadCpuTime();
                    paintNanos[0] = paintBefore < 0 ? 0 : paint - paintBefore;
                    paintBefore = paint;
                },
                () -> {
                    if (!first) {
                        costs.add(new Cost(
                                fxNanos / NANOS_PER_MILLI, paintNanos[0] / NANOS_PER_MILLI, System.nanoTime()));
                    }
                });
    }
}
