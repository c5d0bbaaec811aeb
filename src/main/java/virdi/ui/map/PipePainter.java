package virdi.ui.map;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import virdi.telemetry.Severity;
import virdi.ui.kit.DotPen;
import virdi.ui.kit.pen.Pen;
import virdi.ui.kit.pen.TextWidth;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Tone;

/** Draws what is on pipes: valves and figures, which stand still, and dots, which do not. FX thread only. */
final class PipePainter {
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
    /** What is kept clear around a valve that lies on other pipes. */
    private static final double VALVE_HALO = 2.5;
    /** A valve counts as the bottleneck from this share of its pace on. */
    private static final double AT_THE_VALVE = 0.85;

    private PipePainter() {}

    static Tone tone(MapNode node) {
        return switch (node.manner()) {
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
    static void fittings(Easel easel, NodePicture picture, Box tank, boolean compact) {
        marks(easel, picture, tank, compact);
        valve(easel, picture, tank);
    }

    /** Draws units that wait in a pipe, and its figures. */
    static void marks(Easel easel, NodePicture picture, Box tank, boolean compact) {
        MapNode node = picture.node();
        Pipe pipe = Pipe.of(picture, tank);
        if (PipeBodies.isSketched(easel, pipe)) {
            return;
        }
        easel.fade(picture.isFound());
        packed(easel, node, pipe, tone(node));
        // The rows of cards say it themselves.
        if (easel.detail() == Detail.NEAR && !picture.isRow() && !picture.isHeld()) {
            label(easel, picture, tank, compact);
        }
    }

    /** How dense the dots on a pipe are where nothing else has to be told apart; see {@link Beads}. */
    static double density(MapNode node) {
        return node.manner() == Manner.PAUSED || node.manner() == Manner.OFFERED
                ? Double.NEGATIVE_INFINITY
                : Beads.density(node.actualPerMinute());
    }

    /**
     * Draws the dots of a pipe at a time, as far as they are in a part of the plane.
     *
     * @param pen for map units
     * @param thinning how much less dense they are than their rate would have it
     */
    static void dots(Easel easel, DotPen pen, NodePicture picture, Box tank, Box part, double thinning, long nanos) {
        MapNode node = picture.node();
        double density = density(node);
        if (density == Double.NEGATIVE_INFINITY) {
            return;
        }
        Pipe pipe = Pipe.of(picture, tank);
        double radius = Math.max(dotRadius(pipe), easel.pixels(0.9));
        // The denser patterns would run together: from far, too, there must be something between their dots.
        double apart = Math.max(radius * 2.4, easel.pixels(APART));
        int most = (int) Math.clamp(Math.floor(Math.log(Beads.WIDEST / apart) / Math.log(2)), 0, Beads.DENSEST);
        double from = node.manner() == Manner.THROTTLED ? packedFrom(node, pipe) : 2;
        double to = node.manner() == Manner.THROTTLED ? MIDDLE + VALVE_REACH / pipe.length() : 2;
        boolean sketched = PipeBodies.isSketched(easel, pipe);
        pen.setGlobalAlpha(Easel.alpha(picture.isFound()));
        pen.setFill(easel.inks().of(tone(node)));
        Box seen = part.grownBy(radius);
        Beads.place(Math.min(most, density) - thinning, pipe.length(), picture.phase(), nanos, (share, size) -> {
            double x = pipe.x(share);
            double y = sketched ? pipe.straightY(share) : pipe.y(share);
            if ((share < from || share > to) && seen.contains(x, y)) {
                pen.fillDot(x, y, radius * size);
            }
        });
    }

    private static double dotRadius(Pipe pipe) {
        return Math.clamp(pipe.width() * 0.23, 2.4, 4.4);
    }

    /** Units pile up before what holds them back: a full tank, a valve, a client that does not read. */
    private static void packed(Easel easel, MapNode node, Pipe pipe, Tone tone) {
        if (!isHeldBack(node)) {
            return;
        }
        boolean atEnd = node.manner() != Manner.THROTTLED;
        double radius = dotRadius(pipe);
        double step = radius * PACKED / pipe.length();
        double share = atEnd ? 1 - radius / pipe.length() : MIDDLE - VALVE_REACH / pipe.length();
        easel.g().setFill(easel.inks().of(tone));
        for (int dot = 0; dot < (atEnd ? 2 * PACKED_DOTS : PACKED_DOTS) && share > 0; dot++) {
            easel.g().fillDot(pipe.x(share), pipe.y(share), radius);
            share -= step * (1 + dot * 0.07);
        }
    }

    static boolean isHeldBack(MapNode node) {
        return node.manner() == Manner.STOPPED
                || node.manner() == Manner.UNREAD
                || (node.manner() == Manner.THROTTLED && isAtTheValve(node));
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
    static void valve(Easel easel, NodePicture picture, Box tank) {
        if (!hasValve(picture, easel.detail())) {
            return;
        }
        Pen g = easel.g();
        MapNode node = picture.node();
        Pipe pipe = Pipe.of(picture, tank);
        double x = pipe.x(MIDDLE);
        double y = pipe.y(MIDDLE);
        boolean paused = node.manner() == Manner.PAUSED;
        double position = paused ? 0 : ValvePainter.position(node);
        if (picture.isRow()) {
            // Others cross there.
            g.setGlobalAlpha(1);
            Color ground = easel.inks().of(Ink.BACKGROUND);
            ValvePainter.paint(easel, x, y, ValvePlace.RADIUS, position, ground, VALVE_LINE + 2 * VALVE_HALO);
        }
        easel.fade(picture.isFound());
        Color ink = paused ? easel.inks().of(Tone.HELD) : easel.inks().of(Ink.TEXT);
        ValvePainter.paint(easel, x, y, ValvePlace.RADIUS, position, ink, VALVE_LINE);
        if (!paused && easel.detail() == Detail.NEAR) {
            pace(easel, picture, x, y + ValvePlace.RADIUS + 14);
        }
    }

    private static void pace(Easel easel, NodePicture picture, double x, double baseline) {
        Font font = easel.bold(11.5);
        String pace = easel.lettering().fit(Figures.rate(picture.node().throttlePerMinute()), font, VALVE_ROOM);
        Pen g = easel.g();
        if (picture.isRow()) {
            double width = TextWidth.of(pace, font) + 2 * VALVE_HALO;
            g.setGlobalAlpha(1);
            g.setFill(easel.inks().of(Ink.BACKGROUND));
            g.fillRoundRect(x - width / 2, baseline - font.getSize(), width, font.getSize() * 1.3, 6, 6);
            easel.fade(picture.isFound());
        }
        g.setFill(easel.inks().of(Ink.TEXT));
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(pace, x, baseline);
    }

    /** Whether a valve is drawn where a pipe is: not far away, and not while it is turned, for then it does not stand still. */
    static boolean hasValve(NodePicture picture, Detail detail) {
        return picture.isHeld() && !picture.isTurned() && detail != Detail.FAR;
    }

    private static void label(Easel easel, NodePicture picture, Box tank, boolean compact) {
        Font font = easel.plain(PipeLabel.SIZE);
        PipeLabel label = PipeLabel.of(
                picture,
                tank,
                compact,
                easel.calm(1),
                (text, room) -> easel.lettering().fits(text, font, room));
        if (label != null) {
            easel.g().setFill(easel.inks().of(Ink.MUTED));
            easel.g().setFont(font);
            easel.g().setTextAlign(picture.node().isProducer() ? TextAlignment.LEFT : TextAlignment.RIGHT);
            easel.g().fillText(label.text(), label.x(), label.baseline());
        }
    }
}
