package virdi.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0/min",
                "2.5|2.5/min",
                "3.02|3/min",
                "9.96|10/min",
                "120.4|120/min",
                "1200|1,200/min",
                "4294967295|4.3 G/min"
            })
    void ratesAreWrittenWithTheirUnit(double rate, String text) {
        assertThat(Figures.rate(rate)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0/min",
                "1.5|1.5/min",
                "6|6/min",
                "9.96|10/min",
                "60.4|60/min",
                "1200|1,200/min",
                "4294967295|4,294,967,295/min"
            })
    void ratesInSentencesAreWrittenInFull(double rate, String text) {
        assertThat(Figures.wholeRate(rate)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "38, 38 s",
        "59, 59 s",
        "60, 1 min",
        "119, 1 min",
        "120, 2 min",
        "3600, 1 h",
        "4320, 1 h 12 min",
        "86400, 1 d",
        "266400, 3 d 2 h",
        "-4, 0 s"
    })
    void elapsedTimeIsNeverRoundedUp(long seconds, String text) {
        assertThat(Figures.elapsed(seconds)).isEqualTo(text);
    }

    @Test
    void gainsHaveTwoDigitsAndASign() {
        assertThat(Figures.gain(120.4)).isEqualTo("+120/min");
        assertThat(Figures.gain(-1_287)).isEqualTo("−1,300/min");
        assertThat(Figures.gain(12_345)).isEqualTo("+12 k/min");
        assertThat(Figures.gain(9_960)).isEqualTo("+10 k/min");
        assertThat(Figures.gain(-4.26)).isEqualTo("−4.3/min");
    }

    @Test
    void aPairReadsActualThenPossible() {
        assertThat(Figures.ratePair(310, 600)).isEqualTo("310 / 600 /min");
        assertThat(Figures.level(4_120, 10_000)).isEqualTo("4,120 / 10,000");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.001, <1 %", "0.64, 64 %", "0.999, 99 %", "1, 100 %", "1.04, 104 %"})
    void whatIsNotQuiteNoneOrAllNeverReadsSo(double share, String text) {
        assertThat(Figures.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "850, 850 ms",
        "42000, 42 s",
        "65000, 1 min 5 s",
        "180000, 3 min",
        "725000, 12 min",
        "4320000, 1 h 12 min",
        "187200000, 2 d 4 h",
        "-5, 0 ms"
    })
    void durationsHaveTheirTwoLargestUnits(long millis, String text) {
        assertThat(Figures.duration(millis * 1_000_000)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4120|4,120", "41200|41.2 k", "999600|1 M", "1240000|1.2 M", "125000000|125 M"})
    void compactNumbersTakeAtMostFiveSigns(double number, String text) {
        assertThat(Figures.compact(number)).isEqualTo(text);
    }

    @Property
    void unitsAreWrittenAsAFormatWritesThem(@ForAll long units) {
        assertThat(Figures.units(units)).isEqualTo(String.format(Locale.ROOT, "%,d", units));
    }

    @Property
    void smallRatesAreWrittenAsAFormatWritesThem(@ForAll @IntRange(min = -994, max = 994) int hundredths) {
        Assume.that(Math.abs(hundredths) % 100 > 5 && Math.abs(hundredths) % 100 < 95);
        double rate = hundredths / 100.0;
        assertThat(Figures.rate(rate)).isEqualTo(String.format(Locale.ROOT, "%.1f/min", rate));
    }

    @Test
    void oneIsNotPlural() {
        assertThat(Figures.count(1, "stream")).isEqualTo("1 stream");
        assertThat(Figures.count(1_200, "stream")).isEqualTo("1,200 streams");
    }
}
