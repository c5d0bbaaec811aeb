package virdi.ui.shell;

import java.util.function.DoubleSupplier;

/**
 * Decides when the window leaves the machine to the broker: while the processors are busy, whoever makes them so, the
 * picture is renewed some ten times a second instead of sixty, unless somebody's hands are on it. The lookout's thread
 * measures, the FX thread asks and tells of hands.
 */
final class Restraint {
    /**
     * From this share of all processors the window holds back, until it falls below the other. Well below all of them:
     * a broker and one client that does nothing but send keep two processors at four fifths, and feel every wake-up.
     */
    private static final double BUSY = 0.60;

    private static final double AT_EASE = 0.45;

    /** Between two pictures while it holds back: few enough to cost little, often enough to see what goes on. */
    private static final long PAUSE_NANOS = 100_000_000;

    /** How long after the last touch a picture follows the hand. */
    private static final long HANDS_NANOS = 1_500_000_000;

    private final DoubleSupplier processorLoad;
    private volatile boolean busy;
    private long touchedNanos;
    private boolean touched;

    /** @param processorLoad the share of all processors in use lately, 0 to 1; negative when unknown */
    Restraint(DoubleSupplier processorLoad) {
        this.processorLoad = processorLoad;
    }

    /** Looks at the machine; about once a second. */
    void measure() {
        busy = processorLoad.getAsDouble() >= (busy ? AT_EASE : BUSY);
    }

    /** Somebody touched the window. */
    void touched(long nowNanos) {
        touched = true;
        touchedNanos = nowNanos;
    }

    /** How long to leave the machine alone after a picture, in nanoseconds; 0 for not at all. */
    long pauseNanos(long nowNanos) {
        boolean handsOn = touched && nowNanos - touchedNanos < HANDS_NANOS;
        return busy && !handsOn ? PAUSE_NANOS : 0;
    }
}
