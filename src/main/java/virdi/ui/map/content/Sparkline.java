package virdi.ui.map.content;

import java.util.Arrays;
import virdi.telemetry.Series;

/**
 * The last minute of something as the map draws it, a value a second, the newest last. The arrays are not to be changed.
 *
 * @param values units per minute, or in a tank
 * @param bounds what would have been possible at the same times; all 0 where that says nothing
 * @param top of the chart: the highest of both, unless a burst would press down all else
 */
public record Sparkline(double[] values, double[] bounds, double top) {
    /** What a buffer takes at once when it is first filled may be a hundred times of what it needs from then on. */
    private static final double BURST = 1.5;

    /** Nothing is known yet. */
    public static final Sparkline NONE = new Sparkline(new double[0], new double[0], 0);

    /** What flows out of a producer or into a consumer. */
    public static Sparkline ofFlow(Series series, Side side) {
        return of(side == Side.PRODUCER ? series.inPerMinute() : series.outPerMinute(), series.possiblePerMinute());
    }

    /** What is in a tank; its bound is the tank itself. */
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
