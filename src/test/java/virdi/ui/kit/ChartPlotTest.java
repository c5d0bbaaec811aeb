package virdi.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartPlotTest {
    private final ChartData data =
            new ChartData(60_000, 1_000, new double[] {0, 50, 100}, new double[] {180, 180, 180}, List.of());
    private final ChartPlot plot = new ChartPlot(data, 10_000, 10, 20, 100, 50);

    @ParameterizedTest
    @CsvSource({"0, 1", "0.7, 0.8", "1, 1", "180, 200", "300, 400", "4100, 6000", "9000, 10000"})
    void theAxisEndsAtARoundNumber(double value, double top) {
        assertThat(ChartPlot.niceTop(value)).isCloseTo(top, within(1e-9));
    }

    @Test
    void theNewestPointIsAtTheRightAndTimeRunsTowardsIt() {
        assertThat(plot.x(2, 3)).isEqualTo(110);
        assertThat(plot.x(1, 3)).isEqualTo(100);
        assertThat(plot.xAgo(10_000)).isEqualTo(10);
    }

    @Test
    void valuesOutsideTheAxisStayInThePlot() {
        assertThat(plot.y(0)).isEqualTo(70);
        assertThat(plot.y(200)).isEqualTo(20);
        assertThat(plot.y(900)).isEqualTo(20);
        assertThat(plot.y(-5)).isEqualTo(70);
    }

    @Test
    void theCrosshairReadsTheNearestPoint() {
        assertThat(plot.indexAt(108, 3)).isEqualTo(2);
        assertThat(plot.indexAt(101, 3)).isEqualTo(1);
        assertThat(plot.indexAt(0, 3)).isZero();
        assertThat(plot.indexAt(500, 3)).isEqualTo(2);
    }

    @Test
    void pointsOlderThanTheSpanAreLeftOut() {
        assertThat(plot.firstIndex(3)).isZero();
        assertThat(plot.firstIndex(300)).isEqualTo(289);
    }
}
