package virdi.telemetry.history;

import virdi.telemetry.TimeRange;

/**
 * One figure over all time ranges; one thread. A figure that has not changed for an hour needs no array, so offers, idle
 * streams and constant limits are nearly free.
 */
abstract sealed class FigureRing permits FloatRing, LongRing {
    static final TimeRange[] RANGES = TimeRange.values();
    static final int SLOTS = RANGES.length * TimeRange.POINTS;
    private static final int LONGEST = TimeRange.HOUR.seconds();

    /** Seconds for which the figure has stood still, at most {@link #LONGEST}; 0 before the first. */
    private int stillSeconds;

    /** Makes the array and fills it with the newest figure. */
    abstract void allocate();

    abstract void free();

    abstract boolean isAllocated();

    /** Puts the newest figure into the step of a second; nothing while there is no array. */
    abstract void store(long second, long firstSecond);

    /** Counts a second before its figure is put; allocates or frees the array. */
    final void advance(boolean same) {
        if (stillSeconds > 0 && same) {
            stillSeconds++;
            if (stillSeconds >= LONGEST) {
                stillSeconds = LONGEST;
                free();
            }
            return;
        }
        if (stillSeconds > 0 && !isAllocated()) {
            allocate();
        }
        stillSeconds = 1;
    }

    /**
     * Puts the newest figure again, for all seconds from one to before another.
     *
     * @param firstSecond the first second ever put
     */
    final void repeat(long from, long until, long firstSecond) {
        if (!isAllocated()) {
            stillSeconds = (int) Math.min(stillSeconds + until - from, LONGEST);
        }
        for (long second = from; isAllocated() && second < until; second++) {
            advance(true);
            store(second, firstSecond);
        }
    }

    /** Whether the figure has stood still for so many seconds. */
    final boolean isStill(int seconds) {
        return stillSeconds >= seconds;
    }
}
