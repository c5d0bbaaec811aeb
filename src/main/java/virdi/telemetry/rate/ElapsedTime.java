package virdi.telemetry.rate;

/**
 * Rounds times for readers: down to whole seconds, from a minute on to whole minutes, from a day on to whole hours. Stateless.
 */
public final class ElapsedTime {
    /** One second in nanoseconds. */
    public static final long SECOND = 1_000_000_000L;

    private static final long MINUTE_SECONDS = 60;
    private static final long HOUR_SECONDS = 3_600;
    private static final long DAY_SECONDS = 86_400;

    private ElapsedTime() {}

    /**
     * The start of the second of a time. All times of a frame are counted from it, so they change together, once a second, and a
     * state and its cause show the same time.
     */
    public static long tick(long nowNanos) {
        return Math.floorDiv(nowNanos, SECOND) * SECOND;
    }

    /** Seconds from a time to a tick, rounded; at least 1. */
    public static long seconds(long sinceNanos, long tickNanos) {
        return coarse(Math.max(1, (tickNanos - sinceNanos) / SECOND));
    }

    /** Seconds rounded down. */
    private static long coarse(long seconds) {
        if (seconds < MINUTE_SECONDS) {
            return seconds;
        }
        return seconds - seconds % (seconds < DAY_SECONDS ? MINUTE_SECONDS : HOUR_SECONDS);
    }
}
