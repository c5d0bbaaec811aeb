package virdi.telemetry.rate;

/**
 * Keeps a shown rate still while what is measured stays within the measurement's error: snapshots are 33 ms apart and the
 * window a few seconds, so the last digits of a rate are noise. Stateless.
 */
public final class StableRate {
    private static final double ERROR = 0.015;
    /** Below this a rate of 1.5 is not the same as one of 2. */
    private static final double FINE = 9.95;

    private StableRate() {}

    /** The rate to show: the bound when it is as good as reached, what is shown while that is as good, else the new one. */
    public static double show(double shown, double measured, double bound) {
        if (isNear(measured, bound)) {
            return bound;
        }
        return isNear(measured, shown) ? shown : measured;
    }

    /** A rate as far as it is worth telling: in tenths below 9.95, else whole. */
    public static double rounded(double perMinute) {
        return perMinute < FINE ? Math.round(perMinute * 10) / 10.0 : Math.round(perMinute);
    }

    private static boolean isNear(double measured, double shown) {
        return measured > 0 && Math.abs(measured - shown) <= ERROR * shown;
    }
}
