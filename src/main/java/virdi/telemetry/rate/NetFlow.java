package virdi.telemetry.rate;

/**
 * Measures the net flow of a tank over a quarter of a minute; one thread. The difference of two short-term rates is mostly noise
 * when they are about equal, and a forecast made from it would jump.
 */
public final class NetFlow {
    /** One value a second; a power of two. */
    private static final int KEPT = 16;

    private static final long SHORTEST = 3 * ElapsedTime.SECOND;
    /** The share of the flow by which the newest rates must differ from the mean to count as a change. */
    private static final double CHANGED = 0.2;

    private static final double NANOS_PER_MINUTE = 60e9;

    private final long[] nanos = new long[KEPT];
    private final long[] gains = new long[KEPT];
    private int head;
    private int size;

    /**
     * Units gained per minute.
     *
     * @param gainedUnits units accepted less units delivered, since the start
     * @param in units per minute that come in, over the last seconds
     * @param out units per minute that go out, over the last seconds
     */
    public double perMinute(long nowNanos, long gainedUnits, double in, double out) {
        if (size == 0 || ElapsedTime.tick(nowNanos) != ElapsedTime.tick(nanos[head])) {
            head = (head + 1) & (KEPT - 1);
            nanos[head] = nowNanos;
            gains[head] = gainedUnits;
            size = Math.min(size + 1, KEPT);
        }
        double newest = in - out;
        int oldest = (head - size + 1) & (KEPT - 1);
        long span = nowNanos - nanos[oldest];
        if (span < SHORTEST) {
            return newest;
        }
        double mean = (gainedUnits - gains[oldest]) * (NANOS_PER_MINUTE / span);
        if (Math.abs(newest - mean) <= CHANGED * Math.max(in, out)) {
            return mean;
        }
        // The flow has changed, so the older values say nothing about the future.
        size = 1;
        return newest;
    }
}
