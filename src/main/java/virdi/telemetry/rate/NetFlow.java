package virdi.telemetry.rate;

/**
 * What a tank gains by its flows, over a quarter of a minute; one thread. The difference of two rates of a few seconds is
 * mostly noise when they are about equal, and a forecast made of it would jump.
 */
public final class NetFlow {
    /** A power of two: a value a second. */
    private static final int KEPT = 16;

    private static final long SHORTEST = 3 * ElapsedTime.SECOND;
    /** How far the newest rates must be from the mean to tell that something has changed: a share of the flow. */
    private static final double CHANGED = 0.2;

    private static final double NANOS_PER_MINUTE = 60e9;

    private final long[] nanos = new long[KEPT];
    private final long[] gains = new long[KEPT];
    private int head;
    private int size;

    /**
     * Units gained per minute.
     *
     * @param gainedUnits what came in less what went out, since ever
     * @param in what comes in per minute, over the last seconds
     * @param out what goes out per minute, over the last seconds
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
        // Something has changed: what was before tells nothing of what comes.
        size = 1;
        return newest;
    }
}
