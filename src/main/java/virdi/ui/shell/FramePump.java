package virdi.ui.shell;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The one bridge from frames to the window; FX thread only.
 *
 * <p>While something moves, an {@code AnimationTimer} drives the delivery once per pulse. When nothing moves the timer
 * stops, because a running one makes JavaFX pulse sixty times a second even if nothing is painted; then a daemon thread
 * looks for a new frame and asks for one pulse. At most one such task is in flight, however slow the window is.
 */
final class FramePump {
    /** As often as the sampler makes frames: looking more often finds nothing. */
    private static final long LOOK_MILLIS = 33;

    private final FrameDelivery delivery;
    private final FrameClock clock;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("virdi-lookout").factory());
    private volatile boolean turning;
    private volatile boolean watched = true;

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
        var unused = lookout.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        wake();
    }

    /** Ends for good. */
    void stop() {
        lookout.shutdownNow();
        rest();
    }

    /** Makes sure that the next pulse is looked at: after input, which may have set something moving. */
    void wake() {
        if (!turning && watched) {
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
            // A view that throws is reported, and must not keep the timer turning at full speed.
            if (!more) {
                rest();
            }
            clock.add(System.nanoTime() - began);
        }
    }

    private void rest() {
        timer.stop();
        turning = false;
    }

    private void look() {
        if (!turning && watched && delivery.isBehind() && asked.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                asked.set(false);
                wake();
            });
        }
    }
}
