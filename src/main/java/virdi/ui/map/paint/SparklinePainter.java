package virdi.ui.map.paint;

import virdi.telemetry.TimeRange;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.content.Sparkline;
import virdi.ui.map.paint.MapColors.Strength;
import virdi.ui.map.plane.Box;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/**
 * Draws the last minute of things: a line small and plain enough to stand in them like a word (Tufte: Beautiful Evidence,
 * 2006). The newest is at the right, and what is younger than a minute begins later. FX thread only.
 */
public final class SparklinePainter {
    private static final double NEWEST = 1.8;

    private SparklinePainter() {}

    /** Draws a rate above the ground that it stands on, below what was possible. */
    static void strip(PaintContext context, Sparkline sparkline, Box room, Tone tone) {
        Pen g = context.g();
        g.setStroke(context.colors().of(Ink.BORDER));
        g.setLineWidth(context.pixels(1));
        g.strokeLine(room.x(), room.bottom(), room.right(), room.bottom());
        if (sparkline.top() <= 0) {
            return;
        }
        double scale = room.height() / sparkline.top();
        trace(g, sparkline.values(), room, scale);
        g.lineTo(room.right(), room.bottom());
        g.lineTo(x(room, sparkline.values().length, 0), room.bottom());
        g.closePath();
        g.setFill(context.colors().of(tone, Strength.CASING));
        g.fill();
        bound(context, sparkline, room, scale);
        trace(g, sparkline.values(), room, scale);
        g.setStroke(context.colors().of(tone));
        g.setLineWidth(context.pixels(1.2));
        g.stroke();
        double newest = context.pixels(NEWEST);
        double y = Math.max(room.y(), room.bottom() - sparkline.values()[sparkline.values().length - 1] * scale);
        g.setFill(context.colors().of(tone));
        g.fillOval(room.right() - newest, y - newest, 2 * newest, 2 * newest);
    }

    /** Draws the possible rate as a line that changes in steps. */
    private static void bound(PaintContext context, Sparkline sparkline, Box room, double scale) {
        double[] bounds = sparkline.bounds();
        Pen g = context.g();
        g.setStroke(context.colors().of(Ink.MUTED));
        g.setLineWidth(context.pixels(1));
        g.setLineDashes(context.pixels(2), context.pixels(3));
        int from = 0;
        for (int i = 1; i <= bounds.length; i++) {
            if (i == bounds.length || bounds[i] != bounds[from]) {
                if (bounds[from] > 0) {
                    double y = room.bottom() - bounds[from] * scale;
                    g.strokeLine(
                            x(room, bounds.length, from), y, x(room, bounds.length, Math.min(i, bounds.length - 1)), y);
                }
                from = i;
            }
        }
        g.setLineDashes();
    }

    /** Draws how a tank's level came to where it is, on the tank's own scale. */
    static void level(PaintContext context, Sparkline sparkline, TankLiquid liquid, double capacityUnits) {
        if (sparkline.isEmpty()) {
            return;
        }
        Pen g = context.g();
        double[] levels = sparkline.values();
        Box inner = liquid.inner();
        g.beginPath();
        for (int i = 0; i < levels.length; i++) {
            double x = x(inner, levels.length, i);
            double y = liquid.y(levels[i] / capacityUnits);
            if (i == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        g.setStroke(context.colors().of(Ink.TEXT));
        g.setLineWidth(context.pixels(1.2));
        g.stroke();
    }

    /** Begins a path along values. */
    private static void trace(Pen g, double[] values, Box room, double scale) {
        g.beginPath();
        for (int i = 0; i < values.length; i++) {
            double x = x(room, values.length, i);
            double y = Math.max(room.y(), room.bottom() - values[i] * scale);
            if (i == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
    }

    private static double x(Box room, int count, int index) {
        return room.right() - (count - 1 - index) * room.width() / (TimeRange.POINTS - 1);
    }
}
