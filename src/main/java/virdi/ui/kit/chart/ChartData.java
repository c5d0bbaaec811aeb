package virdi.ui.kit.chart;

import java.util.List;

/**
 * The data of a {@link ChartPane}: lines over the same times. The arrays are not copied and must not change. Two charts are
 * equal if they have the same arrays.
 *
 * @param subject the object that the data belong to; the axis starts again for another subject
 * @param spanMillis the length of the history that is shown, in milliseconds
 * @param epochMillis the time of each point, oldest first
 * @param lines the first one is the main line
 * @param marks highlighted instants, oldest first
 * @param over whether the history has ended: there will be no more points
 */
public record ChartData(
        Object subject, long spanMillis, long[] epochMillis, List<Line> lines, List<Mark> marks, boolean over) {
    /** A chart without points. */
    public static final ChartData NONE = new ChartData("", 60_000, new long[0], List.of(), List.of(), false);

    /** The style of a line or a mark; the stylesheet gives its colour. */
    public enum SeriesStyle {
        /** The main line, with its area filled. */
        MAIN,
        /** A second line. */
        SECOND,
        /** A dashed line: the upper bound of the others. */
        BOUND,
        /** A dashed line: another bound of the others. */
        LIMIT,
        /** A decision of the operator. */
        HELD,
        /** A warning. */
        WARNING,
        /** The end of a condition. */
        CALM
    }

    /**
     * A value at each of the times.
     *
     * @param name for the legend and for the head of a table's column
     */
    public record Line(String name, SeriesStyle style, double[] values) {}

    /**
     * A highlighted instant.
     *
     * @param svg the outline of its sign as an SVG path, in a box of 12 by 12
     * @param words the event
     */
    public record Mark(long epochMillis, SeriesStyle style, String svg, String words) {}

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return epochMillis.length == 0 || lines.isEmpty();
    }

    /** The time at the right edge. */
    long lastMillis() {
        return epochMillis[epochMillis.length - 1];
    }

    /** The same lines with other marks. */
    public ChartData with(List<Mark> others, boolean isOver) {
        return new ChartData(subject, spanMillis, epochMillis, lines, others, isOver);
    }
}
