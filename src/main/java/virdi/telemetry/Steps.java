package virdi.telemetry;

import java.util.Arrays;

/**
 * A figure that seldom changes, over the last 5 minutes; one thread. Keeps its changes only: about 20 bytes for one that
 * never does.
 */
final class Steps {
    private long[] since = new long[1];
    private float[] values = new float[1];
    private int size;

    /** Puts the figure of a second; seconds rise. */
    void put(long second, double figure) {
        float value = (float) figure;
        if (size > 0 && values[size - 1] == value) {
            return;
        }
        forget(second - Column.SECONDS);
        if (size == since.length) {
            since = Arrays.copyOf(since, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        since[size] = second;
        values[size] = value;
        size++;
    }

    /** The figure at a second; the first one for those before it. */
    double at(long second) {
        int step = size - 1;
        while (step > 0 && since[step] > second) {
            step--;
        }
        return step < 0 ? 0 : values[step];
    }

    /** Drops the steps that were over before a second. */
    private void forget(long second) {
        int over = 0;
        while (over + 1 < size && since[over + 1] <= second) {
            over++;
        }
        if (over > 0) {
            System.arraycopy(since, over, since, 0, size - over);
            System.arraycopy(values, over, values, 0, size - over);
            size -= over;
        }
    }
}
