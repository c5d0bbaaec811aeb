package virdi.telemetry.rate;

/**
 * How long something has lasted, as readers are told it: never rounded up, in whole seconds, from a minute on in whole
 * minutes, from a day on in whole hours. Stateless.
 */
public final class ElapsedTime {
    /** One second in nanoseconds. */
    public static final long SECOND = 1_000_000_000L;

    private static final long MINUTE_SECONDS = 60;
    private static final long HOUR_SECONDS = 3_600;
    private static final long DAY_SECONDS = 86_400;

    private ElapsedTime() {}

    /**
     * The start of a time's second. Times are counted from it, so that all of a frame change together, once a second, and the
     * time of a state agrees with that of its cause.
     */
    public static long tick(long nowNanos) {
        return Math.floorDiv(nowNanos, SECOND) * SECOND;
    }

    /** Seconds since a time, at a tick; at least one, since nothing is told with its time before it has lasted a second. */
    public static long seconds(long sinceNanos, long tickNanos) {
        return coarse(Math.max(1, (tickNanos - sinceNanos) / SECOND));
    }

    /** Seconds without those that are not told. */
    private static long coarse(long seconds) {
        if (seconds < MINUTE_SECONDS) {
            return seconds;
        }
        return seconds - seconds % (seconds < DAY_SECONDS ? MINUTE_SECONDS : HOUR_SECONDS);
    }
}
