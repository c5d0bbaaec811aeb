package virdi.ui.kit.chart;

/**
 * The value axis of a chart: its ends and steps are round numbers that fit what is visible. FX thread only.
 *
 * <p>An axis that follows its values exactly jumps each second. This one widens at once when a value would leave it, and
 * narrows only when a good part of it has become empty.
 */
final class ChartAxis {
    /** How much larger the values may grow within the narrower axis before it is worth changing to. */
    private static final double ROOM = 1.25;

    private static final double ALMOST = 1e-9;
    /** Ends of an axis, times powers of ten: half of each is round too, and a little more than 1 does not take 2. */
    private static final double[] ENDS = {1, 1.2, 1.6, 2, 4, 6, 8, 10};

    private static final double[] STEPS = {1, 2, 4, 6, 8, 10};

    private final boolean fromZero;
    private double low;
    private double high;
    private double step;

    /** @param fromZero whether it begins at 0, else where the values do */
    ChartAxis(boolean fromZero) {
        this.fromZero = fromZero;
        clear();
    }

    /** Forgets what it was fitted to. */
    void clear() {
        low = 0;
        high = 0;
        step = 0;
    }

    /** Fits what is visible. */
    void fit(double least, double most) {
        if (fromZero) {
            fitFromZero(most);
        } else {
            fitBetween(least, most);
        }
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** From one line of the grid to the next. */
    double step() {
        return step;
    }

    private void fitFromZero(double most) {
        if (most > high * (1 + ALMOST) || high == 0 || roundUp(most * ROOM, ENDS) < high * (1 - ALMOST)) {
            high = roundUp(most, ENDS);
            step = high / 2;
        }
    }

    private void fitBetween(double least, double most) {
        double wanted = Math.max(1, roundUp((most - least) / 2, STEPS));
        if (wanted > step * (1 + ALMOST) || roundUp((most - least) / 2 * ROOM, STEPS) < step * (1 - ALMOST)) {
            step = wanted;
        }
        low = Math.floor(least / step) * step;
        high = Math.max(Math.ceil(most / step) * step, low + step);
    }

    /** The next round number at or above a value. */
    private static double roundUp(double value, double[] digits) {
        if (!(value > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double digit : digits) {
            if (value <= digit * power * (1 + ALMOST)) {
                return digit * power;
            }
        }
        return 10 * power;
    }
}
