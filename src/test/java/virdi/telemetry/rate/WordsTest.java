package virdi.telemetry.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 s",
                "38.9|38 s",
                "59.9|59 s",
                "60|1 min",
                "119|1 min",
                "120|2 min",
                "3600|1 h",
                "4320|1 h 12 min",
                "86400|1 d",
                "266400|3 d 2 h",
                "-4|0 s"
            })
    void durationIsNeverRoundedUp(double seconds, String words) {
        assertThat(Words.duration((long) (seconds * Words.SECOND))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0/min", "1.5|1.5/min", "6|6/min", "9.96|10/min", "60.4|60/min", "1200|1,200/min"})
    void rateHasItsUnitAndAComma(double perMinute, String words) {
        assertThat(Words.rate(perMinute)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|in 5 s",
                "7|in 5 s",
                "13|in 15 s",
                "55|in 55 s",
                "58|in 1 min",
                "89|in 1 min",
                "110|in 2 min",
                "540|in 9 min",
                "590|in 10 min",
                "1500|in 25 min",
                "3500|in 1 h",
                "9000|in 3 h",
                "86400|in 24 h",
                "90000|''"
            })
    void forecastIsCoarse(double seconds, String words) {
        assertThat(Forecast.in(seconds)).isEqualTo(words);
    }

    @Test
    void whatMovesAwayIsNotForecast() {
        assertThat(Forecast.reach(50, 100, 50)).isEqualTo("in 1 min");
        assertThat(Forecast.reach(50, 0, -25)).isEqualTo("in 2 min");
        assertThat(Forecast.reach(50, 100, -50)).isEmpty();
        assertThat(Forecast.reach(50, 100, 0)).isEmpty();
    }
}
