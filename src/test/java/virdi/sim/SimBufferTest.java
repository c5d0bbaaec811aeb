package virdi.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimBufferTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void useEmptiesItAtItsRateHoweverOftenOneLooks() {
        SimBuffer buffer = new SimBuffer(1_000, 70, 1_000, 0);
        for (long now = 0; now <= 600 * SECOND; now += SECOND / 7) {
            buffer.level(now);
        }

        assertThat(buffer.level(600 * SECOND)).isBetween(299L, 300L);
    }

    @Test
    void itNeverFallsBelowZeroAndOwesNothing() {
        SimBuffer buffer = new SimBuffer(100, 60, 5, 0);

        assertThat(buffer.level(60 * SECOND)).isZero();
        buffer.add(10, 60 * SECOND);
        assertThat(buffer.level(63 * SECOND)).isEqualTo(7);
    }

    @Test
    void itIsFullAtItsLimit() {
        SimBuffer buffer = new SimBuffer(10, 0, 9, 0);

        assertThat(buffer.isFull(SECOND)).isFalse();
        buffer.add(1, SECOND);
        assertThat(buffer.isFull(SECOND)).isTrue();
    }

    @Test
    void itTellsWhenItWillHaveFallenToALevel() {
        SimBuffer buffer = new SimBuffer(100, 60, 100, 0);

        long wait = buffer.nanosUntil(50, 0);

        assertThat(wait).isBetween(50 * SECOND, 50 * SECOND + 1);
        assertThat(buffer.level(wait)).isEqualTo(50);
    }

    @Test
    void withoutUseItNeverFalls() {
        SimBuffer buffer = new SimBuffer(100, 0, 100, 0);

        assertThat(buffer.nanosUntil(50, 0)).isEqualTo(SendPace.NEVER);
        buffer.take(60, 0);
        assertThat(buffer.nanosUntil(50, 0)).isZero();
    }
}
