package virdi.ui.map.paint;

import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import virdi.ui.kit.pen.Pen;
import virdi.ui.map.content.MapNode;
import virdi.ui.map.content.Valve;
import virdi.ui.map.scene.ValvePlace;
import virdi.ui.sign.FrameSelection;
import virdi.ui.sign.PaceScale;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.SignShape;

/** Draws one valve: a disc on the pipe with its sign, and a handle that stands where the valve is turned to. FX thread only. */
public final class ValvePainter {
    /** The handle turns by so much from shut (to the left) to fully open (to the right), in degrees. */
    private static final double SWEEP = 130;

    private static final double SIGN_SIZE = 15 / ValvePlace.RADIUS;
    private static final double BARS_SIZE = 11 / ValvePlace.RADIUS;
    private static final double GRIP = 6.5 / ValvePlace.RADIUS;

    private ValvePainter() {}

    /**
     * Draws a valve.
     *
     * @param radius of the disc
     * @param position how far it is open: 0 shut, 1 the end of its scale, {@link Valve#NO_LIMIT} no limit
     * @param line width of its lines for a disc of the usual size
     */
    public static void paint(
            PaintContext context, double x, double y, double radius, double position, Color ink, double line) {
        Pen g = context.g();
        double width = line * radius / ValvePlace.RADIUS;
        g.setFill(context.colors().of(Ink.BACKGROUND));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setStroke(ink);
        g.setFill(ink);
        g.setLineWidth(width);
        g.setLineCap(StrokeLineCap.ROUND);
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        boolean shut = position <= 0;
        (shut ? SignShape.BARS : SignShape.VALVE).fill(g, x, y, radius * (shut ? BARS_SIZE : SIGN_SIZE));
        double angle = Math.toRadians((position / Valve.NO_LIMIT - 0.5) * SWEEP);
        double dx = Math.sin(angle);
        double dy = -Math.cos(angle);
        double tipX = x + dx * radius * ValvePlace.HANDLE;
        double tipY = y + dy * radius * ValvePlace.HANDLE;
        double grip = radius * GRIP;
        g.setLineWidth(width * 1.25);
        g.strokeLine(x + dx * radius, y + dy * radius, tipX, tipY);
        g.strokeLine(tipX - dy * grip, tipY + dx * grip, tipX + dy * grip, tipY - dx * grip);
    }

    /** How far a throttled node's valve is open, as its frame tells. */
    static double position(MapNode node) {
        double most = 0;
        for (var lead : node.leads()) {
            most += FrameSelection.mostPerMinute(lead);
        }
        double pace = node.throttlePerMinute();
        double reach = most > pace ? most : 4 * pace;
        return PaceScale.reaching(reach).position(Math.round(pace));
    }
}
