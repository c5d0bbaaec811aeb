package virdi.telemetry;

/** How far back a chart looks. Each is told in the same number of points, so that an hour costs no more than a minute. */
public enum Span {
    MINUTE(1),
    TEN_MINUTES(10),
    HOUR(60);

    /** How many points a span has at most. */
    public static final int POINTS = 60;

    private final int stepSeconds;

    Span(int stepSeconds) {
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

    /** The step that a second belongs to. */
    public long bucket(long second) {
        return Math.floorDiv(second, (long) stepSeconds);
    }

    /** The first second of the step that a second belongs to. */
    public long bucketStart(long second) {
        return bucket(second) * stepSeconds;
    }

    /** Where a step lies in a ring that holds all spans one after another. */
    public int slot(long bucket) {
        return ordinal() * POINTS + (int) Math.floorMod(bucket, (long) POINTS);
    }
}
