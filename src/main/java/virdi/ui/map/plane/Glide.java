package virdi.ui.map.plane;

/**
 * The way of a box from where it was to where it belongs: a pure function of time.
 *
 * @param from where it was when it started
 * @param to where it belongs
 * @param startNanos when it started, in pulse time
 */
public record Glide(Box from, Box to, long startNanos) {
    public static final long NANOS = 250_000_000L;

    public static Glide resting(Box at) {
        return new Glide(at, at, Long.MIN_VALUE / 2);
    }

    public Box at(long nanos) {
        double share = eased(nanos - startNanos, NANOS);
        return share >= 1
                ? to
                : new Box(
                        mixed(from.x(), to.x(), share),
                        mixed(from.y(), to.y(), share),
                        mixed(from.width(), to.width(), share),
                        mixed(from.height(), to.height(), share));
    }

    public boolean isResting(long nanos) {
        return from.equals(to) || nanos - startNanos >= NANOS;
    }

    /** Heads for another place from wherever it is now. */
    public Glide towards(Box target, long nanos) {
        return target.equals(to) ? this : new Glide(at(nanos), target, nanos);
    }

    /** The share of the way after some time: fast at first, then slowing down; 0 to 1. */
    public static double eased(long elapsedNanos, long wholeNanos) {
        double rest = 1 - Math.clamp((double) elapsedNanos / wholeNanos, 0, 1);
        return 1 - rest * rest * rest;
    }

    private static double mixed(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
