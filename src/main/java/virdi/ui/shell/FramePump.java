package virdi.ui.shell;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import virdi.ui.kit.RenderPolicy;

/**
 * The one bridge from frames to the window; FX thread only.
 *
 * <p>While something moves, an {@code AnimationTimer} drives the delivery once per pulse. When nothing moves the timer
 * stops, because a running one makes JavaFX pulse sixty times a second even if nothing is painted; then whoever makes a
 * new frame asks for one pulse. At most one such task is in flight, however slow the window is. On a busy machine
 * {@link RenderPolicy} has the timer stopped between two pictures though something moves; a daemon thread starts it again.
 */
final class FramePump {
    private static final long MEASURE_NANOS = 1_000_000_000;

    private final FrameDelivery delivery;
    private final FrameClock clock;
    private final RenderPolicy policy;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("virdi-alarm").factory());
    private final MachineLoad machine = new MachineLoad(alarm);
    private volatile boolean turning;
    private volatile boolean watched = true;
    /** Stopped between two pictures; the alarm ends it. */
    private volatile boolean pausing;

    private long measuredNanos;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nanos) {
            // One that is stopped during a pulse may be called once more in it.
            if (turning) {
                turn(nanos);
            }
        }
    };

    FramePump(FrameDelivery delivery, FrameClock clock, RenderPolicy policy) {
        this.delivery = delivery;
        this.clock = clock;
        this.policy = policy;
    }

    /** Begins to pump. */
    void start() {
        measure(System.nanoTime());
        wake();
    }

    /** Ends for good. */
    void stop() {
        watched = false;
        alarm.shutdownNow();
        rest();
    }

    /** Makes sure that the next pulse is looked at: after input, which may have set something moving. */
    void touch() {
        policy.touched(System.nanoTime());
        wake();
    }

    private void wake() {
        if (!turning && watched) {
            pausing = false;
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
            measure(now);
            long pause = policy.restNanos(now);
            // A view that throws is reported, and must not keep the timer turning at full speed.
            if (!more || pause > 0) {
                rest();
            }
            if (pause > 0) {
                pausing = true;
                boolean moves = more;
                var unused = alarm.schedule(() -> endPause(moves), pause, TimeUnit.NANOSECONDS);
            } else if (!more && delivery.isBehind()) {
                // It came since, while whoever brought it still saw the timer run.
                wake();
            }
            clock.add(now - began);
        }
    }

    private void measure(long now) {
        if (now - measuredNanos >= MEASURE_NANOS) {
            measuredNanos = now;
            policy.measure(machine.processorLoad(), machine.isOnBattery(), machine.drawingShare(now));
        }
    }

    private void rest() {
        timer.stop();
        turning = false;
    }

    private void endPause(boolean moves) {
        pausing = false;
        if (moves || delivery.isBehind()) {
            ask();
        }
    }

    /** Tells that there is another frame. Any thread. */
    void frameCame() {
        if (!pausing && delivery.isBehind()) {
            ask();
        }
    }

    private void ask() {
        if (!turning && watched && asked.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                asked.set(false);
                wake();
            });
        }
    }
}
