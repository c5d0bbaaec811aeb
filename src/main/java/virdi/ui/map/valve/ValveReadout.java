package virdi.ui.map.valve;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.pen.Pen;
import virdi.ui.kit.pen.TextWidth;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.Valve;
import virdi.ui.map.paint.MapColors;
import virdi.ui.map.paint.MapFonts;
import virdi.ui.map.paint.PaintContext;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.FreeSpace;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.Obstacles;
import virdi.ui.map.scene.ValvePlace;
import virdi.ui.map.valve.ValveModel.ValveState;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.ThrottlePreview;
import virdi.ui.sign.Tone;

/**
 * Draws what a held valve is set to: a scale along which the hand moves and the number at the height of the hand, on
 * either side of the valve, and in a panel where nothing else is what the setting would do. FX thread only.
 */
public final class ValveReadout {
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

    /** How much it matters not to cover the way of the hand. */
    private static final double HAND = 9;

    /** A panel that was placed, and for how large a view. */
    private record Placed(MapElement element, ValvePlace place, double width, double height) {}

    private @Nullable Placed placed;
    private Box free = new Box(0, 0, 0, 0);

    /**
     * Draws it beside a valve in a view of that size.
     *
     * @param overlaid what lies over the view already; null when nothing does
     */
    void paint(
            PaintContext context,
            MapViewModel map,
            ValveModel valves,
            Valve valve,
            ValvePlace place,
            double width,
            double height,
            @Nullable Box overlaid) {
        double away = place.radius() + GAP;
        NodePicture node = map.node(valve.element());
        // The number stands towards the tank, whose own stands in its middle; the scale before the card.
        boolean left = node == null || !node.node().isProducer();
        double travel = ValveModel.TRAVEL_PIXELS;
        double highest = travel * Valve.NO_LIMIT + END;
        double bottom = Math.clamp(place.y() + valves.start() * travel, highest, Math.max(highest, height - END));
        double hand = bottom - valves.position() * travel;
        double scaleX = left ? place.x() + away : place.x() - away;
        Box pill = pill(context, valves, valve, left ? place.x() - away : place.x() + away, left, hand, width);
        Box way = new Box(
                left ? place.x() - away - PILL_ROOM : scaleX - END,
                bottom - highest,
                away * 2 + PILL_ROOM + END,
                highest + END);
        panel(
                context,
                valves,
                valve,
                room(
                        map,
                        valve.element(),
                        place,
                        way,
                        new Box(0, 0, PANEL_WIDTH, PANEL_HEIGHT),
                        width,
                        height,
                        overlaid),
                place);
        scale(context, valves, valve, scaleX, bottom);
        number(context, valves, valve, pill);
    }

    /** Nothing is held any more. */
    void forget() {
        placed = null;
    }

    /**
     * The place of a panel: beside the things that it is about, but over none of them. It is kept for as long as the same
     * valve is held and nothing moves, whatever it is set to: words must not jump about under a hand.
     *
     * @param way of the hand with all that moves along with it, in pixels
     * @param overlaid the part of the view that is covered already; null for none
     */
    Box room(
            MapViewModel map,
            MapElement element,
            ValvePlace place,
            Box way,
            Box panel,
            double width,
            double height,
            @Nullable Box overlaid) {
        Placed now = new Placed(element, place, width, height);
        if (!now.equals(placed)) {
            placed = now;
            List<FreeSpace.Thing> things = Obstacles.around(map, element);
            things.add(new FreeSpace.Thing(way, HAND));
            if (overlaid != null) {
                things.add(new FreeSpace.Thing(overlaid, HAND));
            }
            free = FreeSpace.of(panel.width(), panel.height(), place.x(), place.y(), width, height, things);
        }
        return free;
    }

    private static Box pill(
            PaintContext context,
            ValveModel valves,
            Valve valve,
            double edge,
            boolean left,
            double hand,
            double width) {
        double wide = TextWidth.of(valve.words(valves.pace()), context.fonts().bold(14)) + 22;
        double x = Math.clamp(left ? edge - wide : edge, MARGIN, Math.max(MARGIN, width - MARGIN - wide));
        return new Box(x, hand - PILL_HEIGHT / 2, wide, PILL_HEIGHT);
    }

    private static void number(PaintContext context, ValveModel valves, Valve valve, Box pill) {
        Pen g = context.g();
        g.setFill(context.colors().of(Ink.SURFACE));
        g.fillRoundRect(pill.x(), pill.y(), pill.width(), pill.height(), pill.height(), pill.height());
        g.setStroke(context.colors().of(tone(valves)));
        g.setLineWidth(1.5);
        g.strokeRoundRect(pill.x(), pill.y(), pill.width(), pill.height(), pill.height(), pill.height());
        g.setFill(context.colors().of(Ink.TEXT));
        context.write(
                valve.words(valves.pace()),
                context.fonts().bold(14),
                TextAlignment.CENTER,
                pill.centreX(),
                pill.centreY() + 5,
                pill.width());
    }

    private static Tone tone(ValveModel valves) {
        return valves.position() <= 0 ? Tone.HELD : Tone.FLOW;
    }

    private static void scale(PaintContext context, ValveModel valves, Valve valve, double x, double bottom) {
        Pen g = context.g();
        double travel = ValveModel.TRAVEL_PIXELS;
        double top = bottom - Valve.NO_LIMIT * travel;
        double hand = bottom - valves.position() * travel;
        end(context, "no limit", x, top - 16);
        end(context, "paused", x, bottom + 16);
        g.setLineCap(StrokeLineCap.ROUND);
        line(g, x, bottom, top, SCALE_CASING, context.colors().of(Ink.BACKGROUND));
        line(g, x, bottom, top, SCALE_WIDTH, context.colors().of(Ink.BORDER));
        line(g, x, bottom, hand, SCALE_WIDTH, context.colors().of(tone(valves)));
        tick(g, x, bottom - travel, context.colors().of(Ink.MUTED));
        for (long decade = 1; decade < valve.scale().most(); decade *= 10) {
            tick(
                    g,
                    x,
                    bottom - valve.scale().position(decade) * travel,
                    context.colors().of(Ink.MUTED));
        }
        g.setFill(context.colors().of(Ink.BACKGROUND));
        g.fillOval(x - 8.5, hand - 8.5, 17, 17);
        g.setFill(context.colors().of(tone(valves)));
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

    private static void end(PaintContext context, String name, double x, double middle) {
        double width = TextWidth.of(name, context.fonts().rate()) + 12;
        context.g().setFill(context.colors().of(Ink.BACKGROUND));
        context.g().fillRoundRect(x - width / 2, middle - 8, width, 16, 16, 16);
        context.g().setFill(context.colors().of(Ink.MUTED));
        context.write(name, context.fonts().rate(), TextAlignment.CENTER, x, middle + 4, width);
    }

    private static void panel(PaintContext context, ValveModel valves, Valve valve, Box free, ValvePlace place) {
        Pen g = context.g();
        MapFonts fonts = context.fonts();
        ThrottlePreview preview = valves.preview();
        Tone tone = !preview.starving().isEmpty()
                ? Tone.TROUBLE
                : !preview.rationed().isEmpty() ? Tone.WARNING : Tone.CALM;
        double indent = tone == Tone.CALM ? 0 : 16;
        List<String> lines = ValveLayer.lines(valves.sentence(), context, PANEL_WIDTH - 2 * PADDING - indent, LINES);
        double tall = PANEL_HEIGHT - (LINES - lines.size()) * LINE;
        double x = free.x();
        // It keeps to the valve where its words need less room.
        double y = free.centreY() < place.y() ? free.bottom() - tall : free.y();
        g.setFill(context.colors().of(Ink.SURFACE));
        g.fillRoundRect(x, y, PANEL_WIDTH, tall, 16, 16);
        g.setStroke(context.colors().of(tone == Tone.CALM ? Tone.FLOW : tone, MapColors.Strength.CORE));
        g.setLineWidth(1);
        g.strokeRoundRect(x, y, PANEL_WIDTH, tall, 16, 16);
        double inner = x + PADDING;
        double wide = PANEL_WIDTH - 2 * PADDING;
        double baseline = y + PADDING + 11;
        double behind = TextWidth.of(valve.possibleWords(), fonts.words()) + 7;
        double name = Math.min(TextWidth.of(valve.name(), fonts.bold(13)) + 1, wide - behind);
        g.setFill(context.colors().of(Ink.TEXT));
        context.write(valve.name(), fonts.bold(13), TextAlignment.LEFT, inner, baseline, name);
        g.setFill(context.colors().of(Ink.MUTED));
        context.write(valve.possibleWords(), fonts.words(), TextAlignment.LEFT, inner + name + 6, baseline, behind);
        baseline += 21;
        if (tone != Tone.CALM) {
            g.setFill(context.colors().of(tone));
            (tone == Tone.TROUBLE ? SignShape.TRIANGLE : SignShape.SQUARE).fill(g, inner + 5, baseline - 4, 10);
        }
        g.setFill(context.colors().of(tone == Tone.CALM ? Ink.MUTED : Ink.TEXT));
        for (String line : lines) {
            context.write(line, fonts.words(), TextAlignment.LEFT, inner + indent, baseline, wide - indent);
            baseline += LINE;
        }
        g.setFill(context.colors().of(Ink.MUTED));
        context.write(hint(valves.hold()), fonts.rate(), TextAlignment.LEFT, inner, baseline + 4, wide);
    }

    private static String hint(ValveState hold) {
        return switch (hold) {
            case KEYED -> "Enter sets it · Esc gives up";
            case WHEELED -> "Leave it alone to set it · Esc gives up";
            default -> "Let go to set it · Esc gives up";
        };
    }
}
