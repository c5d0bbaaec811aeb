package virdi.ui.map.paint;

/**
 * Where the dots on a pipe are, as a pure function of rate and time.
 *
 * <p>Dots all move at one speed; the rate is in how close they are. Spacings are powers of two of one base, so a denser
 * pattern contains the sparser one, and the dots between grow in with the rate: nothing ever jumps, and nobody has to
 * remember where a dot was. How close they are is told as a density: 0 for dots {@link #WIDEST} apart, one more for twice as
 * many, one less for half of them.
 */
public final class DotPattern {
    /** Distance between dots of the lowest rates; one of them at a time is on a pipe. */
    static final double WIDEST = 192;

    static final int DENSEST = 4;
    /** Dots of this density, to which nothing but thinning leads, shrink until there are none. */
    private static final int SPARSEST = -3;

    /** Thinned by so much, no pipe has dots. */
    static final int NONE_LEFT = DENSEST - SPARSEST + 1;

    private static final double LONGEST = WIDEST * (1 << -SPARSEST);
    private static final double SPEED_PER_SECOND = 46;
    private static final double NANOS_PER_SECOND = 1e9;
    /** A smaller move cannot be told from none. */
    private static final double STEP_PIXELS = 0.7;
    /** A smaller dot cannot be seen. */
    private static final double LEAST_SIZE = 0.05;
    /** Figures move on at least that often, however far away. */
    private static final long LONGEST_STEP_NANOS = 66_000_000L;
    /** Whole patterns after which time may start over, so that sums stay exact. */
    private static final long PERIOD_NANOS = (long) (WIDEST * 10_000 / SPEED_PER_SECOND * NANOS_PER_SECOND);

    /** Takes each dot. */
    interface Sink {
        /**
         * @param share how far along the pipe, 0 to 1
         * @param size of the dot, as a share of its full one, above 0 to 1
         */
        void dot(double share, double size);
    }

    private DotPattern() {}

    /** After how long a dot has moved so far that it can be seen. */
    public static long stepNanos(double zoom) {
        return Math.min(LONGEST_STEP_NANOS, (long) (STEP_PIXELS / (SPEED_PER_SECOND * zoom) * NANOS_PER_SECOND));
    }

    /**
     * The density for a rate, 0 to {@link #DENSEST}; {@link Double#NEGATIVE_INFINITY} when nothing moves. It grows with a power
     * of the rate below 1, so that 10 and 10,000 a minute can stand side by side.
     */
    static double density(double perMinute) {
        if (!(perMinute > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.clamp(1.1 + 0.42 * Math.log(perMinute / 60) / Math.log(2), 0, DENSEST);
    }

    /** About how many dots of a density are on so much of a pipe, in map units. */
    static double count(double density, double length) {
        return length / WIDEST * Math.pow(2, density);
    }

    /**
     * Gives the dots of a pipe at a time to a sink.
     *
     * @param density at most {@link #DENSEST}
     * @param length of the pipe, in map units
     * @param phase how far its dots are ahead of those of other pipes; 0 to 1
     */
    static void place(double density, double length, double phase, long nanos, Sink sink) {
        if (density <= SPARSEST - 1 || length <= 0) {
            return;
        }
        int whole = Math.max(SPARSEST, (int) Math.floor(density));
        double growing = density - whole;
        double size = Math.min(1, 1 + growing);
        double spacing = Math.scalb(WIDEST, -whole);
        double travelled = (nanos % PERIOD_NANOS) / NANOS_PER_SECOND * SPEED_PER_SECOND + phase * LONGEST;
        // Not with %, which for doubles is a call into a library of old.
        double first = travelled - Math.floor(travelled / spacing) * spacing - spacing;
        for (double x = first; x <= length; x += spacing) {
            if (x >= 0) {
                sink.dot(x / length, size);
            }
            double between = x + spacing / 2;
            if (growing > LEAST_SIZE && between >= 0 && between <= length) {
                sink.dot(between / length, growing);
            }
        }
    }
}
