package virdi.ui.kit.chart;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.text.TextAlignment;

/** Draws charts into one image with a title, at twice the resolution of the screen. FX thread only. */
public final class ChartPicture {
    private static final double FINENESS = 2;
    private static final double HEAD = 30;
    private static final double GAP = 8;
    private static final double SIDE = 10;

    private ChartPicture() {}

    /** Charts below each other, in their present width. Each is painted again, because an enlarged canvas is blurred. */
    public static WritableImage of(String head, List<ChartPane> charts) {
        double width = 1;
        double height = HEAD;
        for (ChartPane chart : charts) {
            width = Math.max(width, chart.getWidth());
            height += chart.getHeight() + GAP;
        }
        var canvas = new Canvas(width * FINENESS, height * FINENESS);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.scale(FINENESS, FINENESS);
        ChartLook look = charts.getFirst().look();
        g.setFill(look.background());
        g.fillRect(0, 0, width, height);
        g.setFont(look.bold());
        g.setFill(look.strong());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(head, SIDE, HEAD / 2, width - 2 * SIDE);
        double y = HEAD;
        for (ChartPane chart : charts) {
            g.save();
            g.translate(0, y);
            chart.paintStill(g, chart.getWidth(), chart.getHeight());
            g.restore();
            y += chart.getHeight() + GAP;
        }
        return canvas.snapshot(new SnapshotParameters(), null);
    }
}
