package virdi.ui.map.content;

import java.util.Arrays;
import virdi.telemetry.Series;

/**
 * The last minute of a value, for a small chart: one value per second, the newest last. Nobody may change the arrays.
 *
 * @param values units per minute, or units in a tank
 * @param bounds the possible values at the same times; all 0 when there is no bound
 * @param top upper end of the chart: the highest of both, but limited so that a burst does not flatten the rest
 */
public record Sparkline(double[] values, double[] bounds, double top) {
    /**
     * Limit of {@link #top} as a multiple of the bound. A consumer that fills its buffer for the first time may take a
     * hundred times its normal rate.
     */
    private static final double BURST = 1.5;

    /** No values are known yet. */
    public static final Sparkline NONE = new Sparkline(new double[0], new double[0], 0);

    /** Returns the flow out of a producer or into a consumer. */
    public static Sparkline ofFlow(Series series, Side side) {
        return of(side == Side.PRODUCER ? series.inPerMinute() : series.outPerMinute(), series.possiblePerMinute());
    }

    /** Returns the level of a tank. The tank draws its own bound, so there is none here. */
    public static Sparkline ofLevel(Series series) {
        return of(series.level(), new double[series.size()]);
    }

    private static Sparkline of(double[] values, double[] bounds) {
        double most = Arrays.stream(values).max().orElse(0);
        double bound = Arrays.stream(bounds).max().orElse(0);
        double top = bound > 0 ? Math.clamp(most, bound, BURST * bound) : most;
        return values.length == 0 ? NONE : new Sparkline(values, bounds, top);
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sparkline that
                && Arrays.equals(values, that.values)
                && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(bounds);
    }
}
