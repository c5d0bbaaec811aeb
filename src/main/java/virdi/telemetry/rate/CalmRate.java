package virdi.telemetry.rate;

/**
 * Keeps a shown rate still while what is measured stays within the measurement's error: snapshots are 33 ms apart and the
 * window a few seconds, so the last digits of a rate are noise. Stateless.
 */
public final class CalmRate {
    private static final double ERROR = 0.015;

    private CalmRate() {}

    /** The rate to show: the bound when it is as good as reached, what is shown while that is as good, else the new one. */
    public static double show(double shown, double measured, double bound) {
        if (isNear(measured, bound)) {
            return bound;
        }
        return isNear(measured, shown) ? shown : measured;
    }

    private static boolean isNear(double measured, double shown) {
        return measured > 0 && Math.abs(measured - shown) <= ERROR * shown;
    }
}
