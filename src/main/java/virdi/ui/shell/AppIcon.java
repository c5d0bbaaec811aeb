package virdi.ui.shell;

import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/** The program's icon, drawn rather than shipped: a tank, two thirds full. FX thread only. */
final class AppIcon {
    private AppIcon() {}

    /** In the sizes that window systems ask for. */
    static List<Image> images() {
        return List.of(draw(16), draw(32), draw(64), draw(128));
    }

    private static Image draw(double size) {
        var canvas = new Canvas(size, size);
        GraphicsContext g = canvas.getGraphicsContext2D();
        double edge = size * 0.12;
        double round = size * 0.28;
        g.setFill(Color.web("#151c25"));
        g.fillRoundRect(edge, edge / 2, size - 2 * edge, size - edge, round, round);
        double inset = edge + size * 0.07;
        double top = size * 0.4;
        g.setFill(Color.web("#4aa8ff"));
        g.beginPath();
        g.moveTo(inset, top);
        g.bezierCurveTo(size * 0.4, top - size * 0.09, size * 0.6, top + size * 0.09, size - inset, top);
        g.lineTo(size - inset, size * 0.87);
        g.lineTo(inset, size * 0.87);
        g.closePath();
        g.fill();
        g.setStroke(Color.web("#8494a7"));
        g.setLineWidth(Math.max(1, size * 0.04));
        g.strokeRoundRect(edge, edge / 2, size - 2 * edge, size - edge, round, round);
        var clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null);
    }
}
