package virdi.simulation;

/**
 * "Throttle to r units per minute; 0 pauses", of one direction: never more than r a minute, and ahead of it by at most
 * what r brings in a tenth of a second, or by one unit. What comes as a whole message may overdraw it.
 */
final class ReferenceThrottle {
    private final LeakyBucket bucket;
    private long pace;

    ReferenceThrottle(long unitsPerMinute, long now) {
        pace = unitsPerMinute;
        bucket = new LeakyBucket(0, unitsPerMinute, now);
    }

    long pace() {
        return pace;
    }

    /** Another pace; a debt beyond what the new one may be ahead is forgiven, so that it shows at once. */
    void setPace(long unitsPerMinute, long now) {
        pace = unitsPerMinute;
        bucket.setPace(unitsPerMinute, now);
        bucket.takeBack(Math.max(0, -bucket.room(ahead(), now)), now);
    }

    long allowance(long now) {
        return pace == 0 ? 0 : Math.max(0, bucket.room(ahead(), now));
    }

    /** The first nanosecond at which a unit may pass. */
    long timeOfAllowance() {
        return pace == 0 ? LeakyBucket.NEVER : bucket.timeOfRoom(ahead(), 1);
    }

    void count(long units, long now) {
        bucket.pour(units, now);
    }

    void refund(long units, long now) {
        bucket.takeBack(units, now);
    }

    /**
     * How much later than the model the broker may let a unit pass: what it counted for units that came back, it may take
     * up to a unit and a tenth of a second to find out about.
     */
    long lag() {
        return pace == 0 ? 0 : 60_000_000_000L / pace + 100_000_000L;
    }

    private long ahead() {
        return Math.max(1, pace / 600);
    }
}
