package virdi.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.telemetry.Forecast.Level.EMPTY;
import static virdi.telemetry.Forecast.Level.FULL;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import virdi.ui.sign.Figures;

class ForecastTest {
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
                "86400|in 24 h"
            })
    void forecastIsCoarse(double seconds, String text) {
        assertThat(Figures.soon(Objects.requireNonNull(Forecast.coarse(seconds))))
                .isEqualTo(text);
    }

    @Test
    void eventBeyondADayIsNotForecast() {
        assertThat(Forecast.coarse(90_000)).isNull();
    }

    @Test
    void levelThatMovesAwayIsNotForecast() {
        assertThat(Forecast.of(FULL, 50, 100, 50)).isEqualTo(new Forecast(FULL, 60));
        assertThat(Forecast.of(EMPTY, 50, 0, -25)).isEqualTo(new Forecast(EMPTY, 120));
        assertThat(Forecast.of(FULL, 50, 100, -50)).isNull();
        assertThat(Forecast.of(FULL, 50, 100, 0)).isNull();
    }
}
