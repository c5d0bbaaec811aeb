package virdi.ui.map.paint;

import javafx.scene.text.TextAlignment;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Severity;
import virdi.ui.kit.pen.Pen;
import virdi.ui.kit.pen.TextWidth;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Sign;
import virdi.ui.sign.StateText;
import virdi.ui.sign.Tone;

/** Draws tanks: walls, names and states, which stand still, and liquid and figures, which do not. FX thread only. */
public final class TankPainter {
    private static final double ROUNDING = 12;

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
    static void paintStatic(PaintContext context, BasinPicture basin) {
        Pen g = context.g();
        Box tank = basin.tank();
        ResourceView view = basin.basin().view();
        context.fade(basin.isFound());
        g.setFill(context.colors().of(Ink.RAISED));
        g.fillRoundRect(tank.x(), tank.y(), tank.width(), tank.height(), 2 * ROUNDING, 2 * ROUNDING);
        boolean troubled = isTroubled(view);
        g.setStroke(
                troubled ? context.colors().of(Tone.TROUBLE) : context.colors().of(Ink.BORDER));
        g.setLineWidth(Math.max(1.5, context.pixels(troubled ? 1.5 : 1)));
        g.strokeRoundRect(tank.x(), tank.y(), tank.width(), tank.height(), 2 * ROUNDING, 2 * ROUNDING);
        name(context, basin, tank);
        state(context, view, tank, basin.isOpen());
    }

    /** Draws liquid and figures at a time. */
    static void liquid(PaintContext context, BasinPicture basin, long nanos) {
        ResourceView view = basin.basin().view();
        Box tank = basin.tank();
        context.fade(basin.isFound());
        TankLiquid liquid = TankLiquid.of(tank, view.fillShare());
        liquid.paint(context, tone(view), basin.isMoving() ? nanos : 0);
        if (context.hasCharts()) {
            SparklinePainter.level(
                    context, basin.sparkline(), liquid, view.state().marks().capacityUnits());
        }
        ticks(context, tank, liquid, view);
        context.g().setFill(context.colors().of(Ink.TEXT));
        String percent = Figures.percent(view.fillShare());
        double size = fitting(
                context.calm(DetailLevel.legible(basin.isCompact() ? 18 : 20, 11, 28, context.zoom())), percent, tank);
        context.write(
                percent,
                context.fonts().bold(size),
                TextAlignment.CENTER,
                tank.centreX(),
                tank.centreY() + size * 0.36,
                tank.width() - 4);
        gain(context, view, tank, tank.centreY() + size * 0.36, basin.isCompact());
        if (context.detail() == DetailLevel.NEAR) {
            context.g().setFill(context.colors().of(Ink.MUTED));
            context.write(
                    Figures.level(view.level(), view.state().marks().capacityUnits()),
                    context.plain(12.5),
                    TextAlignment.CENTER,
                    tank.centreX(),
                    tank.y() - context.calm(11),
                    NAME_ROOM);
        }
    }

    /** Capacity and resume mark as ticks at the right; a capacity that is passed at both walls. */
    private static void ticks(PaintContext context, Box tank, TankLiquid liquid, ResourceView view) {
        if (context.detail() == DetailLevel.FAR) {
            return;
        }
        Pen g = context.g();
        double capacity = liquid.y(1);
        double resume = liquid.y((double) view.state().marks().resumeUnits()
                / view.state().marks().capacityUnits());
        g.setLineWidth(1.5);
        g.setStroke(context.colors().of(Ink.MUTED));
        g.strokeLine(tank.right() - 15, resume, tank.right() - 1, resume);
        if (view.fillShare() > 1) {
            // From both walls: a line all the way across would strike out the figures.
            g.setStroke(context.colors().of(Ink.TEXT));
            g.strokeLine(tank.x() + 1, capacity, tank.x() + TICK_PASSED, capacity);
            g.strokeLine(tank.right() - TICK_PASSED, capacity, tank.right() - 1, capacity);
        } else {
            g.strokeLine(tank.right() - 22, capacity, tank.right() - 1, capacity);
        }
    }

    /** Which way the level goes and how fast; where figures could not be read, which way. Nothing while it is steady. */
    private static void gain(PaintContext context, ResourceView view, Box tank, double above, boolean compact) {
        double net = view.netPerMinute();
        if (net == 0) {
            return;
        }
        String arrow = net > 0 ? "↑" : "↓";
        String told = arrow + " " + Figures.gain(net);
        double size = fitting(
                context.calm(DetailLevel.legible(11.5, 9, compact ? GAIN_MOST_COMPACT : GAIN_MOST, context.zoom())),
                told,
                tank);
        if (size * context.zoom() < GAIN_LEAST_PIXELS) {
            told = arrow;
            size = DetailLevel.legible(ARROW, 11, ARROW_MOST, context.zoom());
        }
        context.write(
                told,
                context.fonts().bold(size),
                TextAlignment.CENTER,
                tank.centreX(),
                above + GAIN_GAP + size * 0.9,
                tank.width() - 4);
    }

    /** A size at which a text of figures fits between the walls. */
    private static double fitting(double size, String figures, Box tank) {
        return Math.min(size, (tank.width() - 6) / (figures.length() * FIGURE_WIDTH));
    }

    private static void name(PaintContext context, BasinPicture basin, Box tank) {
        double room = basin.isOpen() ? OPEN_NAME_ROOM : NAME_ROOM;
        double size = context.calm(DetailLevel.legible(basin.isCompact() ? 16 : 17, 11, 38, context.zoom()));
        var font = context.fonts().bold(size);
        double baseline = tank.y() - (context.detail() == DetailLevel.NEAR ? context.calm(28) : 11);
        if (context.detail() != DetailLevel.NEAR && !basin.isCompact()) {
            // Large names reach over the pipes beside the tank; those of a small one are below its name.
            context.g().setFont(font);
            context.g().setTextAlign(TextAlignment.CENTER);
            context.g().setStroke(context.colors().of(Ink.BACKGROUND));
            context.g().setLineWidth(context.pixels(3));
            context.g().strokeText(context.fonts().fit(basin.id().value(), font, room), tank.centreX(), baseline);
        }
        context.g().setFill(context.colors().of(Ink.TEXT));
        context.write(basin.id().value(), font, TextAlignment.CENTER, tank.centreX(), baseline, room);
    }

    /** Whether its walls are in the colour of trouble. */
    public static boolean isTroubled(ResourceView view) {
        return view.severity() == Severity.TROUBLE;
    }

    /** Whether its state is written below it: from far only one that calls. */
    public static boolean tellsState(ResourceView view, DetailLevel detail, boolean open) {
        boolean calls = view.severity().compareTo(Severity.WARNING) >= 0;
        return calls || detail == DetailLevel.NEAR || detail == DetailLevel.MIDDLE && !open;
    }

    private static void state(PaintContext context, ResourceView view, Box tank, boolean open) {
        if (!tellsState(view, context.detail(), open)) {
            return;
        }
        boolean calls = view.severity().compareTo(Severity.WARNING) >= 0;
        Sign sign = Sign.of(view.tank());
        double size = context.calm(DetailLevel.legible(12.5, 9, 24, context.zoom()));
        var font = context.fonts().bold(size);
        String words = context.fonts().fit(StateText.of(view), font, open ? OPEN_NAME_ROOM : NAME_ROOM);
        double baseline = tank.bottom() + 6 + size;
        context.g()
                .setFill(
                        calls
                                ? context.colors().of(sign.tone())
                                : context.colors().of(Ink.MUTED));
        double shift = 0;
        if (calls) {
            double width = TextWidth.of(words, font);
            double mark = size * 0.85;
            sign.shape().fill(context.g(), tank.centreX() - width / 2 - mark * 0.3, baseline - size * 0.36, mark);
            shift = mark * 0.7;
        }
        context.write(words, font, TextAlignment.CENTER, tank.centreX() + shift, baseline, NAME_ROOM + 1);
    }
}
