package virdi.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private final Backoff backoff = new Backoff(new SplittableRandom(1));

    @Test
    void waitsDoubleUpToTenSeconds() {
        for (long longest : new long[] {250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000}) {
            assertThat(backoff.nanosAfter(Status.UNAVAILABLE, 0)).isBetween(longest * MILLI / 2, longest * MILLI);
        }
    }

    @Test
    void aStreamThatLivedLongIsNoFailedAttempt() {
        for (int failures = 0; failures < 6; failures++) {
            backoff.nanosAfter(Status.UNAVAILABLE, 0);
        }

        assertThat(backoff.nanosAfter(Status.ABORTED, 60_000 * MILLI)).isLessThanOrEqualTo(250 * MILLI);
    }

    @Test
    void aBlockedClientWaitsLongAtOnce() {
        assertThat(backoff.nanosAfter(Status.PERMISSION_DENIED, 0)).isGreaterThanOrEqualTo(5_000 * MILLI);
    }
}
