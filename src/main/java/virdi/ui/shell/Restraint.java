package virdi.ui.shell;

import java.util.function.DoubleSupplier;

/**
 * Decides when the window leaves the machine to the broker: while hardly a processor is idle, whoever keeps them busy,
 * the picture is renewed some ten times a second instead of sixty, unless somebody's hands are on it. FX thread
 * only.
 */
final class Restraint {
    /**
     * With fewer idle processors than this the window holds back, until there are more than the other. A broker and one
     * client that does nothing but send leave less than half of one of two idle, and feel every wake-up.
     */
    private static final double BUSY = 0.8;

    private static final double AT_EASE = 1.1;

    /** Between two pictures while it holds back: few enough to cost little, often enough to see what goes on. */
    private static final long PAUSE_NANOS = 100_000_000;

    /** How long after the last touch a picture follows the hand. */
    private static final long HANDS_NANOS = 1_500_000_000;

    private final DoubleSupplier processorLoad;
    private final int processors;
    private boolean busy;
    private long touchedNanos;
    private boolean touched;

    /**
     * @param processorLoad the share of all processors in use lately, 0 to 1; negative when unknown
     * @param processors how many there are, from 1
     */
    Restraint(DoubleSupplier processorLoad, int processors) {
        this.processorLoad = processorLoad;
        this.processors = processors;
    }

    /** Looks at the machine; about once a second. */
    void measure() {
        double idle = (1 - processorLoad.getAsDouble()) * processors;
        busy = idle <= Math.min(busy ? AT_EASE : BUSY, processors / 2.0);
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
