package virdi.telemetry.rate;

/**
 * Says when something will happen, as coarsely as it is known: a forecast that counts down every second would claim
 * more than it knows and never be calm. Stateless.
 */
public final class Forecast {
    private static final double FINE_SECONDS = 57.5;
    private static final double MINUTES_OF_SECONDS = 60;
    private static final double FINE_MINUTES = 9.5;
    private static final double HOUR_OF_MINUTES = 60;
    private static final double LONGEST_HOURS = 24;
    private static final int STEP = 5;

    private Forecast() {}

    /**
     * When a level that changes so fast reaches a mark: "in 15 s", "in 2 min", "in 3 h"; empty when it moves away, never
     * gets there, or not within a day.
     */
    public static String reach(double levelUnits, double markUnits, double netPerMinute) {
        double minutes = (markUnits - levelUnits) / netPerMinute;
        return Double.isFinite(minutes) && minutes >= 0 ? in(minutes * MINUTES_OF_SECONDS) : "";
    }

    /** "in 15 s", "in 2 min", "in 3 h"; empty beyond a day. */
    public static String in(double seconds) {
        if (seconds < FINE_SECONDS) {
            return "in " + Math.max(STEP, STEP * Math.round(seconds / STEP)) + " s";
        }
        double minutes = seconds / MINUTES_OF_SECONDS;
        if (minutes < FINE_MINUTES) {
            return "in " + Math.max(1, Math.round(minutes)) + " min";
        }
        if (minutes < HOUR_OF_MINUTES - STEP / 2.0) {
            return "in " + STEP * Math.round(minutes / STEP) + " min";
        }
        double hours = minutes / HOUR_OF_MINUTES;
        return hours <= LONGEST_HOURS ? "in " + Math.max(1, Math.round(hours)) + " h" : "";
    }
}
