package virdi.ui.kit.chart;

import java.util.List;

/**
 * What a {@link ChartPane} shows: lines over the same times. The arrays are looked at, never changed, and two charts are
 * equal when they have the same ones.
 *
 * @param subject whose past it is; another subject's axis begins anew
 * @param spanMillis how much of the past is shown
 * @param epochMillis when each point is, oldest first
 * @param lines the first is the one that matters
 * @param marks instants to point out, oldest first
 * @param over whether there will be no more points: the newest is the end, and not now
 */
public record ChartData(
        Object subject, long spanMillis, long[] epochMillis, List<Line> lines, List<Mark> marks, boolean over) {
    /** No point at all. */
    public static final ChartData NONE = new ChartData("", 60_000, new long[0], List.of(), List.of(), false);

    /** What a line or a mark is drawn with; the colour comes from the stylesheet. */
    public enum SeriesStyle {
        /** A line with its area filled. */
        MAIN,
        /** A line beside it. */
        SECOND,
        /** A dashed line that bounds the others. */
        BOUND,
        /** A dashed line that bounds them otherwise. */
        LIMIT,
        /** Somebody decided so. */
        HELD,
        /** Somebody should know. */
        WARNING,
        /** It is over. */
        CALM
    }

    /**
     * A value at each of the times.
     *
     * @param name for the legend and for the head of a table's column
     */
    public record Line(String name, SeriesStyle style, double[] values) {}

    /**
     * An instant to point out.
     *
     * @param svg the outline of its sign, in a box of 12 by 12
     * @param words what happened
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

    /** The same past with other marks. */
    public ChartData with(List<Mark> others, boolean isOver) {
        return new ChartData(subject, spanMillis, epochMillis, lines, others, isOver);
    }
}
