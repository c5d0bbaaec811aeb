package virdi.ui.map;

import java.util.Arrays;
import virdi.telemetry.Series;

/**
 * The last minute of something as the map draws it, a value a second, the newest last. The arrays are not to be changed.
 *
 * @param values units per minute, or in a tank
 * @param bounds what would have been possible at the same times; all 0 where that says nothing
 * @param top the highest of both
 * @param digest of all that is drawn
 */
record Spark(double[] values, double[] bounds, double top, int digest) {
    /** Nothing is known yet. */
    static final Spark NONE = new Spark(new double[0], new double[0], 0, 0);

    /** What flows out of a producer or into a consumer. */
    static Spark ofFlow(Series series, Side side) {
        return of(side == Side.PRODUCER ? series.inPerMinute() : series.outPerMinute(), series.possiblePerMinute());
    }

    /** What is in a tank; its bound is the tank itself. */
    static Spark ofLevel(Series series) {
        return of(series.level(), new double[series.size()]);
    }

    private static Spark of(double[] values, double[] bounds) {
        double top = 0;
        for (int i = 0; i < values.length; i++) {
            top = Math.max(top, Math.max(values[i], bounds[i]));
        }
        return values.length == 0
                ? NONE
                : new Spark(values, bounds, top, 31 * Arrays.hashCode(values) + Arrays.hashCode(bounds));
    }

    boolean isEmpty() {
        return values.length == 0;
    }
}
