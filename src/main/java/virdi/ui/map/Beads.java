package virdi.ui.map;

/**
 * Where the dots on a pipe are, as a pure function of rate and time.
 *
 * <p>Dots all move at one speed; the rate is in how close they are. Spacings are powers of two of one base, so a denser
 * pattern contains the sparser one, and the dots between grow in with the rate: nothing ever jumps, and nobody has to
 * remember where a dot was.
 */
final class Beads {
    /** Distance between dots of the sparsest pattern; one of them at a time is on a pipe. */
    static final double WIDEST = 192;

    static final int DENSEST = 4;
    private static final double SPEED_PER_SECOND = 46;
    private static final double NANOS_PER_SECOND = 1e9;
    /** A smaller move cannot be told from none. */
    private static final double STEP_PIXELS = 0.7;
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

    private Beads() {}

    /** After how long a dot has moved so far that it can be seen. */
    static long stepNanos(double zoom) {
        return Math.min(LONGEST_STEP_NANOS, (long) (STEP_PIXELS / (SPEED_PER_SECOND * zoom) * NANOS_PER_SECOND));
    }

    /**
     * How dense the pattern is: 0 for the sparsest, one more for twice as many dots; negative when nothing moves.
     * Density grows with a power of the rate below 1, so that 10 and 10,000 a minute can stand side by side.
     */
    static double density(double perMinute) {
        if (!(perMinute > 0)) {
            return -1;
        }
        return Math.clamp(1.1 + 0.42 * Math.log(perMinute / 60) / Math.log(2), 0, DENSEST);
    }

    /**
     * Gives the dots of a pipe at a time to a sink.
     *
     * @param length of the pipe, in map units
     * @param mostDensity how dense it may get at the present zoom
     */
    static void place(double perMinute, double length, long nanos, int mostDensity, Sink sink) {
        double density = Math.min(mostDensity, density(perMinute));
        if (density < 0 || length <= 0) {
            return;
        }
        int whole = (int) Math.floor(density);
        double growing = density - whole;
        double travelled = (nanos % PERIOD_NANOS) / NANOS_PER_SECOND * SPEED_PER_SECOND % WIDEST;
        int steps = 1 << (whole + 1);
        double spacing = WIDEST / steps;
        for (double x = travelled - WIDEST; x < length; ) {
            for (int step = 0; step < steps; step++, x += spacing) {
                boolean between = (step & 1) == 1;
                if (x >= 0 && x <= length && (!between || growing > 0.05)) {
                    sink.dot(x / length, between ? growing : 1);
                }
            }
        }
    }
}
