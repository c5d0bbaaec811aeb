package virdi.sim;

import io.grpc.Status;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * How long a client waits before it tries again, used by the simulation's thread only: doubling from a quarter of a
 * second to ten, each wait shortened by up to half at random, so that clients that lost the broker together do not
 * return together.
 */
final class Backoff {
    private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final RandomGenerator random;
    private long nextNanos = SHORTEST_NANOS;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait after a stream that lived so long and ended so. One that outlived the longest wait was no failed attempt:
     * counting starts anew. A client that was shown the door does not knock four times a second.
     */
    long nanosAfter(Status ending, long livedNanos) {
        if (livedNanos > LONGEST_NANOS) {
            nextNanos = SHORTEST_NANOS;
        }
        if (ending.getCode() == Status.Code.PERMISSION_DENIED) {
            nextNanos = LONGEST_NANOS;
        }
        long wait = nextNanos / 2 + random.nextLong(nextNanos / 2 + 1);
        nextNanos = Math.min(LONGEST_NANOS, nextNanos * 2);
        return wait;
    }
}
