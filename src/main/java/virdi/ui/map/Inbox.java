package virdi.ui.map;

import org.jspecify.annotations.Nullable;
import virdi.telemetry.Frame;

/**
 * The newest frame that has come and is not on the map yet; one that is followed by another before its turn is not shown
 * at all. FX thread only.
 */
final class Inbox {
    /** While a hand moves the map, at most every fourth pulse of a screen: figures are not read meanwhile. */
    private static final long MOVED_NANOS = 63_000_000L;

    private @Nullable Frame newest;
    private long takenNanos;
    private long putOffNanos = Long.MIN_VALUE;

    void put(Frame frame) {
        newest = frame;
    }

    boolean isEmpty() {
        return newest == null;
    }

    /**
     * What is to be shown now.
     *
     * @param moved whether a hand moves the map, which a frame is not to hold up
     * @param nanos the pulse's time
     * @return null when nothing has come, or not for long enough; it then stays so for all of that pulse
     */
    @Nullable
    Frame take(boolean moved, long nanos) {
        if (moved && nanos - takenNanos < MOVED_NANOS) {
            putOffNanos = nanos;
        }
        if (newest == null || nanos == putOffNanos) {
            return null;
        }
        Frame taken = newest;
        newest = null;
        takenNanos = nanos;
        return taken;
    }
}
