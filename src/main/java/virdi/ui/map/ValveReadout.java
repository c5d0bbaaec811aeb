package virdi.ui.map;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import virdi.ui.kit.Pen;
import virdi.ui.kit.TextWidth;
import virdi.ui.map.ValveModel.State;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.ThrottlePreview;
import virdi.ui.sign.Tone;

/**
 * Draws what a held valve is set to: on one side of it a scale along which the hand moves, on the other, at the height
 * of the hand, the number with what it would do. The words stand to the left where there is room, for consumers that
 * light up are to the right. FX thread only.
 */
final class ValveReadout {
    private static final double GAP = 13;
    private static final double SCALE_WIDTH = 5;
    private static final double SCALE_CASING = 13;
    private static final double MARGIN = 8;
    /** Room beyond the ends of the scale for their names. */
    private static final double END = 26;

    private static final double TAG_WIDTH = 236;
    private static final double PADDING = 12;
    private static final double LINE = 16;
    private static final int LINES = 4;

    /** Draws it beside a valve in a view of that size. */
    void paint(Easel easel, ValveModel valves, Valve valve, ValvePlace place, double width, double height) {
        double away = place.radius() + GAP;
        boolean left = place.x() - away - TAG_WIDTH >= MARGIN || place.x() > width / 2;
        double travel = ValveModel.TRAVEL_PIXELS;
        double highest = travel * Valve.NO_LIMIT + END;
        double bottom = Math.clamp(place.y() + valves.start() * travel, highest, Math.max(highest, height - END));
        double hand = bottom - valves.position() * travel;
        scale(easel, valves, valve, left ? place.x() + away : place.x() - away, bottom);
        tag(easel, valves, valve, left ? place.x() - away - TAG_WIDTH : place.x() + away, hand, height);
    }

    private static Tone tone(ValveModel valves) {
        return valves.position() <= 0 ? Tone.HELD : Tone.FLOW;
    }

    private static void scale(Easel easel, ValveModel valves, Valve valve, double x, double bottom) {
        Pen g = easel.g();
        double travel = ValveModel.TRAVEL_PIXELS;
        double top = bottom - Valve.NO_LIMIT * travel;
        double hand = bottom - valves.position() * travel;
        end(easel, "no limit", x, top - 16);
        end(easel, "paused", x, bottom + 16);
        g.setLineCap(StrokeLineCap.ROUND);
        line(g, x, bottom, top, SCALE_CASING, easel.inks().of(Ink.BACKGROUND));
        line(g, x, bottom, top, SCALE_WIDTH, easel.inks().of(Ink.BORDER));
        line(g, x, bottom, hand, SCALE_WIDTH, easel.inks().of(tone(valves)));
        tick(g, x, bottom - travel, easel.inks().of(Ink.MUTED));
        for (long decade = 1; decade < valve.scale().most(); decade *= 10) {
            tick(
                    g,
                    x,
                    bottom - valve.scale().position(decade) * travel,
                    easel.inks().of(Ink.MUTED));
        }
        g.setFill(easel.inks().of(Ink.BACKGROUND));
        g.fillOval(x - 8.5, hand - 8.5, 17, 17);
        g.setFill(easel.inks().of(tone(valves)));
        g.fillOval(x - 6.5, hand - 6.5, 13, 13);
    }

    private static void line(Pen g, double x, double from, double to, double width, Color ink) {
        g.setLineWidth(width);
        g.setStroke(ink);
        g.strokeLine(x, from, x, to);
    }

    /** A tenfold of the one below it; the uppermost is what the valve can carry at most. */
    private static void tick(Pen g, double x, double y, Color ink) {
        g.setLineWidth(1.2);
        g.setStroke(ink);
        g.strokeLine(x - 2, y, x + 2, y);
    }

    private static void end(Easel easel, String name, double x, double middle) {
        double width = TextWidth.of(name, easel.lettering().rate()) + 12;
        easel.g().setFill(easel.inks().of(Ink.BACKGROUND));
        easel.g().fillRoundRect(x - width / 2, middle - 8, width, 16, 16, 16);
        easel.g().setFill(easel.inks().of(Ink.MUTED));
        easel.write(name, easel.lettering().rate(), TextAlignment.CENTER, x, middle + 4, width);
    }

    private static void tag(Easel easel, ValveModel valves, Valve valve, double x, double hand, double height) {
        Pen g = easel.g();
        Lettering lettering = easel.lettering();
        ThrottlePreview preview = valves.preview();
        Tone tone = !preview.starving().isEmpty()
                ? Tone.TROUBLE
                : !preview.rationed().isEmpty() ? Tone.WARNING : Tone.CALM;
        double indent = tone == Tone.CALM ? 0 : 16;
        List<String> lines = ValveLayer.lines(valves.sentence(), easel, TAG_WIDTH - 2 * PADDING - indent, LINES);
        double tall = 2 * PADDING + 22 + lines.size() * LINE + 20;
        double y = Math.clamp(hand - PADDING - 11, MARGIN, Math.max(MARGIN, height - MARGIN - tall));
        g.setFill(easel.inks().of(Ink.SURFACE));
        g.fillRoundRect(x, y, TAG_WIDTH, tall, 16, 16);
        g.setStroke(easel.inks().of(tone == Tone.CALM ? Tone.FLOW : tone, Inks.Strength.CORE));
        g.setLineWidth(1);
        g.strokeRoundRect(x, y, TAG_WIDTH, tall, 16, 16);
        double inner = x + PADDING;
        double room = TAG_WIDTH - 2 * PADDING;
        double baseline = y + PADDING + 15;
        String words = valve.words(valves.pace());
        g.setFill(easel.inks().of(Ink.TEXT));
        easel.write(words, lettering.bold(17), TextAlignment.LEFT, inner, baseline, room);
        double behind = TextWidth.of(words, lettering.bold(17)) + 7;
        g.setFill(easel.inks().of(Ink.MUTED));
        easel.write(
                valve.possibleWords(), lettering.words(), TextAlignment.LEFT, inner + behind, baseline, room - behind);
        baseline += 22;
        if (tone != Tone.CALM) {
            g.setFill(easel.inks().of(tone));
            (tone == Tone.TROUBLE ? SignShape.TRIANGLE : SignShape.SQUARE).fill(g, inner + 5, baseline - 4, 10);
        }
        g.setFill(easel.inks().of(tone == Tone.CALM ? Ink.MUTED : Ink.TEXT));
        for (String line : lines) {
            easel.write(line, lettering.words(), TextAlignment.LEFT, inner + indent, baseline, room - indent);
            baseline += LINE;
        }
        g.setFill(easel.inks().of(Ink.MUTED));
        easel.write(hint(valves.hold()), lettering.rate(), TextAlignment.LEFT, inner, baseline + 4, room);
    }

    private static String hint(State hold) {
        return switch (hold) {
            case KEYED -> "Enter sets it · Esc gives up";
            case WHEELED -> "Leave it alone to set it · Esc gives up";
            default -> "Let go to set it · Esc gives up";
        };
    }
}
