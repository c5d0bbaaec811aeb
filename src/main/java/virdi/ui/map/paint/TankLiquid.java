package virdi.ui.map.paint;

import virdi.ui.kit.pen.Pen;
import virdi.ui.map.paint.MapColors.Strength;
import virdi.ui.map.plane.Box;
import virdi.ui.sign.Tone;

/**
 * The liquid in a tank. Up to the capacity all tanks have one scale. What an overfilled tank holds still fills it to the
 * brim: its capacity sinks below that, as far as the overfill is high, and what is above it is denser.
 *
 * @param inner the tank within its walls
 * @param share what it holds, as a share of its capacity
 */
public record TankLiquid(Box inner, double share) {
    private static final double WALL = 3;
    private static final double ROUNDING = 9;
    /** The part of a tank above its capacity, where overfill shows first. */
    private static final double HEADROOM = 0.07;
    /** Beyond that the capacity would be lost at the bottom. */
    private static final double MOST = 8;
    /** A little is still seen: nothing looks like nothing only when it is nothing. */
    private static final double LEAST = 2.5;

    private static final double SWELL = 2.2;
    private static final double SWELLS = 1.5;
    private static final double SWELL_STEP = 0.125;
    private static final double SWELL_NANOS = 2.6e9;

    static TankLiquid of(Box tank, double share) {
        return new TankLiquid(tank.grownBy(-WALL), share);
    }

    /** At which height a share of the capacity stands. */
    double y(double ofCapacity) {
        double brim = Math.clamp(share, 1 + HEADROOM, MOST);
        return inner.bottom() - Math.clamp(ofCapacity / brim, 0, 1) * inner.height();
    }

    /** Draws it as it stands at a time. */
    void paint(PaintContext context, Tone tone, long nanos) {
        if (!(share > 0)) {
            return;
        }
        Pen g = context.g();
        double level = Math.min(y(share), inner.bottom() - LEAST);
        double capacity = y(1);
        boolean over = share > 1;
        if (over) {
            level = Math.min(level, capacity - 2 * LEAST);
        }
        double deep = inner.bottom() - level;
        double swell = Math.clamp(deep / 3, 0.4, SWELL);
        level = Math.max(level, inner.y() + swell);
        double phase = nanos % (long) SWELL_NANOS / SWELL_NANOS * 2 * Math.PI;
        double inset = Math.max(rounding(level - inner.y()), rounding(deep));
        wave(g, level, swell, phase, inset);
        body(g, level, inset);
        g.closePath();
        g.setFill(context.colors().of(tone, Strength.LIQUID));
        g.fill();
        if (over) {
            wave(g, level, swell, phase, inset);
            double shoulder = Math.clamp(inner.y() + ROUNDING, level, capacity);
            g.lineTo(inner.right(), shoulder);
            g.lineTo(inner.right(), capacity);
            g.lineTo(inner.x(), capacity);
            g.lineTo(inner.x(), shoulder);
            g.closePath();
            g.setFill(context.colors().of(tone, Strength.CORE));
            g.fill();
        }
    }

    /** Begins a path with the surface, from the left to the right. */
    private void wave(Pen g, double level, double swell, double phase, double inset) {
        double left = inner.x() + inset;
        double right = inner.right() - inset;
        g.beginPath();
        for (double along = 0; along <= 1 + 1e-9; along += SWELL_STEP) {
            double x = left + (right - left) * along;
            double y = level + swell * Math.sin(phase + along * SWELLS * 2 * Math.PI);
            if (along == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
    }

    /** Goes on along the walls and the bottom, back to the left. */
    private void body(Pen g, double level, double inset) {
        double deep = inner.bottom() - level;
        double corner = Math.min(ROUNDING, deep);
        double shoulder = Math.max(level, Math.min(inner.y() + ROUNDING, inner.bottom() - corner));
        boolean walled = deep > ROUNDING;
        if (walled) {
            g.lineTo(inner.right(), shoulder);
            g.lineTo(inner.right(), inner.bottom() - corner);
        }
        g.quadraticCurveTo(
                walled ? inner.right() : inner.right() - inset,
                inner.bottom(),
                inner.right() - ROUNDING,
                inner.bottom());
        g.lineTo(inner.x() + ROUNDING, inner.bottom());
        if (walled) {
            g.quadraticCurveTo(inner.x(), inner.bottom(), inner.x(), inner.bottom() - corner);
            g.lineTo(inner.x(), shoulder);
        } else {
            g.quadraticCurveTo(inner.x() + inset, inner.bottom(), inner.x() + inset, level);
        }
    }

    /** How far the round corner reaches in at a distance from the edge. */
    private static double rounding(double distance) {
        double rest = ROUNDING - Math.clamp(distance, 0, ROUNDING);
        return ROUNDING - Math.sqrt(ROUNDING * ROUNDING - rest * rest);
    }
}
