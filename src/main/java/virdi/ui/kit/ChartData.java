package virdi.ui.kit;

import java.util.List;

/**
 * What a {@link ChartPane} shows: two lines over the same evenly spaced times. The arrays are looked at, never changed.
 *
 * @param lastEpochMillis the time of the newest point
 * @param stepMillis from one point to the next
 * @param line the values of the filled line, oldest first
 * @param bound the values of the dashed line, oldest first; as long as {@code line}, or empty for none
 * @param marks instants to point out
 */
public record ChartData(long lastEpochMillis, long stepMillis, double[] line, double[] bound, List<Mark> marks) {
    /** No point at all. */
    public static final ChartData NONE = new ChartData(0, 1_000, new double[0], new double[0], List.of());

    /**
     * An instant to point out with a vertical line.
     *
     * @param label a word or two beside the line
     */
    public record Mark(long epochMillis, String label) {}

    /** The largest value of both lines, at least 0. */
    double top() {
        double top = 0;
        for (double value : line) {
            top = Math.max(top, value);
        }
        for (double value : bound) {
            top = Math.max(top, value);
        }
        return top;
    }
}
