package virdi.telemetry;

/**
 * The past of some targets, oldest point first. All arrays have the same length and begin with the oldest of the targets. The last
 * point belongs to a step that has not ended. Readers must not change the arrays.
 *
 * @param query what was asked for
 * @param epochMillis the end of each point's step
 * @param inPerMinute units produced per minute, the mean over the step
 * @param outPerMinute units consumed per minute, the mean over the step
 * @param possiblePerMinute highest possible rate of the streams, the mean over the step; 0 for tanks and clients
 * @param level units in the tanks, or in the modelled buffers of consumers, at the end of the step; 0 for others
 * @param unitsIn units produced until the end of the step: since the stream or the client's oldest stream opened, for a tank
 *     with those injected
 * @param unitsOut units consumed until the end of the step
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
    /** Nothing asked for, or no such target. */
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
