package virdi.telemetry.rate;

import java.util.Locale;

/** Numbers and times as states and causes write them. Stateless. */
public final class Words {
    public static final long SECOND = 1_000_000_000L;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final long SECONDS_PER_DAY = 86_400;
    /** Below this a rate of 1.5 is not the same as one of 2. */
    private static final double FINE_RATE = 9.95;

    private Words() {}

    /** A count: "12,400". */
    public static String count(long units) {
        return String.format(Locale.ROOT, "%,d", units);
    }

    /** A rate with its unit: "1,200/min", "1.5/min". */
    public static String rate(double perMinute) {
        double tenths = Math.round(perMinute * 10) / 10.0;
        if (perMinute < FINE_RATE && tenths != Math.rint(tenths)) {
            return tenths + "/min";
        }
        return count(Math.round(perMinute)) + "/min";
    }

    /** Time that has passed, never rounded up: "38 s", "2 min", "1 h 12 min", "3 d 2 h". */
    public static String duration(long nanos) {
        long seconds = Math.max(0, nanos / SECOND);
        if (seconds < SECONDS_PER_MINUTE) {
            return seconds + " s";
        }
        if (seconds < SECONDS_PER_HOUR) {
            return seconds / SECONDS_PER_MINUTE + " min";
        }
        if (seconds < SECONDS_PER_DAY) {
            return pair(seconds / SECONDS_PER_HOUR, "h", seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE, "min");
        }
        return pair(seconds / SECONDS_PER_DAY, "d", seconds % SECONDS_PER_DAY / SECONDS_PER_HOUR, "h");
    }

    /**
     * The moment from which told durations are counted, so that all words of a frame tick together, once a second, and the
     * words of a state agree with those of its cause.
     */
    public static long tick(long nowNanos) {
        return Math.floorDiv(nowNanos, SECOND) * SECOND;
    }

    /** How long something told with its time has lasted at a tick; nothing is told so before it has lasted a second. */
    public static long lasted(long sinceNanos, long tickNanos) {
        return Math.max(SECOND, tickNanos - sinceNanos);
    }

    /** Two times with the same key have the same {@link #duration}; spares making the text again. */
    public static long durationKey(long nanos) {
        long seconds = Math.max(0, nanos / SECOND);
        return seconds < SECONDS_PER_MINUTE ? seconds : SECONDS_PER_MINUTE + seconds / SECONDS_PER_MINUTE;
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
