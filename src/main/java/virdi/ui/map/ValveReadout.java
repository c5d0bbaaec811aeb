package virdi.ui.map;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import virdi.ui.kit.Pen;
import virdi.ui.kit.TextWidth;
import virdi.ui.map.ValveModel.State;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.ThrottlePreview;
import virdi.ui.sign.Tone;

/**
 * Draws what a held valve is set to: a scale beside it along which the hand moves, and at the height of the hand the
 * number with what it would do. On the side towards the left, for consumers that light up are to the right. FX thread
 * only.
 */
final class ValveReadout {
    private static final double SCALE_GAP = 24;
    private static final double SCALE_WIDTH = 5;
    private static final double SCALE_LABELS = 50;
    private static final double TICK_APART = 15;
    private static final double MARGIN = 10;
    private static final double TAG_WIDTH = 236;
    private static final double TAG_GAP = 14;
    private static final double PADDING = 12;
    private static final double LINE = 16;
    private static final int LINES = 4;

    /** Draws it beside a valve in a view of that size. */
    void paint(Easel easel, ValveModel valves, Valve valve, ValvePlace place, double width, double height) {
        double gap = place.radius() + SCALE_GAP;
        boolean left = place.x() - gap - TAG_GAP - TAG_WIDTH > MARGIN || place.x() > width / 2;
        double x = left ? place.x() - gap : place.x() + gap;
        double travel = ValveModel.TRAVEL_PIXELS;
        double highest = travel * Valve.NO_LIMIT + 2 * MARGIN;
        double bottom =
                Math.clamp(place.y() + valves.start() * travel, highest, Math.max(highest, height - 2 * MARGIN));
        double hand = bottom - valves.position() * travel;
        scale(easel, valves, valve, x, bottom, left);
        tag(easel, valves, valve, left ? x - TAG_GAP - TAG_WIDTH : x + TAG_GAP, hand, height);
        Pen g = easel.g();
        Color ink = easel.inks().of(tone(valves));
        g.setFill(easel.inks().of(Ink.BACKGROUND));
        g.fillOval(x - 8, hand - 8, 16, 16);
        g.setFill(ink);
        g.fillOval(x - 6, hand - 6, 12, 12);
    }

    private static Tone tone(ValveModel valves) {
        return valves.position() <= 0 ? Tone.HELD : Tone.FLOW;
    }

    private static void scale(Easel easel, ValveModel valves, Valve valve, double x, double bottom, boolean left) {
        Pen g = easel.g();
        double travel = ValveModel.TRAVEL_PIXELS;
        double top = bottom - Valve.NO_LIMIT * travel;
        double from = left ? x - SCALE_LABELS - 8 : x - 12;
        g.setGlobalAlpha(0.86);
        g.setFill(easel.inks().of(Ink.BACKGROUND));
        g.fillRoundRect(from, top - 14, SCALE_LABELS + 20, bottom - top + 28, 20, 20);
        g.setGlobalAlpha(1);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineWidth(SCALE_WIDTH);
        g.setStroke(easel.inks().of(Ink.BORDER));
        g.strokeLine(x, bottom, x, top);
        g.setStroke(easel.inks().of(tone(valves)));
        g.strokeLine(x, bottom, x, bottom - valves.position() * travel);
        g.setLineWidth(1);
        g.setFill(easel.inks().of(Ink.MUTED));
        tick(easel, "no limit", x, top, left);
        double last = tick(easel, Figures.compact(valve.scale().most()), x, bottom - travel, left);
        long decade = 1;
        while (decade <= valve.scale().most() / 10) {
            decade *= 10;
        }
        for (; decade >= 1; decade /= 10) {
            double y = bottom - valve.scale().position(decade) * travel;
            if (y - last >= TICK_APART && bottom - y >= TICK_APART) {
                last = tick(easel, Figures.compact(decade), x, y, left);
            }
        }
        tick(easel, "paused", x, bottom, left);
    }

    private static double tick(Easel easel, String label, double x, double y, boolean left) {
        double away = left ? -1 : 1;
        easel.g().setStroke(easel.inks().of(Ink.MUTED));
        easel.g().strokeLine(x + away * 5, y, x + away * 8, y);
        easel.write(
                label,
                easel.lettering().plain(10.5),
                left ? TextAlignment.RIGHT : TextAlignment.LEFT,
                x + away * 12,
                y + 3.5,
                SCALE_LABELS);
        return y;
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
