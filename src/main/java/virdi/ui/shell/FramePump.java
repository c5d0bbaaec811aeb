package virdi.ui.shell;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The one bridge from frames to the window; FX thread only.
 *
 * <p>While something moves, an {@code AnimationTimer} drives the delivery once per pulse. When nothing moves the timer
 * stops, because a running one makes JavaFX pulse sixty times a second even if nothing is painted; then a daemon thread
 * looks for a new frame and asks for one pulse. At most one such task is in flight, however slow the window is. On a
 * machine that is busy, {@link Restraint} stops the timer between pictures though something moves.
 */
final class FramePump {
    /** As often as the sampler makes frames: looking more often finds nothing. */
    private static final long LOOK_MILLIS = 33;

    private static final long MEASURE_MILLIS = 1_000;

    private final FrameDelivery delivery;
    private final FrameClock clock;
    private final Restraint restraint =
            new Restraint(processorLoad(), Runtime.getRuntime().availableProcessors());
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("virdi-lookout").factory());
    private volatile boolean turning;
    /** Whether something moved in the last picture before a pause. */
    private volatile boolean moves;

    private volatile boolean watched = true;
    /** Stopped between two pictures until then, by {@link System#nanoTime}; null when not. */
    private volatile @Nullable Long pausedUntilNanos;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            turn(nanos);
        }
    };

    FramePump(FrameDelivery delivery, FrameClock clock) {
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Begins to pump. */
    void start() {
        var unusedLooks = lookout.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        var unusedMeasures =
                lookout.scheduleWithFixedDelay(restraint::measure, 0, MEASURE_MILLIS, TimeUnit.MILLISECONDS);
        wake();
    }

    /** Ends for good. */
    void stop() {
        lookout.shutdownNow();
        rest();
    }

    /** Makes sure that the next pulse is looked at: after input, which may have set something moving. */
    void touch() {
        restraint.touched(System.nanoTime());
        wake();
    }

    private void wake() {
        if (!turning && watched) {
            pausedUntilNanos = null;
            turning = true;
            timer.start();
        }
    }

    /** Tells whether anybody can see the window; nothing is pumped into one that nobody sees. */
    void setWatched(boolean seen) {
        watched = seen;
        if (seen) {
            wake();
        } else {
            rest();
        }
    }

    /** Whether the timer runs. Any thread. */
    boolean isTurning() {
        return turning;
    }

    /** Holds the picture still, or goes on. */
    void hold(boolean still) {
        delivery.hold(still);
        wake();
    }

    private void turn(long nanos) {
        long began = System.nanoTime();
        boolean more = false;
        try {
            more = delivery.pulse(nanos);
        } finally {
            long now = System.nanoTime();
            long pause = restraint.pauseNanos(now);
            // A view that throws is reported, and must not keep the timer turning at full speed.
            if (!more || pause > 0) {
                rest();
            }
            if (pause > 0) {
                pausedUntilNanos = now + pause;
                moves = more;
            }
            clock.add(now - began);
        }
    }

    /** What the machine tells of its processors. */
    private static DoubleSupplier processorLoad() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine::getCpuLoad
                : () -> -1;
    }

    private void rest() {
        timer.stop();
        turning = false;
    }

    private void look() {
        Long pausedUntil = pausedUntilNanos;
        boolean pauses = pausedUntil != null && System.nanoTime() - pausedUntil < 0;
        boolean wanted = delivery.isBehind() || pausedUntil != null && moves;
        if (!turning && watched && !pauses && wanted && asked.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                asked.set(false);
                wake();
            });
        }
    }
}
