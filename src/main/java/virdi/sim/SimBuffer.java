package virdi.sim;

import java.util.concurrent.TimeUnit;

/**
 * A client's own buffer, used by the simulation's thread only: filled by what the broker sends, emptied by what the
 * client uses. Whole units; time is an argument.
 */
final class SimBuffer {
    private static final long NANOS_PER_MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final long limitUnits;
    private final long usePerMinute;
    private long level;
    private long usedUntil;

    SimBuffer(long limitUnits, long usePerMinute, long level, long nowNanos) {
        this.limitUnits = limitUnits;
        this.usePerMinute = usePerMinute;
        this.level = level;
        this.usedUntil = nowNanos;
    }

    /** Units in it now. */
    long level(long nowNanos) {
        if (level == 0 || usePerMinute == 0) {
            usedUntil = nowNanos;
            return level;
        }
        double nanosPerUnit = (double) NANOS_PER_MINUTE / usePerMinute;
        long used = (long) ((nowNanos - usedUntil) / nanosPerUnit);
        if (used >= level) {
            level = 0;
            usedUntil = nowNanos;
        } else {
            level -= used;
            // The part of a unit that is already used counts next time.
            usedUntil += (long) (used * nanosPerUnit);
        }
        return level;
    }

    boolean isFull(long nowNanos) {
        return level(nowNanos) >= limitUnits;
    }

    /** Adds delivered units, even beyond the limit: they are here already. */
    void add(long units, long nowNanos) {
        level = level(nowNanos) + units;
    }

    /** Takes units out beside the steady use; at most what is there. */
    void take(long units, long nowNanos) {
        level = Math.max(0, level(nowNanos) - units);
    }

    /** Nanoseconds of steady use until no more than so many units are left; {@link SendPace#NEVER} without use. */
    long nanosUntil(long units, long nowNanos) {
        long excess = level(nowNanos) - units;
        if (excess <= 0) {
            return 0;
        }
        return usePerMinute == 0 ? SendPace.NEVER : (long) ((double) excess * NANOS_PER_MINUTE / usePerMinute) + 1;
    }
}
