package virdi.ui.map;

import javafx.scene.text.TextAlignment;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Severity;
import virdi.ui.kit.pen.Pen;
import virdi.ui.kit.pen.TextWidth;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Sign;
import virdi.ui.sign.Tone;

/** Draws tanks: walls, names and states, which stand still, and liquid and figures, which do not. FX thread only. */
final class TankPainter {
    private static final double ROUNDING = 12;
    /** How far to either side of a tank its name and its state reach, with the sign before it. */
    static final double REACH = 176;

    private static final double NAME_ROOM = 300;
    /** Between the baseline of the percentage and what stands below it. */
    private static final double GAIN_GAP = 5;

    private static final double GAIN_MOST = 15;
    private static final double GAIN_MOST_COMPACT = 13;
    private static final double GAIN_LEAST_PIXELS = 7;
    private static final double ARROW = 15;
    private static final double ARROW_MOST = 26;
    /** A bold figure's width as a share of its size; with room to spare. */
    private static final double FIGURE_WIDTH = 0.62;

    private static final double TICK_PASSED = 7;

    /** Tanks of one layer stand close. */
    private static final double OPEN_NAME_ROOM = 196;

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
        boolean troubled = isTroubled(view);
        g.setStroke(troubled ? easel.inks().of(Tone.TROUBLE) : easel.inks().of(Ink.BORDER));
        g.setLineWidth(Math.max(1.5, easel.pixels(troubled ? 1.5 : 1)));
        g.strokeRoundRect(tank.x(), tank.y(), tank.width(), tank.height(), 2 * ROUNDING, 2 * ROUNDING);
        name(easel, basin, tank);
        state(easel, view, tank, basin.isOpen());
    }

    /** Draws liquid and figures at a time. */
    static void liquid(Easel easel, BasinPicture basin, long nanos) {
        ResourceView view = basin.basin().view();
        Box tank = basin.tank();
        easel.fade(basin.isFound());
        TankLiquid liquid = TankLiquid.of(tank, view.fillShare());
        liquid.paint(easel, tone(view), basin.isMoving() ? nanos : 0);
        if (easel.hasCharts()) {
            SparkPainter.level(
                    easel, basin.spark(), liquid, view.state().marks().capacityUnits());
        }
        ticks(easel, tank, liquid, view);
        easel.g().setFill(easel.inks().of(Ink.TEXT));
        String percent = Figures.percent(view.fillShare());
        double size =
                fitting(easel.calm(Detail.legible(basin.isCompact() ? 18 : 20, 11, 28, easel.zoom())), percent, tank);
        easel.write(
                percent,
                easel.lettering().bold(size),
                TextAlignment.CENTER,
                tank.centreX(),
                tank.centreY() + size * 0.36,
                tank.width() - 4);
        gain(easel, view, tank, tank.centreY() + size * 0.36, basin.isCompact());
        if (easel.detail() == Detail.NEAR) {
            easel.g().setFill(easel.inks().of(Ink.MUTED));
            easel.write(
                    Figures.level(view.level(), view.state().marks().capacityUnits()),
                    easel.plain(12.5),
                    TextAlignment.CENTER,
                    tank.centreX(),
                    tank.y() - easel.calm(11),
                    NAME_ROOM);
        }
    }

    /** Capacity and resume mark as ticks at the right; a capacity that is passed at both walls. */
    private static void ticks(Easel easel, Box tank, TankLiquid liquid, ResourceView view) {
        if (easel.detail() == Detail.FAR) {
            return;
        }
        Pen g = easel.g();
        double capacity = liquid.y(1);
        double resume = liquid.y((double) view.state().marks().resumeUnits()
                / view.state().marks().capacityUnits());
        g.setLineWidth(1.5);
        g.setStroke(easel.inks().of(Ink.MUTED));
        g.strokeLine(tank.right() - 15, resume, tank.right() - 1, resume);
        if (view.fillShare() > 1) {
            // From both walls: a line all the way across would strike out the figures.
            g.setStroke(easel.inks().of(Ink.TEXT));
            g.strokeLine(tank.x() + 1, capacity, tank.x() + TICK_PASSED, capacity);
            g.strokeLine(tank.right() - TICK_PASSED, capacity, tank.right() - 1, capacity);
        } else {
            g.strokeLine(tank.right() - 22, capacity, tank.right() - 1, capacity);
        }
    }

    /** Which way the level goes and how fast; where figures could not be read, which way. Nothing while it is steady. */
    private static void gain(Easel easel, ResourceView view, Box tank, double above, boolean compact) {
        double net = view.netPerMinute();
        if (net == 0) {
            return;
        }
        String arrow = net > 0 ? "↑" : "↓";
        String told = arrow + " " + Figures.gain(net);
        double size = fitting(
                easel.calm(Detail.legible(11.5, 9, compact ? GAIN_MOST_COMPACT : GAIN_MOST, easel.zoom())), told, tank);
        if (size * easel.zoom() < GAIN_LEAST_PIXELS) {
            told = arrow;
            size = Detail.legible(ARROW, 11, ARROW_MOST, easel.zoom());
        }
        easel.write(
                told,
                easel.lettering().bold(size),
                TextAlignment.CENTER,
                tank.centreX(),
                above + GAIN_GAP + size * 0.9,
                tank.width() - 4);
    }

    /** A size at which a text of figures fits between the walls. */
    private static double fitting(double size, String figures, Box tank) {
        return Math.min(size, (tank.width() - 6) / (figures.length() * FIGURE_WIDTH));
    }

    private static void name(Easel easel, BasinPicture basin, Box tank) {
        double room = basin.isOpen() ? OPEN_NAME_ROOM : NAME_ROOM;
        double size = easel.calm(Detail.legible(basin.isCompact() ? 16 : 17, 11, 38, easel.zoom()));
        var font = easel.lettering().bold(size);
        double baseline = tank.y() - (easel.detail() == Detail.NEAR ? easel.calm(28) : 11);
        if (easel.detail() != Detail.NEAR && !basin.isCompact()) {
            // Large names reach over the pipes beside the tank; those of a small one are below its name.
            easel.g().setFont(font);
            easel.g().setTextAlign(TextAlignment.CENTER);
            easel.g().setStroke(easel.inks().of(Ink.BACKGROUND));
            easel.g().setLineWidth(easel.pixels(3));
            easel.g().strokeText(easel.lettering().fit(basin.id().value(), font, room), tank.centreX(), baseline);
        }
        easel.g().setFill(easel.inks().of(Ink.TEXT));
        easel.write(basin.id().value(), font, TextAlignment.CENTER, tank.centreX(), baseline, room);
    }

    /** Whether its walls are in the colour of trouble. */
    static boolean isTroubled(ResourceView view) {
        return view.severity() == Severity.TROUBLE;
    }

    /** Whether its state is written below it: from far only one that calls. */
    static boolean tellsState(ResourceView view, Detail detail, boolean open) {
        boolean calls = view.severity().compareTo(Severity.WARNING) >= 0;
        return calls || detail == Detail.NEAR || detail == Detail.MIDDLE && !open;
    }

    private static void state(Easel easel, ResourceView view, Box tank, boolean open) {
        if (!tellsState(view, easel.detail(), open)) {
            return;
        }
        boolean calls = view.severity().compareTo(Severity.WARNING) >= 0;
        Sign sign = Sign.of(view.tank());
        double size = easel.calm(Detail.legible(12.5, 9, 24, easel.zoom()));
        var font = easel.lettering().bold(size);
        String words = easel.lettering().fit(view.words(), font, open ? OPEN_NAME_ROOM : NAME_ROOM);
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
