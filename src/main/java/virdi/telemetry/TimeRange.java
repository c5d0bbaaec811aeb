package virdi.telemetry;

/**
 * How far back a chart goes. Every range has the same number of points, so an hour costs no more than a minute. A point covers
 * a step of some seconds; steps are numbered from second 0 on.
 */
public enum TimeRange {
    MINUTE(1),
    TEN_MINUTES(10),
    HOUR(60);

    /** How many points a range has at most. */
    public static final int POINTS = 60;

    private final int stepSeconds;

    TimeRange(int stepSeconds) {
        this.stepSeconds = stepSeconds;
    }

    /** From one point to the next. */
    public int stepSeconds() {
        return stepSeconds;
    }

    public int seconds() {
        return stepSeconds * POINTS;
    }

    public long millis() {
        return seconds() * 1_000L;
    }

    /** The step of a second. */
    public long step(long second) {
        return Math.floorDiv(second, (long) stepSeconds);
    }

    /** The first second in the step of a second. */
    public long stepStart(long second) {
        return step(second) * stepSeconds;
    }

    /** The place of a step in a ring that holds all ranges one after another. */
    public int slot(long step) {
        return ordinal() * POINTS + (int) Math.floorMod(step, (long) POINTS);
    }
}
