package virdi.telemetry.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.TimeRange;

/** A rate or level for charts, in single precision; one thread. 32 bytes while it stands still, else 768. */
final class FloatRing extends FigureRing {
    /** Whether a step shows the mean of its seconds, else the last. */
    private final boolean mean;

    private float newest;
    private float @Nullable [] ring;

    FloatRing(boolean mean) {
        this.mean = mean;
    }

    /**
     * Puts the figure of a second; every second is put once, in order.
     *
     * @param firstSecond the first second ever put
     */
    void put(long second, double figure, long firstSecond) {
        float value = (float) figure;
        advance(value == newest);
        newest = value;
        store(second, firstSecond);
    }

    /** The figure of a step that is still kept. */
    double at(TimeRange range, long step) {
        return ring == null ? newest : ring[range.slot(step)];
    }

    @Override
    void allocate() {
        ring = new float[SLOTS];
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
        float[] points = ring;
        if (points == null) {
            return;
        }
        for (TimeRange range : RANGES) {
            int slot = range.slot(range.step(second));
            long count = second - Math.max(firstSecond, range.stepStart(second)) + 1;
            points[slot] = mean && count > 1 ? points[slot] + (newest - points[slot]) / count : newest;
        }
    }
}
