package virdi.ui.kit.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/** Charts as a table for other programs, after RFC 4180: a head, a line a point, the times in UTC. Stateless. */
public final class ChartCsv {
    private static final String LINE_END = "\r\n";
    /** Means have endless digits that say nothing. */
    private static final int DECIMALS = 3;

    private ChartCsv() {}

    /**
     * One chart's lines.
     *
     * @param unit of all its values
     */
    public record Part(ChartData data, String unit) {}

    /** A table of charts over the same times. */
    public static String of(List<Part> parts) {
        List<Part> full = parts.stream().filter(it -> !it.data().isEmpty()).toList();
        StringBuilder table = new StringBuilder("time");
        for (Part part : full) {
            for (ChartData.Line line : part.data().lines()) {
                table.append(',').append(quoted(line.name() + " (" + part.unit() + ")"));
            }
        }
        table.append(LINE_END);
        long[] times = full.isEmpty() ? new long[0] : full.getFirst().data().epochMillis();
        for (Part part : full) {
            if (!Arrays.equals(part.data().epochMillis(), times)) {
                throw new IllegalArgumentException("charts over other times do not make one table");
            }
        }
        for (int i = 0; i < times.length; i++) {
            table.append(DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochMilli(times[i])));
            for (Part part : full) {
                for (ChartData.Line line : part.data().lines()) {
                    table.append(',').append(number(line.values()[i]));
                }
            }
            table.append(LINE_END);
        }
        return table.toString();
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(it -> it == ',' || it == '"' || it == '\r' || it == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
