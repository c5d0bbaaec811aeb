package virdi.ui.map.paint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.shape.StrokeLineCap;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.content.MapNode;
import virdi.ui.map.content.PipeStyle;
import virdi.ui.map.paint.MapColors.Strength;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.Pipe;
import virdi.ui.sign.Tone;

/**
 * Draws the bodies of pipes. FX thread only.
 *
 * <p>Those that look alike are one path: without a graphics card a path is filled a row of pixels at a time, and rows that
 * pipes share are filled once. Where pipes of one path overlap they are one body, as liquid in them would be.
 */
public final class PipeBodies {
    /** A pipe of fewer pixels is one line. */
    private static final double SKETCHED = 2;
    /** The lines of pipes from far, in pixels. */
    private static final double HAIRLINE = 0.7;

    private static final double DASH = 6;

    /**
     * How a pipe looks.
     *
     * @param strong whether the line of a sketched one is, as something waits in it
     */
    private record Look(Tone tone, double width, boolean found, boolean sketched, boolean strong, boolean offered) {
        /** Of all fields, so that any part of a picture has them in the order of all of it. */
        static final Comparator<Look> ORDER = Comparator.comparing(Look::found)
                .thenComparing(Look::tone)
                .thenComparing(Look::strong)
                .thenComparing(Look::offered)
                .thenComparing(Look::sketched)
                .thenComparingDouble(Look::width);

        static Look of(PaintContext context, NodePicture picture, Pipe pipe) {
            MapNode node = picture.node();
            boolean sketched = isSketched(context, pipe);
            return new Look(
                    PipePainter.tone(node),
                    pipe.width(),
                    picture.isFound(),
                    sketched,
                    sketched && PipePainter.isHeldBack(node),
                    !sketched && node.pipeStyle() == PipeStyle.OFFERED);
        }
    }

    private PipeBodies() {}

    static boolean isSketched(PaintContext context, Pipe pipe) {
        return pipe.width() * context.pipesZoom() < SKETCHED;
    }

    /** Draws those of some nodes of a tank. */
    static void draw(PaintContext context, Collection<NodePicture> nodes, Box tank) {
        Map<Look, List<Pipe>> alike = new TreeMap<>(Look.ORDER);
        for (NodePicture node : nodes) {
            Pipe pipe = Pipe.of(node, tank);
            alike.computeIfAbsent(Look.of(context, node, pipe), key -> new ArrayList<>())
                    .add(pipe);
        }
        alike.forEach((look, pipes) -> draw(context, look, pipes));
    }

    /** Draws one by itself. */
    static void draw(PaintContext context, NodePicture node, Box tank) {
        Pipe pipe = Pipe.of(node, tank);
        draw(context, Look.of(context, node, pipe), List.of(pipe));
    }

    private static void draw(PaintContext context, Look look, List<Pipe> pipes) {
        context.fade(look.found());
        if (look.sketched()) {
            sketch(context, look, pipes);
        } else {
            bodies(context, look, pipes);
        }
    }

    private static void bodies(PaintContext context, Look look, List<Pipe> pipes) {
        Pen g = context.g();
        g.setLineCap(StrokeLineCap.ROUND);
        g.beginPath();
        pipes.forEach(pipe -> follow(g, pipe));
        g.setStroke(context.colors().of(look.tone(), Strength.CASING));
        g.setLineWidth(look.width());
        g.stroke();
        g.setStroke(context.colors().of(look.tone(), Strength.CORE));
        g.setLineWidth(Math.max(look.width() / 6, context.pixels(HAIRLINE)));
        if (look.offered()) {
            g.setLineCap(StrokeLineCap.BUTT);
            g.setLineDashes(DASH, DASH);
        }
        g.stroke();
        g.setLineDashes();
    }

    /** Draws pipes so far away that neither bends nor ends nor single units of them can be seen: for a tenth of the cost. */
    private static void sketch(PaintContext context, Look look, List<Pipe> pipes) {
        Pen g = context.g();
        g.setLineCap(StrokeLineCap.BUTT);
        g.setStroke(context.colors().of(look.tone(), look.strong() ? Strength.FULL : Strength.CORE));
        g.setLineWidth(Math.max(look.width() / 2, context.pixels(HAIRLINE)));
        g.beginPath();
        pipes.forEach(pipe -> {
            g.moveTo(pipe.x0(), pipe.y0());
            g.lineTo(pipe.x1(), pipe.y1());
        });
        g.stroke();
    }

    /** Begins a path that follows a pipe, to be stroked. */
    static void trace(Pen g, Pipe pipe) {
        g.beginPath();
        follow(g, pipe);
    }

    private static void follow(Pen g, Pipe pipe) {
        double from = pipe.x0() + pipe.flat0();
        double to = pipe.x1() - pipe.flat1();
        double third = (to - from) / 3;
        g.moveTo(pipe.x0(), pipe.y0());
        if (pipe.flat0() > 0) {
            g.lineTo(from, pipe.y0());
        }
        g.bezierCurveTo(from + third, pipe.y0(), to - third, pipe.y1(), to, pipe.y1());
        if (pipe.flat1() > 0) {
            g.lineTo(pipe.x1(), pipe.y1());
        }
    }
}
