package virdi.telemetry.rate;

/** The highest rate of the last half to one minute; one thread. Coarse, so that it seldom changes. */
public final class RecentPeak {
    private static final long HALF = 30 * ElapsedTime.SECOND;

    private double before;
    private double lately;
    private long turnedNanos;

    public RecentPeak(long startNanos) {
        turnedNanos = startNanos;
    }

    public double update(double perMinute, long nowNanos) {
        long passed = nowNanos - turnedNanos;
        if (passed >= HALF) {
            before = passed >= 2 * HALF ? 0 : lately;
            lately = 0;
            turnedNanos = nowNanos;
        }
        lately = Math.max(lately, perMinute);
        return Math.max(before, lately);
    }
}
