package virdi.ui.map.valve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorRule;
import virdi.model.StreamId;
import virdi.telemetry.StreamView;
import virdi.ui.kit.pen.Pen;
import virdi.ui.kit.pen.TextWidth;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.NodeKey;
import virdi.ui.map.content.PipeStyle;
import virdi.ui.map.content.Valve;
import virdi.ui.map.paint.MapColors.Strength;
import virdi.ui.map.paint.PaintContext;
import virdi.ui.map.paint.ValvePainter;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.DetailLevel;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.Camera;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.ValvePlace;
import virdi.ui.map.valve.ValveModel.ValveState;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.ThrottlePreview;
import virdi.ui.sign.Tone;

/**
 * Draws, above all that moves, the valves that are offered, held or waiting, and whom a held one would starve. In
 * pixels, whatever the zoom: a valve must be grasped, and a warning be read, from far away too. FX thread only.
 */
public final class ValveLayer {
    private static final double CHIP_HEIGHT = 17;
    private static final double CHIP_SIGN = 9;
    private static final double CHIP_LIFT = 5;
    private static final double CHIP_MARGIN = 6;
    private static final double CARD_ROUNDING = 14;
    private static final double FAINT = 0.8;
    /** Of the number below a throttled valve, in map units. */
    private static final double NUMBER_HEIGHT = 15;

    private final ValveReadout readout = new ValveReadout();

    /**
     * Draws them.
     *
     * @param pen for pixels of the view
     * @param focused what the keyboard is at; null when that is not on the map
     * @param overlaid what lies over the view already; null when nothing does
     */
    public void paint(
            Pen pen,
            MapViewModel map,
            ValveModel valves,
            @Nullable MapElement hovered,
            @Nullable MapElement focused,
            @Nullable Box overlaid,
            PaintContext.Style style) {
        Valve held = valves.held();
        pen.setGlobalAlpha(1);
        PaintContext context = new PaintContext(
                pen,
                style.colors(),
                style.fonts(),
                1,
                DetailLevel.at(map.camera().zoom()));
        if (held == null) {
            offer(context, map, valves, hovered);
            offer(context, map, valves, focused);
        } else {
            light(context, map, valves.preview());
        }
        for (MapElement element : valves.waiting()) {
            if (held == null || !held.element().equals(element)) {
                waiting(context, map, valves, element);
            }
        }
        if (held == null) {
            readout.forget();
        } else {
            held(context, map, valves, held, overlaid);
        }
    }

    /** A valve that could be taken: faint where there is none yet, with a ring when the pointer is at it. */
    private static void offer(PaintContext context, MapViewModel map, ValveModel valves, @Nullable MapElement element) {
        ValvePlace place = element == null ? null : ValvePlace.of(map, element);
        NodePicture node = element == null ? null : map.node(element);
        if (element == null
                || place == null
                || node == null
                || !valves.isServed()
                || context.detail() == DetailLevel.FAR) {
            return;
        }
        PipeStyle pipeStyle = node.node().pipeStyle();
        ValveState state = valves.state(element);
        if (state == ValveState.POINTED) {
            ring(context, place, Tone.FLOW);
        }
        if (state == ValveState.SETTING || pipeStyle == PipeStyle.THROTTLED || pipeStyle == PipeStyle.PAUSED) {
            // The valve itself is drawn already, with its number when that can be read.
            boolean numbered = context.detail() == DetailLevel.NEAR && pipeStyle == PipeStyle.THROTTLED;
            nameBinding(
                    context,
                    valves.valve(element),
                    place,
                    numbered ? NUMBER_HEIGHT * map.camera().zoom() : 0);
            return;
        }
        Color ink = context.colors().of(state == ValveState.POINTED ? Ink.TEXT : Ink.MUTED);
        context.g().setGlobalAlpha(state == ValveState.POINTED ? 1 : FAINT);
        ValvePainter.paint(context, place.x(), place.y(), place.radius(), Valve.NO_LIMIT, ink, 1.3);
        context.g().setGlobalAlpha(1);
    }

    /** Names the throttle that binds, when it is not the valve's own. */
    private static void nameBinding(PaintContext context, @Nullable Valve valve, ValvePlace place, double below) {
        OperatorRule.Throttled binding = valve == null ? null : valve.binding();
        if (binding != null) {
            pill(context, Valve.nameOf(binding), place, below, context.colors().of(Tone.HELD));
        }
    }

    private static void waiting(PaintContext context, MapViewModel map, ValveModel valves, MapElement element) {
        ValvePlace place = ValvePlace.of(map, element);
        Valve valve = valves.valve(element);
        if (place == null || valve == null) {
            return;
        }
        Color ink = context.colors().of(Tone.FLOW);
        ring(context, place, Tone.FLOW);
        double position = valve.position(valves.wanted(element));
        ValvePainter.paint(context, place.x(), place.y(), place.radius(), position, ink, 1.5);
        String words = "setting " + valve.words(valves.wanted(element));
        pill(context, words, place, 0, ink);
    }

    /** Words so far below a valve. */
    private static void pill(PaintContext context, String words, ValvePlace place, double below, Color edge) {
        double width = TextWidth.of(words, context.fonts().bold(11.5)) + 14;
        Box pill = new Box(place.x() - width / 2, place.y() + place.radius() + 4 + below, width, CHIP_HEIGHT);
        pill(context, pill, edge);
        context.g().setFill(context.colors().of(Ink.TEXT));
        write(context, words, pill.x() + 7, pill.centreY(), width);
    }

    private void held(PaintContext context, MapViewModel map, ValveModel valves, Valve valve, @Nullable Box overlaid) {
        ValvePlace place = ValvePlace.of(map, valve.element());
        if (place == null) {
            return;
        }
        double position = valves.position();
        Tone tone = position <= 0 ? Tone.HELD : Tone.FLOW;
        ring(context, place, tone);
        ValvePainter.paint(
                context,
                place.x(),
                place.y(),
                place.radius(),
                position,
                context.colors().of(tone),
                1.8);
        if (valves.hold() != ValveState.TYPED) {
            readout.paint(
                    context,
                    map,
                    valves,
                    valve,
                    place,
                    map.camera().width(),
                    map.camera().height(),
                    overlaid);
        }
    }

    private static void ring(PaintContext context, ValvePlace place, Tone tone) {
        double radius = place.radius() + 5;
        context.g().setFill(context.colors().of(tone, Strength.CASING));
        context.g().fillOval(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius);
    }

    /** Lights up whom the setting would leave with less, or with nothing. */
    private static void light(PaintContext context, MapViewModel map, ThrottlePreview preview) {
        if (preview.starving().isEmpty() && preview.rationed().isEmpty()) {
            return;
        }
        Box visible = map.camera().visible();
        for (BasinPicture basin : map.basins()) {
            if (basin.bounds().overlaps(visible)) {
                for (NodePicture node : basin.consumers()) {
                    int starving = among(node, preview.starving());
                    int rationed = among(node, preview.rationed());
                    if (starving > 0) {
                        light(context, map.camera(), node, Tone.TROUBLE, words(node, starving, "would starve"));
                    } else if (rationed > 0) {
                        light(context, map.camera(), node, Tone.WARNING, words(node, rationed, "would go short"));
                    }
                }
            }
        }
    }

    private static int among(NodePicture node, Set<StreamId> streams) {
        int among = 0;
        for (StreamView stream : node.node().streams()) {
            among += streams.contains(stream.id()) ? 1 : 0;
        }
        return among;
    }

    private static String words(NodePicture node, int count, String would) {
        int all = node.node().leads().size();
        return (all == 1 ? "" : count == all ? all + " " : count + " of " + all + " ") + would;
    }

    private static void light(PaintContext context, Camera camera, NodePicture node, Tone tone, String words) {
        Pen g = context.g();
        Box box = camera.toScreen(node.box());
        double rounding = CARD_ROUNDING * camera.zoom();
        Box glow = box.grownBy(3);
        g.setFill(context.colors().of(tone, Strength.CASING));
        g.fillRoundRect(glow.x(), glow.y(), glow.width(), glow.height(), rounding + 6, rounding + 6);
        Color ink = context.colors().of(tone);
        g.setStroke(ink);
        g.setLineWidth(2);
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), rounding, rounding);
        SignShape sign = tone == Tone.TROUBLE ? SignShape.TRIANGLE : SignShape.SQUARE;
        // The count of a small basin has no room for words beside its scale: its sign stands behind it.
        boolean small = node.key().fold() == NodeKey.Fold.SIDE;
        boolean near = context.detail() == DetailLevel.NEAR && !small;
        double text = near ? TextWidth.of(words, context.fonts().bold(11.5)) + 5 : 0;
        double width = text + CHIP_SIGN + 14;
        // On the upper edge, where it hides neither the name in the card nor the words of the card above.
        double middle = near ? box.y() - CHIP_LIFT : box.centreY();
        double wished = near ? Math.max(box.right() - 8, box.x() + width) : box.right() + (small ? width + 4 : -2);
        double right = Math.min(wished, camera.width() - CHIP_MARGIN);
        Box chip = new Box(right - width, middle - CHIP_HEIGHT / 2, width, CHIP_HEIGHT);
        pill(context, chip, ink);
        g.setFill(ink);
        sign.fill(g, chip.x() + 7 + CHIP_SIGN / 2, chip.centreY(), CHIP_SIGN);
        if (near) {
            write(context, words, chip.x() + 12 + CHIP_SIGN, chip.centreY(), width);
        }
    }

    private static void pill(PaintContext context, Box box, Color edge) {
        Pen g = context.g();
        g.setFill(context.colors().of(Ink.SURFACE));
        g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), box.height(), box.height());
        g.setStroke(edge);
        g.setLineWidth(1.2);
        g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), box.height(), box.height());
    }

    private static void write(PaintContext context, String words, double x, double middle, double room) {
        context.write(words, context.fonts().bold(11.5), TextAlignment.LEFT, x, middle + 4, room);
    }

    /** A text in lines no wider than that; what is too much for them ends in "…". */
    static List<String> lines(String text, PaintContext context, double width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean fits = TextWidth.of(longer, context.fonts().words()) <= width;
            if (fits || line.isEmpty() || lines.size() == most - 1) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }
}
