package virdi.broker;

import virdi.model.Pace;

/**
 * Holds a flow, or several together, to a pace. Broker's thread only.
 *
 * <p>A meter may run ahead of its pace by {@link #burst} units, a tenth of a second's worth, so that a wake-up that comes
 * late costs no throughput. What comes in whole messages may overdraw it and then waits until the debt is paid; what
 * goes out is cut to the allowance.
 */
final class ThrottleMeter {
    /** Tenths of a second in a minute. */
    private static final long BURSTS_PER_MINUTE = 600;

    private final DrainingLevel level;
    private Pace pace;

    ThrottleMeter(Pace pace, long nowNanos) {
        this.pace = pace;
        this.level = new DrainingLevel(0, pace.unitsPerMinute(), nowNanos);
    }

    Pace pace() {
        return pace;
    }

    /** Changes the pace. A debt beyond one burst is forgiven, so that the new pace shows at once. */
    void setPace(Pace newPace, long nowNanos) {
        level.drainTo(nowNanos);
        pace = newPace;
        level.setPace(newPace.unitsPerMinute());
        level.remove(Math.max(0, level.ceiling() - burst()));
    }

    /** How many units may pass now. */
    long allowance(long nowNanos) {
        if (pace.isPaused()) {
            return 0;
        }
        level.drainTo(nowNanos);
        return Math.max(0, burst() - level.ceiling());
    }

    void count(long units) {
        level.add(units);
    }

    void refund(long units) {
        level.remove(units);
    }

    /** How long until at least one unit may pass, in nanoseconds; {@link Long#MAX_VALUE} while paused. */
    long nanosUntilAllowance(long nowNanos) {
        if (pace.isPaused()) {
            return Long.MAX_VALUE;
        }
        level.drainTo(nowNanos);
        return level.nanosUntil(burst() - 1);
    }

    private long burst() {
        return Math.max(1, pace.unitsPerMinute() / BURSTS_PER_MINUTE);
    }
}
