package virdi.model;

/**
 * A rate of units.
 *
 * @param unitsPerMinute 0 (paused) or more
 */
public record Pace(long unitsPerMinute) {
    /** Nothing moves. */
    public static final Pace PAUSED = new Pace(0);

    public Pace {
        if (unitsPerMinute < 0) {
            throw new IllegalArgumentException("a pace is 0 or more units per minute, not " + unitsPerMinute);
        }
    }

    public boolean isPaused() {
        return unitsPerMinute == 0;
    }
}
