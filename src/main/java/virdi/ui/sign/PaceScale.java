package virdi.ui.sign;

/**
 * The scale of a throttle's slider: logarithmic, so that 1 a minute and 10,000 a minute are both easy to reach, and 0
 * at its very start. Positions snap to numbers of two digits.
 *
 * @param most the pace at the far end, in units per minute, 1 or more
 */
public record PaceScale(long most) {
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

    private static long twoDigits(double value) {
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1));
        return Math.round(Math.round(value / step) * step);
    }
}
