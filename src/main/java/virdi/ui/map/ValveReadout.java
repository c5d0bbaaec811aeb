package virdi.ui.map;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.pen.Pen;
import virdi.ui.kit.pen.TextWidth;
import virdi.ui.map.ValveModel.State;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.ThrottlePreview;
import virdi.ui.sign.Tone;

/**
 * Draws what a held valve is set to: a scale along which the hand moves and the number at the height of the hand, on
 * either side of the valve, and in a panel where nothing else is what the setting would do. FX thread only.
 */
final class ValveReadout {
    private static final double GAP = 13;
    private static final double SCALE_WIDTH = 5;
    private static final double SCALE_CASING = 13;
    /** Room beyond the ends of the scale for their names. */
    private static final double END = 26;

    private static final double MARGIN = 8;
    private static final double PILL_HEIGHT = 24;
    private static final double PILL_ROOM = 110;
    private static final double PANEL_WIDTH = 272;
    private static final double PADDING = 12;
    private static final double LINE = 16;
    private static final int LINES = 4;
    private static final double PANEL_HEIGHT = 2 * PADDING + 20 + LINES * LINE + 18;

    private final ValveRoom room = new ValveRoom();

    /**
     * Draws it beside a valve in a view of that size.
     *
     * @param overlaid what lies over the view already; null when nothing does
     */
    void paint(
            Easel easel,
            MapViewModel map,
            ValveModel valves,
            Valve valve,
            ValvePlace place,
            double width,
            double height,
            @Nullable Box overlaid) {
        double away = place.radius() + GAP;
        NodePicture node = map.node(valve.spot());
        // The number stands towards the tank, whose own stands in its middle; the scale before the card.
        boolean left = node == null || !node.node().isProducer();
        double travel = ValveModel.TRAVEL_PIXELS;
        double highest = travel * Valve.NO_LIMIT + END;
        double bottom = Math.clamp(place.y() + valves.start() * travel, highest, Math.max(highest, height - END));
        double hand = bottom - valves.position() * travel;
        double scaleX = left ? place.x() + away : place.x() - away;
        Box pill = pill(easel, valves, valve, left ? place.x() - away : place.x() + away, left, hand, width);
        Box way = new Box(
                left ? place.x() - away - PILL_ROOM : scaleX - END,
                bottom - highest,
                away * 2 + PILL_ROOM + END,
                highest + END);
        panel(
                easel,
                valves,
                valve,
                room.of(
                        map,
                        valve.spot(),
                        place,
                        way,
                        new Box(0, 0, PANEL_WIDTH, PANEL_HEIGHT),
                        width,
                        height,
                        overlaid),
                place);
        scale(easel, valves, valve, scaleX, bottom);
        number(easel, valves, valve, pill);
    }

    /** Nothing is held any more. */
    void forget() {
        room.forget();
    }

    private static Box pill(
            Easel easel, ValveModel valves, Valve valve, double edge, boolean left, double hand, double width) {
        double wide = TextWidth.of(valve.words(valves.pace()), easel.lettering().bold(14)) + 22;
        double x = Math.clamp(left ? edge - wide : edge, MARGIN, Math.max(MARGIN, width - MARGIN - wide));
        return new Box(x, hand - PILL_HEIGHT / 2, wide, PILL_HEIGHT);
    }

    private static void number(Easel easel, ValveModel valves, Valve valve, Box pill) {
        Pen g = easel.g();
        g.setFill(easel.inks().of(Ink.SURFACE));
        g.fillRoundRect(pill.x(), pill.y(), pill.width(), pill.height(), pill.height(), pill.height());
        g.setStroke(easel.inks().of(tone(valves)));
        g.setLineWidth(1.5);
        g.strokeRoundRect(pill.x(), pill.y(), pill.width(), pill.height(), pill.height(), pill.height());
        g.setFill(easel.inks().of(Ink.TEXT));
        easel.write(
                valve.words(valves.pace()),
                easel.lettering().bold(14),
                TextAlignment.CENTER,
                pill.centreX(),
                pill.centreY() + 5,
                pill.width());
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

    private static void panel(Easel easel, ValveModel valves, Valve valve, Box free, ValvePlace place) {
        Pen g = easel.g();
        Lettering lettering = easel.lettering();
        ThrottlePreview preview = valves.preview();
        Tone tone = !preview.starving().isEmpty()
                ? Tone.TROUBLE
                : !preview.rationed().isEmpty() ? Tone.WARNING : Tone.CALM;
        double indent = tone == Tone.CALM ? 0 : 16;
        List<String> lines = ValveLayer.lines(valves.sentence(), easel, PANEL_WIDTH - 2 * PADDING - indent, LINES);
        double tall = PANEL_HEIGHT - (LINES - lines.size()) * LINE;
        double x = free.x();
        // It keeps to the valve where its words need less room.
        double y = free.centreY() < place.y() ? free.bottom() - tall : free.y();
        g.setFill(easel.inks().of(Ink.SURFACE));
        g.fillRoundRect(x, y, PANEL_WIDTH, tall, 16, 16);
        g.setStroke(easel.inks().of(tone == Tone.CALM ? Tone.FLOW : tone, Inks.Strength.CORE));
        g.setLineWidth(1);
        g.strokeRoundRect(x, y, PANEL_WIDTH, tall, 16, 16);
        double inner = x + PADDING;
        double wide = PANEL_WIDTH - 2 * PADDING;
        double baseline = y + PADDING + 11;
        double behind = TextWidth.of(valve.possibleWords(), lettering.words()) + 7;
        double name = Math.min(TextWidth.of(valve.name(), lettering.bold(13)) + 1, wide - behind);
        g.setFill(easel.inks().of(Ink.TEXT));
        easel.write(valve.name(), lettering.bold(13), TextAlignment.LEFT, inner, baseline, name);
        g.setFill(easel.inks().of(Ink.MUTED));
        easel.write(valve.possibleWords(), lettering.words(), TextAlignment.LEFT, inner + name + 6, baseline, behind);
        baseline += 21;
        if (tone != Tone.CALM) {
            g.setFill(easel.inks().of(tone));
            (tone == Tone.TROUBLE ? SignShape.TRIANGLE : SignShape.SQUARE).fill(g, inner + 5, baseline - 4, 10);
        }
        g.setFill(easel.inks().of(tone == Tone.CALM ? Ink.MUTED : Ink.TEXT));
        for (String line : lines) {
            easel.write(line, lettering.words(), TextAlignment.LEFT, inner + indent, baseline, wide - indent);
            baseline += LINE;
        }
        g.setFill(easel.inks().of(Ink.MUTED));
        easel.write(hint(valves.hold()), lettering.rate(), TextAlignment.LEFT, inner, baseline + 4, wide);
    }

    private static String hint(State hold) {
        return switch (hold) {
            case KEYED -> "Enter sets it · Esc gives up";
            case WHEELED -> "Leave it alone to set it · Esc gives up";
            default -> "Let go to set it · Esc gives up";
        };
    }
}
