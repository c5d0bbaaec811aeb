package virdi.telemetry.rate;

/**
 * Keeps a shown rate still while the measured rate differs only by the error of the measurement: snapshots are 33 ms apart and the
 * window is a few seconds, so the last digits are noise. Stateless.
 */
public final class StableRate {
    /** The share by which a rate may be wrong. */
    private static final double ERROR = 0.015;
    /** Below this, tenths matter. */
    private static final double FINE = 9.95;

    private StableRate() {}

    /** The rate to show: the bound or the shown rate if one of them is near enough, else the measured rate. */
    public static double show(double shown, double measured, double bound) {
        if (isNear(measured, bound)) {
            return bound;
        }
        return isNear(measured, shown) ? shown : measured;
    }

    /** Rounds a rate to the digits that matter: tenths below 9.95, else whole units. */
    public static double rounded(double perMinute) {
        return perMinute < FINE ? Math.round(perMinute * 10) / 10.0 : Math.round(perMinute);
    }

    private static boolean isNear(double measured, double shown) {
        return measured > 0 && Math.abs(measured - shown) <= ERROR * shown;
    }
}
