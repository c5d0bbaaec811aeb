package virdi.telemetry.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.Span;

/**
 * One figure over all spans; one thread. Single precision: it is for charts. Costs no array while the figure does not
 * change, so offers, idle streams and constant limits are nearly free: 32 bytes, else 768.
 */
final class Column {
    private static final int LONGEST = Span.HOUR.seconds();
    private static final Span[] SPANS = Span.values();

    /** Whether a step shows the mean of its seconds, else the last. */
    private final boolean mean;

    private float newest;
    private float @Nullable [] ring;
    /** For how many seconds the newest figure has stood. */
    private int run;

    Column(boolean mean) {
        this.mean = mean;
    }

    /**
     * Puts the figure of a second; every second is put once, in order.
     *
     * @param first the first second of all that was put
     */
    void put(long second, double figure, long first) {
        float value = (float) figure;
        if (run > 0 && value == newest) {
            run++;
            if (run >= LONGEST) {
                run = LONGEST;
                ring = null;
            }
        } else {
            if (ring == null && run > 0) {
                ring = new float[SPANS.length * Span.POINTS];
                Arrays.fill(ring, newest);
            }
            run = 1;
            newest = value;
        }
        float[] points = ring;
        if (points == null) {
            return;
        }
        for (Span span : SPANS) {
            int slot = span.slot(span.bucket(second));
            long seen = second - Math.max(first, span.bucketStart(second)) + 1;
            points[slot] = mean && seen > 1 ? points[slot] + (value - points[slot]) / seen : value;
        }
    }

    /** Puts the newest figure again, for all seconds from one to before another. */
    void repeat(long from, long until, long first) {
        if (ring == null) {
            run = (int) Math.min(run + until - from, LONGEST);
        }
        for (long second = from; ring != null && second < until; second++) {
            put(second, newest, first);
        }
    }

    /** The figure of a step that is still kept. */
    double at(Span span, long bucket) {
        return ring == null ? newest : ring[span.slot(bucket)];
    }

    /** Whether the figure stood still for so many seconds. */
    boolean stands(int seconds) {
        return run >= seconds;
    }
}
