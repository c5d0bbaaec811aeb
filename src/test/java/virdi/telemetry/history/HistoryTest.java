package virdi.telemetry.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.telemetry.TimeRange;

class HistoryTest {
    private final History history = new History();

    @ParameterizedTest
    @EnumSource(TimeRange.class)
    void everySpanHasSixtyPointsOfMeansLastLevelsAndExactTotals(TimeRange span) {
        long total = Long.MAX_VALUE - 5_000;
        for (int second = -100; second < 3_990; second++) {
            history.put(second, second, 2 * second, second / 10, -second, total + second, second);
        }
        int stepSeconds = span.stepSeconds();
        long newest = span.step(3_989);
        assertThat(history.oldest(span)).isEqualTo(newest - 59);
        for (long bucket = newest - 59; bucket <= newest; bucket++) {
            long first = bucket * stepSeconds;
            long last = Math.min(3_989, first + stepSeconds - 1);
            assertThat(history.inAt(span, bucket)).isCloseTo((first + last) / 2.0, within(0.01));
            assertThat(history.outAt(span, bucket)).isCloseTo(first + last, within(0.02));
            assertThat(history.levelAt(span, bucket)).isEqualTo(-last);
            assertThat(history.unitsInAt(span, bucket)).isEqualTo(total + last);
            assertThat(history.unitsOutAt(span, bucket)).isEqualTo(last);
        }
    }

    @Test
    void aHistoryThatBeginsWithinAStepCountsOnlyItsOwnSeconds() {
        put(58, 10);
        put(59, 20);
        assertThat(history.oldest(TimeRange.HOUR)).isZero();
        assertThat(history.outAt(TimeRange.HOUR, 0)).isEqualTo(15);
        put(60, 40);
        assertThat(history.outAt(TimeRange.HOUR, 0)).isEqualTo(15);
        assertThat(history.outAt(TimeRange.HOUR, 1)).isEqualTo(40);
        assertThat(history.oldest(TimeRange.MINUTE)).isEqualTo(58);
    }

    @Test
    void secondsThatWereLeftOutRepeatTheLastPoint() {
        history.put(10, 1, 0, 5, 100, 7, 0);
        history.put(14, 2, 0, 6, 200, 9, 0);
        assertThat(history.oldest(TimeRange.MINUTE)).isEqualTo(10);
        assertThat(history.inAt(TimeRange.MINUTE, 13)).isEqualTo(1);
        assertThat(history.levelAt(TimeRange.MINUTE, 12)).isEqualTo(100);
        assertThat(history.possibleAt(TimeRange.MINUTE, 13)).isEqualTo(5);
        assertThat(history.unitsInAt(TimeRange.MINUTE, 13)).isEqualTo(7);
        assertThat(history.inAt(TimeRange.TEN_MINUTES, 1)).isCloseTo(1.2, within(1e-6));
    }

    @Test
    void restOfADayIsRepeatedInAMoment() {
        put(0, 1);
        put(1, 2);
        put(86_400, 3);
        for (TimeRange span : TimeRange.values()) {
            assertThat(history.outAt(span, history.oldest(span))).isEqualTo(2);
            assertThat(history.outAt(span, span.step(86_400))).isEqualTo(3);
        }
    }

    @Test
    void secondIsPutOnce() {
        put(10, 1);
        put(10, 2);
        assertThat(history.outAt(TimeRange.MINUTE, 10)).isEqualTo(1);
    }

    @Test
    void whatStandsStillForASpanIsFlatThere() {
        put(0, 1);
        for (int second = 1; second <= 60; second++) {
            put(second, 2);
        }
        assertThat(history.isFlat(TimeRange.MINUTE)).isTrue();
        assertThat(history.isFlat(TimeRange.TEN_MINUTES)).isFalse();
        for (int second = 61; second <= 3_600; second++) {
            put(second, 2);
        }
        assertThat(history.isFlat(TimeRange.HOUR)).isTrue();
        assertThat(history.outAt(TimeRange.HOUR, 1)).isEqualTo(2);
        put(3_601, 8);
        assertThat(history.outAt(TimeRange.HOUR, 60)).isEqualTo(5);
        assertThat(history.outAt(TimeRange.HOUR, 59)).isEqualTo(2);
    }

    private void put(long second, double out) {
        history.put(second, 0, out, 0, 0, 0, 0);
    }
}
