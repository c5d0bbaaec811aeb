package virdi.telemetry.rate;

/**
 * Measures the rate of a counter that only rises; one thread.
 *
 * <p>No fixed window fits all flows: a short one reads 6/min as 0 and 12 by turns, a long one still reads 1,200 when
 * the flow has stopped. So the window is measured in arrivals: it holds the last seconds of a dense flow and the last few
 * arrivals, up to a minute, of a sparse one. The rate is measured from arrival to arrival, which is exact for a regular flow.
 * Two things shorten it: a silence longer than the flow's usual gap pulls the rate down at once, and when the newest
 * arrivals show another rate than those before, the meter forgets the older ones. A change of a dense flow shows within about a
 * second.
 *
 * <p>The price is that a burst after a pause reads high for about a second. 16 arrivals are kept: 350 bytes.
 */
public final class RateMeter {
    private static final long SECOND = ElapsedTime.SECOND;
    /** A power of two. */
    private static final int KEPT = 16;
    /** Arrivals nearer than this are counted as one. */
    private static final long GRAIN = SECOND / 4;

    private static final long DENSE_WINDOW = 4 * SECOND;
    private static final long SPARSE_WINDOW = 60 * SECOND;
    private static final int SPARSE_GAPS = 5;
    /** A rate is never measured over less: one arrival tells nothing about a faster rate. */
    private static final long SHORTEST_SPAN = SECOND;
    /** From a silence of so many gaps on, the rate falls. */
    private static final double USUAL_GAPS = 1.5;
    /** After a silence of so many gaps the flow has stopped. */
    private static final int STOPPED_GAPS = 4;

    private static final long LONGEST_SILENCE = 90 * SECOND;
    /** Numbers of newest gaps that are compared with the gaps before; a rate that differs by the factor is another rate. */
    private static final int[] CHANGE_GAPS = {2, 4, 8};

    private static final double[] CHANGE_FACTORS = {8, 1.7, 1.4};
    private static final double NANOS_PER_MINUTE = 60e9;

    // A ring: the newest arrival is at head; the oldest kept is the base that the first gap is counted from.
    private final long[] nanos = new long[KEPT];
    private final long[] counts = new long[KEPT];
    private int head;
    private int size = 1;
    /** How many gaps the window has; computed when an arrival is added, so reading is cheap. */
    private int gaps;

    private double cap = Double.POSITIVE_INFINITY;

    /** Starts at a count that is no part of the rate. */
    public RateMeter(long startNanos, long startCount) {
        nanos[0] = startNanos;
        counts[0] = startCount;
    }

    /** Records the counter's value at a time; times never go back. */
    public void record(long atNanos, long count) {
        if (count == counts[head]) {
            return;
        }
        long silence = atNanos - nanos[head];
        if (silence > LONGEST_SILENCE) {
            // The flow begins anew, as if its pause had ended a moment ago.
            size = 1;
            nanos[head] = atNanos - SHORTEST_SPAN;
        } else if (size > 1 && silence > stoppedAfter()) {
            size = 1;
        }
        if (size > 2 && atNanos - nanos[slot(1)] < GRAIN) {
            nanos[head] = atNanos;
            counts[head] = count;
            return;
        }
        head = slot(-1);
        nanos[head] = atNanos;
        counts[head] = count;
        size = Math.min(size + 1, KEPT);
        forgetAnotherRate();
        gaps = windowGaps();
    }

    /** Limits all readings from now on, in units per minute: the broker enforces this pace. */
    public void cap(double perMinute) {
        cap = perMinute;
    }

    /** Units per minute at a time. */
    public double perMinute(long nowNanos) {
        long silence = nowNanos - nanos[head];
        if (gaps == 0 || silence > stoppedAfter()) {
            return 0;
        }
        double units = counts[head] - counts[slot(gaps)];
        double span = nanos[head] - nanos[slot(gaps)];
        double rate = units / Math.max(SHORTEST_SPAN, span);
        if (silence > USUAL_GAPS * span / gaps) {
            rate = Math.min(rate, USUAL_GAPS * units / gaps / silence);
        }
        return Math.min(cap, rate * NANOS_PER_MINUTE);
    }

    /** The time of the last rise; the start of the meter when there was none. */
    public long lastMoveNanos() {
        return nanos[head];
    }

    private int windowGaps() {
        int wanted = 0;
        while (wanted + 1 < size) {
            long span = nanos[head] - nanos[slot(wanted + 1)];
            boolean more = span <= DENSE_WINDOW || wanted < SPARSE_GAPS && span <= SPARSE_WINDOW || wanted == 0;
            if (!more) {
                break;
            }
            wanted++;
        }
        return wanted;
    }

    private long stoppedAfter() {
        long gap = (nanos[head] - nanos[slot(gaps)]) / Math.max(1, gaps);
        return Math.clamp(STOPPED_GAPS * gap, SECOND, LONGEST_SILENCE);
    }

    private void forgetAnotherRate() {
        for (int i = 0; i < CHANGE_GAPS.length; i++) {
            int recent = CHANGE_GAPS[i];
            if (size < recent + 2) {
                return;
            }
            double now = rate(0, recent);
            double before = rate(recent, size - 1);
            if (now > before * CHANGE_FACTORS[i] || now * CHANGE_FACTORS[i] < before) {
                size = recent + 1;
                return;
            }
        }
    }

    private double rate(int newer, int older) {
        double span = Math.max(1, nanos[slot(newer)] - nanos[slot(older)]);
        return (counts[slot(newer)] - counts[slot(older)]) / span;
    }

    private int slot(int back) {
        return (head - back) & (KEPT - 1);
    }
}
