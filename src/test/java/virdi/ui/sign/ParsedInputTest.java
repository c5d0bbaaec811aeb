package virdi.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedInputTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "60|60",
                " 60 |60",
                "12,400|12400",
                "12 400|12400",
                "12k|12000",
                "3 M|3000000",
                "60/min|60",
                "60 /min|60"
            })
    void numbersAreReadAsPeopleWriteThem(String text, long expected) {
        assertThat(ParsedInput.number(text, 0, 1_000_000_000).value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1.5", "12,40", "1001", "999999999999999999999", "1 000 000 k"})
    void anythingElseSaysWhatWasExpected(String text) {
        ParsedInput<Long> entry = ParsedInput.number(text, 1, 1_000);
        assertThat(entry.isValid()).isFalse();
        assertThat(entry.value()).isNull();
        assertThat(entry.problem())
                .startsWith("Expected a whole number from 1 to 1,000")
                .contains(text.strip());
    }

    @Test
    void aNumberBelowTheLeastIsRefused() {
        assertThat(ParsedInput.number("0", 1, 10).isValid()).isFalse();
        assertThat(ParsedInput.number("1", 1, 10).isValid()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"90 s,PT1M30S", "5 min,PT5M", "5,PT5M", "2h,PT2H", "1 d,PT24H", "10m,PT10M"})
    void timesAreReadWithTheirUnitAndMinutesWithout(String text, Duration expected) {
        assertThat(ParsedInput.time(text).value()).isEqualTo(expected);
    }

    @Test
    void aBlankTimeMeansNever() {
        assertThat(ParsedInput.time("  ")).isEqualTo(new ParsedInput<Duration>(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "soon", "5 weeks", "-1 min", "400 d"})
    void anImpossibleTimeSaysWhatWasExpected(String text) {
        assertThat(ParsedInput.time(text).problem())
                .contains("90 s, 5 min or 2 h")
                .contains(text);
    }

    @Test
    void aMissingReasonIsNamed() {
        assertThat(ParsedInput.text(" ", "a reason").problem()).isEqualTo("Expected a reason");
        assertThat(ParsedInput.text(" why ", "a reason").value()).isEqualTo("why");
    }
}
