package virdi.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();

    @Test
    void keepsAPointASecondForFiveMinutes() {
        for (int second = -100; second < 900; second++) {
            history.put(second, second, second / 10, -second);
        }
        assertThat(history.size()).isEqualTo(300);
        assertThat(history.lastSecond()).isEqualTo(899);
        for (int second = 600; second < 900; second++) {
            assertThat(history.actualAt(second)).isEqualTo(second);
            assertThat(history.possibleAt(second)).isEqualTo(second / 10);
            assertThat(history.levelAt(second)).isEqualTo(-second);
        }
    }

    @Test
    void secondsThatWereLeftOutRepeatTheLastPoint() {
        history.put(10, 1, 5, 100);
        history.put(14, 2, 6, 200);
        assertThat(history.size()).isEqualTo(5);
        assertThat(history.actualAt(13)).isEqualTo(1);
        assertThat(history.levelAt(12)).isEqualTo(100);
        assertThat(history.possibleAt(13)).isEqualTo(5);
        assertThat(history.actualAt(14)).isEqualTo(2);
    }

    @Test
    void restOfADayIsRepeatedInAMoment() {
        history.put(0, 1, 1, 1);
        history.put(1, 2, 1, 1);
        history.put(86_400, 3, 1, 1);
        assertThat(history.size()).isEqualTo(300);
        assertThat(history.actualAt(86_399)).isEqualTo(2);
        assertThat(history.actualAt(86_101)).isEqualTo(2);
    }

    @Test
    void secondIsPutOnce() {
        history.put(10, 1, 1, 1);
        history.put(10, 2, 2, 2);
        assertThat(history.size()).isEqualTo(1);
        assertThat(history.actualAt(10)).isEqualTo(1);
    }

    @Test
    void whatStandsStillForFiveMinutesIsFlat() {
        history.put(0, 1, 1, 1);
        history.put(1, 2, 1, 1);
        assertThat(history.isFlat()).isFalse();
        for (int second = 2; second <= 300; second++) {
            history.put(second, 2, 1, 1);
        }
        assertThat(history.isFlat()).isTrue();
        assertThat(history.actualAt(5)).isEqualTo(2);
    }
}
