package virdi.telemetry.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.TimeRange;

/** A counter's exact reading at the end of each step; one thread. 32 bytes while nothing is counted, else 1,488. */
final class LongRing extends FigureRing {
    private long newest;
    private long @Nullable [] ring;

    /** Puts the reading of a second; every second is put once, in order. */
    void put(long second, long count) {
        advance(count == newest);
        newest = count;
        store(second, second);
    }

    /** The reading at the end of a step that is still kept. */
    long at(TimeRange range, long step) {
        return ring == null ? newest : ring[range.slot(step)];
    }

    @Override
    void allocate() {
        ring = new long[SLOTS];
        Arrays.fill(ring, newest);
    }

    @Override
    void free() {
        ring = null;
    }

    @Override
    boolean isAllocated() {
        return ring != null;
    }

    @Override
    void store(long second, long firstSecond) {
        long[] readings = ring;
        if (readings == null) {
            return;
        }
        for (TimeRange range : RANGES) {
            readings[range.slot(range.step(second))] = newest;
        }
    }
}
