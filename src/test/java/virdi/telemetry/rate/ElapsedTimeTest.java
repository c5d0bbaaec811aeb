package virdi.telemetry.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTimeTest {
    private static final long SECOND = ElapsedTime.SECOND;

    @ParameterizedTest
    @CsvSource({
        "38.9, 38",
        "59.9, 59",
        "60, 60",
        "119, 60",
        "120, 120",
        "4379, 4320",
        "86399, 86340",
        "90000, 90000",
        "93599, 90000"
    })
    void onlyAsMuchAsIsToldAndNeverRoundedUp(double lasted, long seconds) {
        assertThat(ElapsedTime.seconds(0, (long) (lasted * SECOND))).isEqualTo(seconds);
    }

    @Test
    void nothingLastsLessThanASecond() {
        assertThat(ElapsedTime.seconds(SECOND, SECOND)).isEqualTo(1);
        assertThat(ElapsedTime.seconds(2 * SECOND, SECOND)).isEqualTo(1);
    }

    @Test
    void allTimesOfASecondHaveOneTick() {
        assertThat(ElapsedTime.tick(3 * SECOND)).isEqualTo(3 * SECOND);
        assertThat(ElapsedTime.tick(4 * SECOND - 1)).isEqualTo(3 * SECOND);
        assertThat(ElapsedTime.tick(-1)).isEqualTo(-SECOND);
    }
}
