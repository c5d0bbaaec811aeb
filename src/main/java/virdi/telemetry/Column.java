package virdi.telemetry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One figure a second for the last 5 minutes; one thread. Costs no array while the figure does not change, so offers, idle
 * streams and constant limits are nearly free. Single precision: it is for charts.
 */
final class Column {
    static final int SECONDS = 300;

    private float newest;
    private float @Nullable [] ring;
    /** For how many seconds the newest figure has stood. */
    private int run;

    /** Puts the figure of a second; every second is put once, in order. */
    void put(long second, double figure) {
        float value = (float) figure;
        if (run > 0 && value == newest) {
            run++;
            if (run >= SECONDS) {
                run = SECONDS;
                ring = null;
            }
        } else {
            if (ring == null && run > 0) {
                ring = new float[SECONDS];
                Arrays.fill(ring, newest);
            }
            run = 1;
            newest = value;
        }
        if (ring != null) {
            ring[slot(second)] = value;
        }
    }

    /** The figure of one of the last 300 seconds put. */
    double at(long second) {
        return ring == null ? newest : ring[slot(second)];
    }

    /** Whether the figure stood still for all that is kept. */
    boolean isFlat() {
        return ring == null;
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SECONDS);
    }
}
