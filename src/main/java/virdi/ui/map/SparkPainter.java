package virdi.ui.map;

import virdi.telemetry.Span;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.Inks.Strength;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/**
 * Draws the last minute of things: a line small and plain enough to stand in them like a word (Tufte: Beautiful Evidence,
 * 2006). The newest is at the right, and what is younger than a minute begins later. FX thread only.
 */
final class SparkPainter {
    private static final double NEWEST = 1.8;

    private SparkPainter() {}

    /** Draws a rate above the ground that it stands on, below what was possible. */
    static void strip(Easel easel, Spark spark, Box room, Tone tone) {
        Pen g = easel.g();
        g.setStroke(easel.inks().of(Ink.BORDER));
        g.setLineWidth(easel.pixels(1));
        g.strokeLine(room.x(), room.bottom(), room.right(), room.bottom());
        if (spark.top() <= 0) {
            return;
        }
        double scale = room.height() / spark.top();
        trace(g, spark.values(), room, scale);
        g.lineTo(room.right(), room.bottom());
        g.lineTo(x(room, spark.values().length, 0), room.bottom());
        g.closePath();
        g.setFill(easel.inks().of(tone, Strength.CASING));
        g.fill();
        bound(easel, spark, room, scale);
        trace(g, spark.values(), room, scale);
        g.setStroke(easel.inks().of(tone));
        g.setLineWidth(easel.pixels(1.2));
        g.stroke();
        double newest = easel.pixels(NEWEST);
        double y = Math.max(room.y(), room.bottom() - spark.values()[spark.values().length - 1] * scale);
        g.setFill(easel.inks().of(tone));
        g.fillOval(room.right() - newest, y - newest, 2 * newest, 2 * newest);
    }

    /** What was possible: a line that changes in steps. */
    private static void bound(Easel easel, Spark spark, Box room, double scale) {
        double[] bounds = spark.bounds();
        Pen g = easel.g();
        g.setStroke(easel.inks().of(Ink.MUTED));
        g.setLineWidth(easel.pixels(1));
        g.setLineDashes(easel.pixels(2), easel.pixels(3));
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
    static void level(Easel easel, Spark spark, TankLiquid liquid, double capacityUnits) {
        if (spark.isEmpty()) {
            return;
        }
        Pen g = easel.g();
        double[] levels = spark.values();
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
        g.setStroke(easel.inks().of(Ink.TEXT));
        g.setLineWidth(easel.pixels(1.2));
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
        return room.right() - (count - 1 - index) * room.width() / (Span.POINTS - 1);
    }
}
