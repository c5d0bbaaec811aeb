package virdi.ui.kit.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartCsvTest {
    private static final long[] TIMES = {1_767_276_131_204L, 1_767_276_132_000L};

    @Test
    void aTableHasAHeadWithUnitsAndALineAPoint() {
        var rate = chart(TIMES, line("actual", 119.99951, 1.0 / 3), line("possible", 120, 1e15));
        var total = chart(TIMES, line("delivered", 9_007_199_254_740_993.0, 0));
        String csv = ChartCsv.of(List.of(
                new ChartCsv.Part(rate, "units/min"),
                new ChartCsv.Part(ChartData.NONE, "units"),
                new ChartCsv.Part(total, "units")));
        assertThat(csv)
                .isEqualTo("time,actual (units/min),possible (units/min),delivered (units)\r\n"
                        + "2026-01-01T14:02:11.204Z,120,120,9007199254740992\r\n"
                        + "2026-01-01T14:02:12Z,0.333,1000000000000000,0\r\n");
    }

    @Test
    void namesThatWouldBreakTheTableAreQuoted() {
        var chart = chart(new long[] {0}, line("a \"b\", c", -0.5));
        assertThat(ChartCsv.of(List.of(new ChartCsv.Part(chart, "units"))))
                .isEqualTo("time,\"a \"\"b\"\", c (units)\"\r\n1970-01-01T00:00:00Z,-0.5\r\n");
    }

    @Test
    void nothingIsATableWithoutPoints() {
        assertThat(ChartCsv.of(List.of(new ChartCsv.Part(ChartData.NONE, "units"))))
                .isEqualTo("time\r\n");
    }

    @Test
    void chartsOverOtherTimesAreNoTable() {
        var one = new ChartCsv.Part(chart(TIMES, line("a", 1, 2)), "units");
        var other = new ChartCsv.Part(chart(new long[] {1, 2}, line("b", 1, 2)), "units");
        assertThatThrownBy(() -> ChartCsv.of(List.of(one, other))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ChartData chart(long[] times, ChartData.Line... lines) {
        return new ChartData("it", 60_000, times, List.of(lines), List.of(), false);
    }

    private static ChartData.Line line(String name, double... values) {
        return new ChartData.Line(name, ChartData.SeriesStyle.MAIN, values);
    }
}
