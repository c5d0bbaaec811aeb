package virdi.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * When a tank will reach a level. Rounded to what is known: a forecast that counts down every second would claim too much and
 * flicker. Immutable.
 *
 * @param level the level that it will reach
 * @param inSeconds a multiple of 5 below a minute, of 60 below an hour, else of 3,600
 */
public record Forecast(Level level, long inSeconds) {
    /** The levels that are forecast. */
    public enum Level {
        FULL,
        EMPTY,
        /** The level falls to the mark at which the broker asks for production again. */
        RESUME_MARK
    }

    private static final double FINE_SECONDS = 57.5;
    private static final long MINUTE_SECONDS = 60;
    private static final long HOUR_SECONDS = 3_600;
    private static final double FINE_MINUTES = 9.5;
    private static final double HOUR_OF_MINUTES = 60;
    private static final double LONGEST_HOURS = 24;
    private static final int STEP = 5;

    /** When a level with this net flow reaches a mark; null when it moves away from it, or needs more than a day. */
    public static @Nullable Forecast of(Level level, double nowUnits, double markUnits, double netPerMinute) {
        double minutes = (markUnits - nowUnits) / netPerMinute;
        Long seconds = Double.isFinite(minutes) && minutes >= 0 ? coarse(minutes * MINUTE_SECONDS) : null;
        return seconds == null ? null : new Forecast(level, seconds);
    }

    /** The time as forecasts round it; null beyond a day. */
    public static @Nullable Long coarse(double seconds) {
        if (seconds < FINE_SECONDS) {
            return Math.max(STEP, STEP * Math.round(seconds / STEP));
        }
        double minutes = seconds / MINUTE_SECONDS;
        if (minutes < FINE_MINUTES) {
            return MINUTE_SECONDS * Math.max(1, Math.round(minutes));
        }
        if (minutes < HOUR_OF_MINUTES - STEP / 2.0) {
            return MINUTE_SECONDS * STEP * Math.round(minutes / STEP);
        }
        double hours = minutes / HOUR_OF_MINUTES;
        return hours <= LONGEST_HOURS ? Long.valueOf(HOUR_SECONDS * Math.max(1, Math.round(hours))) : null;
    }
}
