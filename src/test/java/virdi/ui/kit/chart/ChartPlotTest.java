package virdi.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartPlotTest {
    private static final ChartData.Line LINE =
            new ChartData.Line("actual", ChartData.SeriesStyle.MAIN, new double[] {900, 0, 50, 100});

    private final ChartAxis axis = new ChartAxis(true);
    private final ChartData data =
            new ChartData("it", 10_000, new long[] {40_000, 58_000, 59_000, 60_000}, List.of(LINE), List.of(), false);
    private final ChartPlot plot = new ChartPlot(data, axis, 10, 20, 100, 50);

    @Test
    void theNewestPointIsAtTheRightAndTimeRunsTowardsIt() {
        assertThat(plot.x(3)).isEqualTo(110);
        assertThat(plot.x(2)).isEqualTo(100);
        assertThat(plot.xAgo(10_000)).isEqualTo(10);
        assertThat(plot.xAt(60_900)).isEqualTo(110);
    }

    @Test
    void whatIsOlderThanTheSpanIsLeftOutAndDoesNotStretchTheAxis() {
        assertThat(plot.firstIndex()).isEqualTo(1);
        assertThat(axis.high()).isEqualTo(100);
    }

    @Test
    void valuesOutsideTheAxisStayInThePlot() {
        assertThat(plot.y(0)).isEqualTo(70);
        assertThat(plot.y(100)).isEqualTo(20);
        assertThat(plot.y(900)).isEqualTo(20);
        assertThat(plot.y(-5)).isEqualTo(70);
    }

    @Test
    void theCrosshairReadsTheNearestPoint() {
        assertThat(plot.indexAt(108)).isEqualTo(3);
        assertThat(plot.indexAt(101)).isEqualTo(2);
        assertThat(plot.indexAt(0)).isEqualTo(1);
        assertThat(plot.indexAt(500)).isEqualTo(3);
    }
}
