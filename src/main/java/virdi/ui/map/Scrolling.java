package virdi.ui.map;

/**
 * Tells wheels, which zoom, from fingers on a trackpad, which pan; what comes with Ctrl always zooms, as pinching does on
 * many trackpads. One thread; knows no scene.
 *
 * <p>Few systems say what it was. A wheel turns by whole notches; fingers send finer steps or sideways ones, and what
 * follows at once is theirs, too. GTK makes whole notches of fingers as well, but tells of each step between two notches
 * as a turn by nothing: more than the one that accompanies a notch of a wheel give them away.
 */
public final class Scrolling {
    /** The meaning of a turn of the wheel. */
    enum Meaning {
        NOTHING,
        PAN,
        ZOOM
    }

    /** So soon after another one a turn belongs to it. */
    private static final long RUN_NANOS = 250_000_000L;

    /** Of a notch: what sums of fractions are off by. */
    private static final double WHOLE = 0.01;

    private long lastNanos = -RUN_NANOS;
    private boolean fingers;
    private int nothings;

    /** Whether a turn at that time would go on with what was turned before. */
    boolean isGoingOn(long nanos) {
        return nanos - lastNanos < RUN_NANOS;
    }

    /**
     * The meaning of a turn.
     *
     * @param notch what one notch of a wheel is
     * @param touching whether the system says that it was fingers
     * @param ctrl whether that is held
     */
    Meaning of(double dx, double dy, double notch, boolean touching, boolean ctrl, long nanos) {
        if (!isGoingOn(nanos)) {
            fingers = false;
            nothings = 0;
        }
        lastNanos = nanos;
        if (dx == 0 && dy == 0) {
            nothings++;
            return Meaning.NOTHING;
        }
        fingers |= touching || dx != 0 || nothings > 1 || !isWhole(dy, notch);
        nothings = 0;
        return fingers && !ctrl ? Meaning.PAN : Meaning.ZOOM;
    }

    private static boolean isWhole(double turn, double notch) {
        double notches = turn / (notch > 0 ? notch : 1);
        return Math.abs(notches - Math.rint(notches)) < WHOLE;
    }
}
