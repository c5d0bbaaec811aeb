package virdi.ui.sign;

import org.jspecify.annotations.Nullable;
import virdi.model.Pace;

/**
 * The scale of a throttle's slider: logarithmic, so that 1 a minute and 10,000 a minute are both easy to reach, and 0
 * at its very start. Positions snap to numbers of two digits.
 *
 * @param most the pace at the far end, in units per minute, 1 or more
 */
public record PaceScale(long most) {
    /** The reference of a scale where nothing has flowed yet, in units per minute. */
    public static final double DEFAULT_REFERENCE = 1_000;

    private static final double FINEST = 0.005;

    public PaceScale {
        if (most < 1) {
            throw new IllegalArgumentException("a scale ends at 1 unit per minute or more, not " + most);
        }
    }

    /** A scale that reaches a reference comfortably: its end is the reference rounded up to two digits. */
    public static PaceScale reaching(double perMinute) {
        double wanted = Math.max(1, Math.min(perMinute, 1e15));
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(wanted)) - 1));
        return new PaceScale((long) (Math.ceil(wanted / step) * step));
    }

    /** The pace at a position from 0 to 1, in units per minute. */
    public long pace(double position) {
        if (position <= FINEST) {
            return 0;
        }
        if (position >= 1 - FINEST) {
            return most;
        }
        return Math.min(most, Math.max(1, twoDigits(Math.pow(most + 1.0, position) - 1)));
    }

    /** The position of a pace, 0 to 1; paces beyond the end stand at the end. */
    public double position(long unitsPerMinute) {
        return Math.clamp(Math.log1p(unitsPerMinute) / Math.log1p(most), 0, 1);
    }

    /**
     * The end that a scale needs: beyond the pace in force where that pace limits the flow, so that the operator can raise it.
     *
     * @param perMinute the highest possible flow as far as it is known
     * @param inForce the throttle in force; null when none
     */
    public static double room(double perMinute, @Nullable Pace inForce) {
        return inForce == null || perMinute > inForce.unitsPerMinute() ? perMinute : 4.0 * inForce.unitsPerMinute();
    }

    /**
     * The pace next to one, never below 0; it may lie beyond the end.
     *
     * @param up the next higher one, else the next lower one
     * @param coarse by 1, 2, 5, 10, 20 … instead of by the second digit
     */
    public static long beside(long pace, boolean up, boolean coarse) {
        if (!up && pace <= 1) {
            return 0;
        }
        long decade = decade(up ? Math.max(1, pace) : pace - 1);
        if (!coarse) {
            long step = Math.max(1, decade / 10);
            return up ? (pace / step + 1) * step : (pace - 1) / step * step;
        }
        if (up) {
            return pace < 1 ? 1 : pace < 2 * decade ? 2 * decade : pace < 5 * decade ? 5 * decade : 10 * decade;
        }
        return pace > 5 * decade ? 5 * decade : pace > 2 * decade ? 2 * decade : decade;
    }

    /** The largest power of ten that is not larger than a number of 1 or more. */
    private static long decade(long number) {
        long decade = 1;
        while (decade <= number / 10) {
            decade *= 10;
        }
        return decade;
    }

    private static long twoDigits(double value) {
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1));
        return Math.round(Math.round(value / step) * step);
    }
}
