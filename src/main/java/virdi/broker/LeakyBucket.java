package virdi.broker;

import java.util.concurrent.TimeUnit;

/**
 * A level that drains at a pace that its owner passes in: the model of a client's buffer, and the meter of a throttle (the
 * leaky bucket as a meter, ITU-T I.371). Broker's thread only.
 *
 * <p>The level is kept as whole units and a fraction in sixty-billionths of a unit, because a pace of one unit per
 * minute drains exactly one such part per nanosecond. All arithmetic is on integers, so nothing drifts, however long or
 * often it is asked: draining over a then b equals draining over a + b. Paces up to 4,294,967,295 per minute and spans
 * of 60 years fit without overflow.
 */
final class LeakyBucket {
    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
    /** Parts of a unit: nanoseconds in a minute. */
    private static final long PARTS = TimeUnit.MINUTES.toNanos(1);
    /** The most units whose parts fit a long. */
    private static final long MOST_UNITS_IN_PARTS = Long.MAX_VALUE / PARTS - 1;

    private long units;
    private long parts;
    private long atNanos;

    LeakyBucket(long units, long nowNanos) {
        this.units = units;
        this.atNanos = nowNanos;
    }

    /** Lets the time since the last time pass at a pace. A time before the last one changes nothing. */
    void drainTo(long nowNanos, long unitsPerMinute) {
        long elapsed = nowNanos - atNanos;
        if (elapsed <= 0) {
            return;
        }
        atNanos = nowNanos;
        if (units == 0 && parts == 0) {
            return;
        }
        long perSeconds = unitsPerMinute * (elapsed / NANOS_PER_SECOND);
        long perNanos = unitsPerMinute * (elapsed % NANOS_PER_SECOND);
        units -= perSeconds / 60 + perNanos / PARTS;
        parts -= perSeconds % 60 * NANOS_PER_SECOND + perNanos % PARTS;
        while (parts < 0) {
            parts += PARTS;
            units--;
        }
        if (units < 0) {
            units = 0;
            parts = 0;
        }
    }

    void add(long more) {
        units += more;
    }

    /** Takes back what was added and never used; never below empty. */
    void remove(long fewer) {
        if (fewer > units) {
            parts = 0;
        }
        units = Math.max(0, units - fewer);
    }

    /** The level in whole units, rounded up. */
    long ceiling() {
        return parts > 0 ? units + 1 : units;
    }

    /** The level in units, to show. */
    double value() {
        return units + (double) parts / PARTS;
    }

    /** When the level was last brought up to date. */
    long atNanos() {
        return atNanos;
    }

    /**
     * How long until the level is at most {@code target} units at a pace, in nanoseconds: exact, or up to a microsecond late where
     * paces are above 150 million per minute. {@link Long#MAX_VALUE} when it never will be.
     */
    long nanosUntil(long target, long unitsPerMinute) {
        long above = units - target;
        if (above < 0 || (above == 0 && parts == 0)) {
            return 0;
        }
        if (unitsPerMinute == 0) {
            return Long.MAX_VALUE;
        }
        long minutes = above / unitsPerMinute;
        long rest = above % unitsPerMinute;
        long nanos;
        if (rest < MOST_UNITS_IN_PARTS) {
            nanos = Math.ceilDiv(rest * PARTS + parts, unitsPerMinute);
        } else {
            nanos = Math.ceilDiv((rest + 1) * NANOS_PER_SECOND, unitsPerMinute) * 60;
        }
        return minutes > Long.MAX_VALUE / PARTS - 1 ? Long.MAX_VALUE : minutes * PARTS + nanos;
    }
}
