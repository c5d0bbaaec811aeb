package virdi.telemetry.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.Span;

/**
 * A counter's reading at the end of each step, over all spans; one thread. Exact, so it takes twice the room of a
 * {@link Column}, and none either while nothing is counted: 32 bytes, else 1,488.
 */
final class Counts {
    private static final int LONGEST = Span.HOUR.seconds();
    private static final Span[] SPANS = Span.values();

    private long newest;
    private long @Nullable [] ring;
    private int run;

    /** Puts the reading of a second; every second is put once, in order. */
    void put(long second, long count) {
        if (run > 0 && count == newest) {
            run++;
            if (run >= LONGEST) {
                run = LONGEST;
                ring = null;
            }
        } else {
            if (ring == null && run > 0) {
                ring = new long[SPANS.length * Span.POINTS];
                Arrays.fill(ring, newest);
            }
            run = 1;
            newest = count;
        }
        if (ring != null) {
            for (Span span : SPANS) {
                ring[span.slot(span.bucket(second))] = count;
            }
        }
    }

    /** Puts the newest reading again, for all seconds from one to before another. */
    void repeat(long from, long until) {
        if (ring == null) {
            run = (int) Math.min(run + until - from, LONGEST);
        }
        for (long second = from; ring != null && second < until; second++) {
            put(second, newest);
        }
    }

    /** The reading at the end of a step that is still kept. */
    long at(Span span, long bucket) {
        return ring == null ? newest : ring[span.slot(bucket)];
    }

    /** Whether nothing was counted for so many seconds. */
    boolean stands(int seconds) {
        return run >= seconds;
    }
}
