package virdi.ui.map;

import javafx.scene.text.TextAlignment;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Severity;
import virdi.ui.kit.Pen;
import virdi.ui.kit.TextWidth;
import virdi.ui.map.Inks.Strength;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Sign;
import virdi.ui.sign.Tone;

/** Draws tanks: walls, names and states, which stand still, and liquid and figures, which do not. FX thread only. */
final class TankPainter {
    private static final double WALL = 3;
    private static final double ROUNDING = 12;
    private static final double INNER_ROUNDING = 9;
    /** The part of a tank above its capacity, where overfill shows. */
    private static final double HEADROOM = 0.07;

    private static final double SWELL = 2.2;
    private static final double SWELLS = 1.5;
    private static final double SWELL_STEP = 0.125;
    private static final double SWELL_NANOS = 2.6e9;
    private static final double NAME_ROOM = 300;

    private TankPainter() {}

    static Tone tone(ResourceView view) {
        return view.severity().compareTo(Severity.WARNING) >= 0 ? Tone.of(view.severity()) : Tone.FLOW;
    }

    /** Draws what stands still of a tank. */
    static void still(Easel easel, BasinPicture basin) {
        Pen g = easel.g();
        Box tank = basin.tank();
        ResourceView view = basin.basin().view();
        easel.fade(basin.isFound());
        g.setFill(easel.inks().of(Ink.RAISED));
        g.fillRoundRect(tank.x(), tank.y(), tank.width(), tank.height(), 2 * ROUNDING, 2 * ROUNDING);
        boolean troubled = view.severity() == Severity.TROUBLE;
        g.setStroke(troubled ? easel.inks().of(Tone.TROUBLE) : easel.inks().of(Ink.BORDER));
        g.setLineWidth(Math.max(1.5, easel.pixels(troubled ? 1.5 : 1)));
        g.strokeRoundRect(tank.x(), tank.y(), tank.width(), tank.height(), 2 * ROUNDING, 2 * ROUNDING);
        name(easel, basin, tank);
        state(easel, view, tank);
    }

    /** Draws liquid and figures at a time. */
    static void liquid(Easel easel, BasinPicture basin, long nanos) {
        ResourceView view = basin.basin().view();
        Box tank = basin.tank();
        easel.fade(basin.isFound());
        Tone tone = tone(view);
        surface(easel, inner(tank), view.fillShare(), basin.isMoving() ? nanos : 0, tone);
        ticks(easel, tank, view);
        easel.g().setFill(easel.inks().of(Ink.TEXT));
        double size = Detail.legible(basin.isCompact() ? 18 : 20, 11, 28, easel.zoom());
        easel.write(
                Figures.percent(view.fillShare()),
                easel.lettering().bold(size),
                TextAlignment.CENTER,
                tank.centreX(),
                tank.centreY() + size * 0.36,
                tank.width() - 4);
        if (easel.detail() == Detail.NEAR) {
            easel.g().setFill(easel.inks().of(Ink.MUTED));
            easel.write(
                    Figures.level(view.level(), view.state().marks().capacityUnits()),
                    easel.lettering().level(),
                    TextAlignment.CENTER,
                    tank.centreX(),
                    tank.y() - 11,
                    NAME_ROOM);
        }
    }

    private static Box inner(Box tank) {
        return tank.grownBy(-WALL);
    }

    /** At which height a share of the capacity stands. */
    private static double height(Box inner, double share) {
        return inner.bottom() - Math.clamp(share / (1 + HEADROOM), 0, 1) * inner.height();
    }

    private static void surface(Easel easel, Box inner, double share, long nanos, Tone tone) {
        if (!(share > 0)) {
            return;
        }
        Pen g = easel.g();
        // A little is still seen: nothing looks like nothing only when it is nothing.
        double level = Math.min(height(inner, share), inner.bottom() - 2.5);
        double deep = inner.bottom() - level;
        double swell = Math.clamp(deep / 3, 0.4, SWELL);
        level = Math.max(level, inner.y() + swell);
        double fromTop = level - inner.y();
        double inset = Math.max(rounding(fromTop), rounding(deep));
        double left = inner.x() + inset;
        double right = inner.right() - inset;
        double phase = nanos % (long) SWELL_NANOS / SWELL_NANOS * 2 * Math.PI;
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
        double corner = Math.min(INNER_ROUNDING, deep);
        if (deep > INNER_ROUNDING) {
            g.lineTo(inner.right(), Math.max(level, Math.min(inner.y() + INNER_ROUNDING, inner.bottom() - corner)));
            g.lineTo(inner.right(), inner.bottom() - corner);
        }
        g.quadraticCurveTo(
                deep > INNER_ROUNDING ? inner.right() : right,
                inner.bottom(),
                inner.right() - INNER_ROUNDING,
                inner.bottom());
        g.lineTo(inner.x() + INNER_ROUNDING, inner.bottom());
        if (deep > INNER_ROUNDING) {
            g.quadraticCurveTo(inner.x(), inner.bottom(), inner.x(), inner.bottom() - corner);
            g.lineTo(inner.x(), Math.max(level, Math.min(inner.y() + INNER_ROUNDING, inner.bottom() - corner)));
        } else {
            g.quadraticCurveTo(left, inner.bottom(), left, level);
        }
        g.closePath();
        g.setFill(easel.inks().of(tone, Strength.LIQUID));
        g.fill();
    }

    /** How far the round corner reaches in at a distance from the edge. */
    private static double rounding(double distance) {
        double rest = INNER_ROUNDING - Math.min(INNER_ROUNDING, distance);
        return INNER_ROUNDING - Math.sqrt(INNER_ROUNDING * INNER_ROUNDING - rest * rest);
    }

    /** The capacity as a line across the tank once it is passed, else as a tick; the resume mark as a tick. */
    private static void ticks(Easel easel, Box tank, ResourceView view) {
        if (easel.detail() == Detail.FAR) {
            return;
        }
        Pen g = easel.g();
        Box inner = inner(tank);
        double capacity = height(inner, 1);
        double resume = height(
                inner,
                (double) view.state().marks().resumeUnits()
                        / view.state().marks().capacityUnits());
        g.setLineWidth(1.5);
        g.setStroke(easel.inks().of(Ink.MUTED));
        g.strokeLine(tank.right() - 15, resume, tank.right() - 1, resume);
        if (view.fillShare() > 1) {
            g.setStroke(easel.inks().of(Ink.TEXT));
            g.setLineDashes(4, 3);
            g.strokeLine(inner.x() + 3, capacity, tank.right() - 3, capacity);
            g.setLineDashes();
        } else {
            g.strokeLine(tank.right() - 22, capacity, tank.right() - 1, capacity);
        }
    }

    private static void name(Easel easel, BasinPicture basin, Box tank) {
        double size = Detail.legible(basin.isCompact() ? 16 : 17, 11, 38, easel.zoom());
        var font = easel.lettering().bold(size);
        double baseline = tank.y() - (easel.detail() == Detail.NEAR ? 28 : 11);
        if (easel.detail() != Detail.NEAR) {
            // Large names reach over the pipes beside the tank.
            easel.g().setFont(font);
            easel.g().setTextAlign(TextAlignment.CENTER);
            easel.g().setStroke(easel.inks().of(Ink.BACKGROUND));
            easel.g().setLineWidth(easel.pixels(3));
            easel.g().strokeText(easel.lettering().fit(basin.id().value(), font, NAME_ROOM), tank.centreX(), baseline);
        }
        easel.g().setFill(easel.inks().of(Ink.TEXT));
        easel.write(basin.id().value(), font, TextAlignment.CENTER, tank.centreX(), baseline, NAME_ROOM);
    }

    private static void state(Easel easel, ResourceView view, Box tank) {
        boolean calls = view.severity().compareTo(Severity.WARNING) >= 0;
        if (easel.detail() == Detail.FAR && !calls) {
            return;
        }
        Sign sign = Sign.of(view.tank());
        double size = Detail.legible(12.5, 9, 24, easel.zoom());
        var font = easel.lettering().bold(size);
        String words = easel.lettering().fit(view.words(), font, NAME_ROOM);
        double baseline = tank.bottom() + 6 + size;
        easel.g().setFill(calls ? easel.inks().of(sign.tone()) : easel.inks().of(Ink.MUTED));
        double shift = 0;
        if (calls) {
            double width = TextWidth.of(words, font);
            double mark = size * 0.85;
            sign.shape().fill(easel.g(), tank.centreX() - width / 2 - mark * 0.3, baseline - size * 0.36, mark);
            shift = mark * 0.7;
        }
        easel.write(words, font, TextAlignment.CENTER, tank.centreX() + shift, baseline, NAME_ROOM + 1);
    }
}
