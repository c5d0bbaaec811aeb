package virdi.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SendPaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void messagesAreDueAtEvenIntervals() {
        SendPace pace = new SendPace(120, 1, 0, new SplittableRandom(1));
        pace.resumeAt(1_000);

        assertThat(pace.nanosUntilDue(1_000)).isEqualTo(SECOND / 2);
        pace.step();
        assertThat(pace.nanosUntilDue(1_000)).isEqualTo(SECOND);
    }

    @Test
    void jitterMovesMessagesWithoutChangingTheRate() {
        SendPace pace = new SendPace(700, 1, 0.9, new SplittableRandom(1));
        pace.resumeAt(0);

        long sent = sentUntil(pace, TimeUnit.HOURS.toNanos(1));

        assertThat(sent).isBetween(700L * 60, 700L * 60 + 1);
    }

    @Test
    void jitterMakesTheTimeBetweenMessagesUneven() {
        SendPace pace = new SendPace(60, 1, 0.5, new SplittableRandom(1));
        pace.resumeAt(0);

        long first = pace.nanosUntilDue(0);
        pace.step();
        long second = pace.nanosUntilDue(0) - first;

        assertThat(first).isBetween(SECOND / 2, SECOND);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void aPauseIsNotMadeUpFor() {
        SendPace pace = new SendPace(60, 1, 0, new SplittableRandom(1));
        pace.resumeAt(0);
        pace.resumeAt(100 * SECOND);

        assertThat(sentUntil(pace, 103 * SECOND)).isEqualTo(3);
    }

    @Test
    void withoutARateNothingIsEverDue() {
        SendPace pace = new SendPace(0, 5, 0, new SplittableRandom(1));
        pace.resumeAt(0);

        assertThat(pace.nanosUntilDue(SECOND)).isEqualTo(SendPace.NEVER);
    }

    private static long sentUntil(SendPace pace, long nanos) {
        long sent = 0;
        while (pace.nanosUntilDue(nanos) == 0) {
            pace.step();
            sent++;
        }
        return sent;
    }
}
