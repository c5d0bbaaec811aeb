package virdi.telemetry;

/**
 * The past of what is watched, oldest first; all arrays are equally long and begin when the oldest of the targets did. The
 * last point is of a step that goes on still. The arrays are the reader's to look at, not to change.
 *
 * @param query what was asked for
 * @param epochMillis when each point's step ended
 * @param inPerMinute units that clients produced, per minute: the mean over the step
 * @param outPerMinute units that clients consumed, per minute: the mean over the step
 * @param possiblePerMinute what the streams could have moved, as a mean; 0 for tanks and clients
 * @param level units in the tanks, or modelled in the consumers' own buffers, at the end of the step; 0 for others
 * @param unitsIn units produced until the end of the step: since the stream or the client's oldest stream opened, for a tank
 *     with those injected
 * @param unitsOut units consumed, alike
 */
public record Series(
        SeriesQuery query,
        long[] epochMillis,
        double[] inPerMinute,
        double[] outPerMinute,
        double[] possiblePerMinute,
        double[] level,
        long[] unitsIn,
        long[] unitsOut) {
    /** Nothing watched, or nothing there. */
    public static final Series NONE = of(SeriesQuery.NONE, new long[0]);

    /** Points that are all 0. */
    public static Series of(SeriesQuery query, long[] epochMillis) {
        int size = epochMillis.length;
        return new Series(
                query,
                epochMillis,
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new long[size],
                new long[size]);
    }

    public int size() {
        return epochMillis.length;
    }
}
