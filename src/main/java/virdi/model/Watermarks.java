package virdi.model;

/**
 * The two marks of a tank. Demand ends when the level reaches the capacity and returns when it is at or below the
 * resume mark: hysteresis, so that a full tank does not flap.
 *
 * @param capacityUnits 1 or more
 * @param resumeUnits 0 to {@code capacityUnits - 1}
 */
public record Watermarks(long capacityUnits, long resumeUnits) {
    public Watermarks {
        if (capacityUnits < 1 || resumeUnits < 0 || resumeUnits >= capacityUnits) {
            throw new IllegalArgumentException(
                    "expected 0 <= resume mark < capacity, not " + resumeUnits + " and " + capacityUnits + " units");
        }
    }

    /** Marks with the resume mark at a share of the capacity, rounded down. */
    public static Watermarks of(long capacityUnits, int resumePercent) {
        long resume = capacityUnits / 100 * resumePercent + capacityUnits % 100 * resumePercent / 100;
        return new Watermarks(capacityUnits, Math.min(resume, capacityUnits - 1));
    }
}
