package virdi.ui.map.paint;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import virdi.telemetry.Severity;
import virdi.ui.kit.pen.Pen;
import virdi.ui.kit.pen.TextWidth;
import virdi.ui.map.content.MapNode;
import virdi.ui.map.content.PipeStyle;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.Pipe;
import virdi.ui.map.scene.PipeLabel;
import virdi.ui.map.scene.ValvePlace;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/** Draws what is on pipes: valves and figures, which stand still, and dots, which do not. FX thread only. */
public final class PipePainter {
    /** Where valve and plug sit. */
    private static final double MIDDLE = 0.5;

    private static final double VALVE_REACH = ValvePlace.RADIUS + 4;
    /** Units that wait are packed that closely, in dot radii. */
    private static final double PACKED = 1.55;

    private static final int PACKED_DOTS = 7;
    /** How many pixels dots keep from each other. */
    private static final double APART = 5;

    private static final double VALVE_ROOM = 110;
    private static final double VALVE_LINE = 1.5;
    /** The gap around a valve that lies on other pipes, in map units. */
    private static final double VALVE_HALO = 2.5;
    /** A valve counts as the bottleneck from this share of its pace on. */
    private static final double AT_THE_VALVE = 0.85;

    private PipePainter() {}

    static Tone tone(MapNode node) {
        return switch (node.pipeStyle()) {
            case PAUSED -> Tone.HELD;
            case OFFERED -> Tone.CALM;
            case STOPPED, UNREAD -> Tone.WARNING;
            case THROTTLED -> Tone.FLOW;
            case FLOWING ->
                node.severity() == Severity.TROUBLE
                        ? Tone.TROUBLE
                        : node.severity() == Severity.WARNING ? Tone.WARNING : Tone.FLOW;
        };
    }

    /** Draws what stands still of a pipe above its body: units that wait, figures, and its valve. */
    static void fittings(PaintContext context, NodePicture picture, Box tank, boolean compact) {
        marks(context, picture, tank, compact);
        valve(context, picture, tank);
    }

    /** Draws units that wait in a pipe, and its figures. */
    static void marks(PaintContext context, NodePicture picture, Box tank, boolean compact) {
        MapNode node = picture.node();
        Pipe pipe = Pipe.of(picture, tank);
        if (PipeBodies.isSketched(context, pipe)) {
            return;
        }
        context.fade(picture.isFound());
        packed(context, node, pipe, tone(node));
        // The rows of cards say it themselves.
        if (context.detail() == DetailLevel.NEAR && !picture.isRow() && !picture.isHeld()) {
            label(context, picture, tank, compact);
        }
    }

    /** How dense the dots on a pipe are where nothing else has to be told apart; see {@link DotPattern}. */
    static double density(MapNode node) {
        return node.pipeStyle() == PipeStyle.PAUSED || node.pipeStyle() == PipeStyle.OFFERED
                ? Double.NEGATIVE_INFINITY
                : DotPattern.density(node.actualPerMinute());
    }

    /**
     * Draws the dots of a pipe at a time, as far as they are in a part of the plane.
     *
     * @param thinning how much less dense they are than their rate would have it
     */
    static void dots(PaintContext context, NodePicture picture, Box tank, Box part, double thinning, long nanos) {
        MapNode node = picture.node();
        double density = density(node);
        if (density == Double.NEGATIVE_INFINITY) {
            return;
        }
        Pipe pipe = Pipe.of(picture, tank);
        double radius = Math.max(dotRadius(pipe), context.pixels(0.9));
        // The denser patterns would run together: from far, too, there must be something between their dots.
        double apart = Math.max(radius * 2.4, context.pixels(APART));
        int most =
                (int) Math.clamp(Math.floor(Math.log(DotPattern.WIDEST / apart) / Math.log(2)), 0, DotPattern.DENSEST);
        double from = node.pipeStyle() == PipeStyle.THROTTLED ? packedFrom(node, pipe) : 2;
        double to = node.pipeStyle() == PipeStyle.THROTTLED ? MIDDLE + VALVE_REACH / pipe.length() : 2;
        boolean sketched = PipeBodies.isSketched(context, pipe);
        context.fade(picture.isFound());
        context.g().setFill(context.colors().of(tone(node)));
        Box seen = part.grownBy(radius);
        DotPattern.place(Math.min(most, density) - thinning, pipe.length(), picture.phase(), nanos, (share, size) -> {
            double x = pipe.x(share);
            double y = sketched ? pipe.straightY(share) : pipe.y(share);
            if ((share < from || share > to) && seen.contains(x, y)) {
                context.g().fillDot(x, y, radius * size);
            }
        });
    }

    private static double dotRadius(Pipe pipe) {
        return Math.clamp(pipe.width() * 0.23, 2.4, 4.4);
    }

    /** Units pile up before what holds them back: a full tank, a valve, a client that does not read. */
    private static void packed(PaintContext context, MapNode node, Pipe pipe, Tone tone) {
        if (!isHeldBack(node)) {
            return;
        }
        boolean atEnd = node.pipeStyle() != PipeStyle.THROTTLED;
        double radius = dotRadius(pipe);
        double step = radius * PACKED / pipe.length();
        double share = atEnd ? 1 - radius / pipe.length() : MIDDLE - VALVE_REACH / pipe.length();
        context.g().setFill(context.colors().of(tone));
        for (int dot = 0; dot < (atEnd ? 2 * PACKED_DOTS : PACKED_DOTS) && share > 0; dot++) {
            context.g().fillDot(pipe.x(share), pipe.y(share), radius);
            share -= step * (1 + dot * 0.07);
        }
    }

    public static boolean isHeldBack(MapNode node) {
        return node.pipeStyle() == PipeStyle.STOPPED
                || node.pipeStyle() == PipeStyle.UNREAD
                || (node.pipeStyle() == PipeStyle.THROTTLED && isAtTheValve(node));
    }

    private static double packedFrom(MapNode node, Pipe pipe) {
        double valve = MIDDLE - VALVE_REACH / pipe.length();
        double packed = isAtTheValve(node) ? dotRadius(pipe) * PACKED * PACKED_DOTS * 1.2 / pipe.length() : 0;
        return valve - packed;
    }

    private static boolean isAtTheValve(MapNode node) {
        return node.actualPerMinute() >= AT_THE_VALVE * node.throttlePerMinute();
    }

    /** Draws the valve of a pipe that has one, and its pace below it where that can be read. */
    static void valve(PaintContext context, NodePicture picture, Box tank) {
        if (!hasValve(picture, context.detail())) {
            return;
        }
        Pen g = context.g();
        MapNode node = picture.node();
        Pipe pipe = Pipe.of(picture, tank);
        double x = pipe.x(MIDDLE);
        double y = pipe.y(MIDDLE);
        boolean paused = node.pipeStyle() == PipeStyle.PAUSED;
        double position = paused ? 0 : ValvePainter.position(node);
        if (picture.isRow()) {
            // Others cross there.
            g.setGlobalAlpha(1);
            Color ground = context.colors().of(Ink.BACKGROUND);
            ValvePainter.paint(context, x, y, ValvePlace.RADIUS, position, ground, VALVE_LINE + 2 * VALVE_HALO);
        }
        context.fade(picture.isFound());
        Color ink = paused ? context.colors().of(Tone.HELD) : context.colors().of(Ink.TEXT);
        ValvePainter.paint(context, x, y, ValvePlace.RADIUS, position, ink, VALVE_LINE);
        if (!paused && context.detail() == DetailLevel.NEAR) {
            pace(context, picture, x, y + ValvePlace.RADIUS + 14);
        }
    }

    private static void pace(PaintContext context, NodePicture picture, double x, double baseline) {
        Font font = context.bold(11.5);
        String pace = context.fonts().fit(Figures.rate(picture.node().throttlePerMinute()), font, VALVE_ROOM);
        Pen g = context.g();
        if (picture.isRow()) {
            double width = TextWidth.of(pace, font) + 2 * VALVE_HALO;
            g.setGlobalAlpha(1);
            g.setFill(context.colors().of(Ink.BACKGROUND));
            g.fillRoundRect(x - width / 2, baseline - font.getSize(), width, font.getSize() * 1.3, 6, 6);
            context.fade(picture.isFound());
        }
        g.setFill(context.colors().of(Ink.TEXT));
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(pace, x, baseline);
    }

    /** Whether a valve is drawn where a pipe is: not far away, and not while it is turned, for then it does not stand still. */
    public static boolean hasValve(NodePicture picture, DetailLevel detail) {
        return picture.isHeld() && !picture.isTurned() && detail != DetailLevel.FAR;
    }

    private static void label(PaintContext context, NodePicture picture, Box tank, boolean compact) {
        Font font = context.plain(PipeLabel.SIZE);
        PipeLabel label = PipeLabel.of(
                picture,
                tank,
                compact,
                context.calm(1),
                (text, room) -> context.fonts().fits(text, font, room));
        if (label != null) {
            context.g().setFill(context.colors().of(Ink.MUTED));
            context.g().setFont(font);
            context.g().setTextAlign(picture.node().isProducer() ? TextAlignment.LEFT : TextAlignment.RIGHT);
            context.g().fillText(label.text(), label.x(), label.baseline());
        }
    }
}
