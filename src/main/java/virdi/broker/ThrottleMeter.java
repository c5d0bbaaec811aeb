package virdi.broker;

import virdi.model.Pace;

/**
 * Holds a flow, or several together, to a pace; who must wait for it waits here. Broker's thread only.
 *
 * <p>A meter may run ahead of its pace by {@link #burst} units, a tenth of a second's worth, so that a wake-up that comes
 * late costs no throughput. What comes in whole messages may overdraw it and then waits until the debt is paid; what
 * goes out is cut to the allowance.
 */
final class ThrottleMeter extends FairWaitQueue {
    /** Tenths of a second in a minute. */
    private static final long BURSTS_PER_MINUTE = 600;
    /** As much of a burst may gather before it is shared: three meters in a row still lose nothing. */
    private static final long GATHERS_PER_BURST = 4;

    private final Timers timers;
    private final Timers.Timer timer;
    private final long pauseNanos;
    private final LeakyBucket level;
    private Pace pace;

    /**
     * @param pauseNanos how long a fast flow may gather allowance, so that it is not woken up for each unit
     * @param rank the later a meter is passed the higher: those who come from another one are there when it shares
     */
    ThrottleMeter(Timers timers, Pace pace, long pauseNanos, int rank, long nowNanos) {
        super(timers);
        this.timers = timers;
        this.timer = Timers.of(this::serveWaiting, rank);
        this.pauseNanos = pauseNanos;
        this.pace = pace;
        this.level = new LeakyBucket(0, nowNanos);
    }

    Pace pace() {
        return pace;
    }

    /**
     * Changes the pace; {@link #serveWaiting} is to follow. A debt beyond one burst is forgiven, so that the new pace shows
     * at once.
     */
    void setPace(Pace newPace, long nowNanos) {
        level.drainTo(nowNanos, pace.unitsPerMinute());
        pace = newPace;
        level.remove(Math.max(0, level.ceiling() - burst()));
        timers.cancel(timer);
    }

    /** How many units may pass now. */
    @Override
    long available(long nowNanos) {
        if (pace.isPaused()) {
            return 0;
        }
        level.drainTo(nowNanos, pace.unitsPerMinute());
        return Math.max(0, burst() - level.ceiling());
    }

    void count(long units) {
        level.add(units);
    }

    void refund(long units) {
        level.remove(units);
    }

    @Override
    void add(UnitStream stream, long nowNanos) {
        super.add(stream, nowNanos);
        if (!timer.isSet()) {
            wake(nowNanos);
        }
    }

    /** Those who wait take what may pass by now. */
    void serveWaiting(long nowNanos) {
        share(nowNanos);
        if (waiting() > 0) {
            wake(nowNanos);
        }
    }

    private void wake(long nowNanos) {
        long one = nanosUntilAllowance(nowNanos);
        long gathered = level.nanosUntil(burst() - Math.max(1, burst() / GATHERS_PER_BURST), pace.unitsPerMinute());
        timers.set(timer, Timers.after(nowNanos, Math.max(one, Math.min(pauseNanos, gathered))));
    }

    /** How long until at least one unit may pass, in nanoseconds; {@link Timers#NEVER} while paused. */
    long nanosUntilAllowance(long nowNanos) {
        if (pace.isPaused()) {
            return Timers.NEVER;
        }
        level.drainTo(nowNanos, pace.unitsPerMinute());
        return level.nanosUntil(burst() - 1, pace.unitsPerMinute());
    }

    private long burst() {
        return Math.max(1, pace.unitsPerMinute() / BURSTS_PER_MINUTE);
    }
}
