package virdi.ui.map.plane;

/**
 * The motion of a box from its old place to its new place, as a pure function of time. Immutable; any thread.
 *
 * @param from the box at the start
 * @param to the box at the end
 * @param startNanos start of the motion, in pulse time
 */
public record Glide(Box from, Box to, long startNanos) {
    /** Duration in nanoseconds: long enough for the eye to follow, short enough not to delay the user. */
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

    /** Returns a motion to another place that starts where the box is now. */
    public Glide towards(Box target, long nanos) {
        return target.equals(to) ? this : new Glide(at(nanos), target, nanos);
    }

    /** Returns the share of the way after some time, 0 to 1. The motion starts fast and slows down. */
    public static double eased(long elapsedNanos, long wholeNanos) {
        double rest = 1 - Math.clamp((double) elapsedNanos / wholeNanos, 0, 1);
        return 1 - rest * rest * rest;
    }

    private static double mixed(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
