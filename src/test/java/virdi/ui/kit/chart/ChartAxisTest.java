package virdi.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartAxisTest {
    private final ChartAxis rates = new ChartAxis(true);
    private final ChartAxis totals = new ChartAxis(false);

    @ParameterizedTest
    @CsvSource({"0, 1", "0.7, 0.8", "1, 1", "180, 200", "300, 400", "1004, 1200", "4100, 6000", "9000, 10000"})
    void theAxisEndsAtARoundNumber(double value, double top) {
        rates.fit(0, value);
        assertThat(rates.low()).isZero();
        assertThat(rates.high()).isCloseTo(top, within(1e-9));
    }

    @Test
    void theAxisWidensAtOnceAndDoesNotJumpWhenAValueSwingsAroundARoundNumber() {
        rates.fit(0, 210);
        assertThat(rates.high()).isEqualTo(400);
        for (double value : new double[] {190, 205, 170, 201}) {
            rates.fit(0, value);
            assertThat(rates.high()).isEqualTo(400);
        }
        rates.fit(0, 90);
        assertThat(rates.high()).isEqualTo(100);
        rates.fit(0, 101);
        assertThat(rates.high()).isEqualTo(120);
    }

    @Test
    void totalsBeginWhereTheValuesDoAndStandOnRoundNumbers() {
        totals.fit(1_234_560, 1_234_810);
        assertThat(totals.step()).isEqualTo(200);
        assertThat(totals.low()).isEqualTo(1_234_400);
        assertThat(totals.high()).isEqualTo(1_235_000);
        totals.fit(1_234_580, 1_234_830);
        assertThat(totals.low()).isEqualTo(1_234_400);
    }

    @Test
    void aTotalThatStandsStillHasAnAxisToo() {
        totals.fit(40, 40);
        assertThat(totals.low()).isEqualTo(40);
        assertThat(totals.high()).isGreaterThan(40);
    }

    @Test
    void anotherSubjectBeginsAnew() {
        rates.fit(0, 1_000);
        rates.clear();
        rates.fit(0, 900);
        assertThat(rates.high()).isEqualTo(1_000);
        rates.clear();
        rates.fit(0, 700);
        assertThat(rates.high()).isEqualTo(800);
    }
}
