package virdi.simulation;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * "Throttle to r units per minute; 0 pauses", of one direction: never more than r a minute, and ahead of it by at most
 * what r brings in a tenth of a second, or by one unit. What comes as a whole message may overdraw it.
 *
 * <p>A stream that another throttle holds as well may have a unit counted here before it passes. How many have is not
 * seen, so a throttle of such streams is known only within their number of units.
 */
final class ReferenceThrottle {
    private final ReferenceBucket bucket;
    private long pace;
    private long unseen;

    ReferenceThrottle(long unitsPerMinute, long now) {
        pace = unitsPerMinute;
        bucket = new ReferenceBucket(0, unitsPerMinute, now);
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

    /** Takes note of how many streams are held by one and by another, given the throttles of each stream. */
    static void noteSharing(Stream<List<ReferenceThrottle>> streams) {
        streams.filter(throttles -> throttles.size() > 1)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(throttle -> throttle, IdentityHashMap::new, Collectors.counting()))
                .forEach((throttle, count) -> throttle.unseen = Math.max(throttle.unseen, count));
    }

    /** How many units may pass at most. */
    long allowance(long now) {
        return pace == 0 ? 0 : Math.max(0, bucket.room(ahead() + unseen, now));
    }

    /** Whether a unit may pass for sure. */
    boolean isOpen(long now) {
        return allowance(now) > 2 * unseen;
    }

    /** The first nanosecond at which a unit may pass. */
    long timeOfAllowance() {
        return pace == 0 ? ReferenceBucket.NEVER : bucket.timeOfRoom(ahead() + unseen, 1);
    }

    void count(long units, long now) {
        bucket.pour(units, now);
    }

    void refund(long units, long now) {
        bucket.takeBack(units, now);
    }

    static long doubt(List<ReferenceThrottle> throttles) {
        return throttles.stream().mapToLong(ReferenceThrottle::doubt).max().orElse(0);
    }

    /** How long after the first moment it may be until a unit passes for sure. */
    long doubt() {
        return pace == 0 ? 0 : 2 * unseen * 60_000_000_000L / pace;
    }

    /**
     * How much later than the model the broker may let a unit pass: what it counted for units that came back, it may take
     * up to a unit and a tenth of a second to find out about.
     */
    long lag() {
        return pace == 0 ? 0 : doubt() + 60_000_000_000L / pace + 100_000_000L;
    }

    private long ahead() {
        return Math.max(1, pace / 600);
    }
}
