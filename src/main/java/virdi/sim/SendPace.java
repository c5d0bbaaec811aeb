package virdi.sim;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * When a production's next message is due, used by the simulation's thread only; time is an argument.
 *
 * <p>Messages stand on an even grid and each is moved by jitter from its place on it, so jitter never adds up to drift.
 */
final class SendPace {
    /** Without a rate nothing is due for as long as anyone simulates. */
    static final long NEVER = Long.MAX_VALUE;

    private final double intervalNanos;
    private final double jitter;
    private final RandomGenerator random;
    private long origin;
    private double grid;
    private long due;

    /**
     * @param unitsPerMinute 0 for never
     * @param unitsPerMessage 1 or more
     * @param jitter 0 to 1: the share of the interval by which a message may be early
     */
    SendPace(long unitsPerMinute, long unitsPerMessage, double jitter, RandomGenerator random) {
        this.intervalNanos =
                unitsPerMinute == 0 ? 0 : unitsPerMessage * (double) TimeUnit.MINUTES.toNanos(1) / unitsPerMinute;
        this.jitter = jitter;
        this.random = random;
    }

    /** Starts, or goes on after a pause: what could not be sent during it is not made up for. */
    void resumeAt(long nowNanos) {
        origin = nowNanos;
        grid = 0;
        plan();
    }

    /** Nanoseconds until the next message is due; 0 when it is, {@link #NEVER} without a rate. */
    long nanosUntilDue(long nowNanos) {
        return intervalNanos == 0 ? NEVER : Math.max(0, due - nowNanos);
    }

    /** A message went out, or was skipped. */
    void step() {
        plan();
    }

    private void plan() {
        grid += intervalNanos;
        due = origin + (long) (grid + intervalNanos * jitter * (random.nextDouble() - 1));
    }
}
