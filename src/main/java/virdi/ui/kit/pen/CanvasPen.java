package virdi.ui.kit.pen;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;
import virdi.ui.kit.RenderScale;

/**
 * Draws on a canvas; FX thread only. Texts are written as large as they will be and moved there, instead of being scaled:
 * without a graphics card JavaFX keeps pictures of glyphs only for what is not scaled, and makes outlines of all others
 * each time, at many times the cost. Dots of a few pixels ({@link DotShape}) and rectangles with round corners ({@link
 * RoundRect}) are drawn in parts, and level and upright lines are rectangles, which alone are filled at once.
 */
public final class CanvasPen implements Pen {
    private static final double DIAGONAL = Math.sqrt(0.5);

    /** Sizes go by quarters of a pixel, so that a glide through a thousand zooms does not make a thousand fonts. */
    private static final double FINENESS = 4;

    /** A canvas keeps numbers with 24 bits. */
    private static final double PIXEL_PARTS = 64;

    private static final int MOST_FONTS = 500;

    /** Corners of so few pixels of radius are not seen. */
    private static final double CORNERED = 1;

    private record Sized(Font font, double size) {}

    private final GraphicsContext g;
    private final Affine at = new Affine();
    private final Map<Sized, Font> fonts = new HashMap<>();

    public CanvasPen(GraphicsContext g) {
        this.g = g;
    }

    @Override
    public void save() {
        g.save();
    }

    @Override
    public void restore() {
        g.restore();
    }

    @Override
    public void translate(double x, double y) {
        g.translate(x, y);
    }

    @Override
    public void scale(double x, double y) {
        g.scale(x, y);
    }

    @Override
    public void setGlobalAlpha(double alpha) {
        g.setGlobalAlpha(alpha);
    }

    @Override
    public void setFill(Color color) {
        g.setFill(color);
    }

    @Override
    public void setStroke(Color color) {
        g.setStroke(color);
    }

    @Override
    public void setLineWidth(double width) {
        g.setLineWidth(width);
    }

    @Override
    public void setLineCap(StrokeLineCap cap) {
        g.setLineCap(cap);
    }

    @Override
    public void setLineDashes(double... dashes) {
        g.setLineDashes(dashes);
    }

    @Override
    public void setFont(Font font) {
        g.setFont(font);
    }

    @Override
    public void setTextAlign(TextAlignment align) {
        g.setTextAlign(align);
    }

    @Override
    public void fillText(String text, double x, double y) {
        upright(text, x, y, 0);
    }

    @Override
    public void strokeText(String text, double x, double y) {
        // The text itself, pushed to all sides: outlines are made anew each time, too.
        Paint fill = g.getFill();
        g.setFill(g.getStroke());
        upright(text, x, y, g.getLineWidth() / 2 * DIAGONAL);
        g.setFill(fill);
    }

    /**
     * Writes a text, or its halo.
     *
     * @param reach how far it is pushed to each corner; 0 for once, where it belongs
     */
    private void upright(String text, double x, double y, double reach) {
        g.getTransform(at);
        Font font = g.getFont();
        double scale = at.getMxx();
        boolean scaled = scale != 1 && isUpright();
        if (scaled) {
            g.setTransform(1, 0, 0, 1, 0, 0);
            g.setFont(sized(font, Math.max(1, Math.round(font.getSize() * scale * FINENESS)) / FINENESS));
        }
        double left = scaled ? snapped(x * scale + at.getTx()) : x;
        double base = scaled ? snapped(y * scale + at.getTy()) : y;
        double push = scaled ? reach * scale : reach;
        if (push == 0) {
            g.fillText(text, left, base);
        } else {
            g.fillText(text, left - push, base - push);
            g.fillText(text, left + push, base - push);
            g.fillText(text, left - push, base + push);
            g.fillText(text, left + push, base + push);
        }
        if (scaled) {
            g.setFont(font);
            g.setTransform(at);
        }
    }

    /** A place that stays the same part of a pixel wherever the canvas has its origin: glyphs are put on whole pixels. */
    private static double snapped(double pixels) {
        return Math.rint(pixels * PIXEL_PARTS) / PIXEL_PARTS;
    }

    private Font sized(Font font, double size) {
        if (fonts.size() > MOST_FONTS) {
            fonts.clear();
        }
        return fonts.computeIfAbsent(new Sized(font, size), key -> new Font(font.getName(), size));
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        g.fillRect(x, y, width, height);
    }

    @Override
    public void strokeRect(double x, double y, double width, double height) {
        g.strokeRect(x, y, width, height);
    }

    @Override
    public void fillRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        if (arcWidth / 2 * g.getTransform(at).getMxx() * RenderScale.of(g.getCanvas()) < CORNERED) {
            g.fillRect(x, y, width, height);
            return;
        }
        RoundRect rect = roundRect(x, y, width, height, arcWidth, arcHeight);
        if (rect == null) {
            g.fillRoundRect(x, y, width, height, arcWidth, arcHeight);
        } else {
            g.setTransform(1, 0, 0, 1, 0, 0);
            rect.fill(g);
            g.setTransform(at);
        }
    }

    @Override
    public void strokeRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        RoundRect rect = roundRect(x, y, width, height, arcWidth, arcHeight);
        if (rect == null || g.getLineDashes() != null) {
            g.strokeRoundRect(x, y, width, height, arcWidth, arcHeight);
        } else {
            g.setTransform(1, 0, 0, 1, 0, 0);
            rect.stroke(g, g.getLineWidth() * at.getMxx());
            g.setTransform(at);
        }
    }

    /** The parts of a rectangle; null if it is better drawn as one. */
    private @Nullable RoundRect roundRect(
            double x, double y, double width, double height, double arcWidth, double arcHeight) {
        g.getTransform(at);
        if (!isUpright()) {
            return null;
        }
        RoundRect rect = RoundRect.of(at, x, y, width, height, arcWidth, arcHeight, RenderScale.of(g.getCanvas()));
        return rect.isDrawnInParts() ? rect : null;
    }

    /** Whether what is drawn is neither turned nor stretched. */
    private boolean isUpright() {
        return at.getMxx() == at.getMyy() && at.getMxy() == 0 && at.getMyx() == 0;
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        g.fillOval(x, y, width, height);
    }

    @Override
    public void strokeOval(double x, double y, double width, double height) {
        g.strokeOval(x, y, width, height);
    }

    @Override
    public void fillDot(double centreX, double centreY, double radius) {
        double pixels = radius * g.getTransform(at).getMxx() * RenderScale.of(g.getCanvas());
        if (DotShape.isDisc(pixels)) {
            g.fillOval(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
        } else {
            DotShape.forEachRect(centreX, centreY, radius, pixels, g::fillRect);
        }
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        boolean straight = x1 == x2 ^ y1 == y2;
        if (!straight || g.getLineCap() == StrokeLineCap.ROUND || g.getLineDashes() != null) {
            g.strokeLine(x1, y1, x2, y2);
            return;
        }
        double half = g.getLineWidth() / 2;
        double beyond = g.getLineCap() == StrokeLineCap.SQUARE ? half : 0;
        double reachX = y1 == y2 ? beyond : half;
        double reachY = y1 == y2 ? half : beyond;
        Paint fill = g.getFill();
        g.setFill(g.getStroke());
        g.fillRect(
                Math.min(x1, x2) - reachX,
                Math.min(y1, y2) - reachY,
                Math.abs(x2 - x1) + 2 * reachX,
                Math.abs(y2 - y1) + 2 * reachY);
        g.setFill(fill);
    }

    @Override
    public void beginPath() {
        g.beginPath();
    }

    @Override
    public void moveTo(double x, double y) {
        g.moveTo(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
        g.lineTo(x, y);
    }

    @Override
    public void quadraticCurveTo(double controlX, double controlY, double x, double y) {
        g.quadraticCurveTo(controlX, controlY, x, y);
    }

    @Override
    public void bezierCurveTo(
            double controlX1, double controlY1, double controlX2, double controlY2, double x, double y) {
        g.bezierCurveTo(controlX1, controlY1, controlX2, controlY2, x, y);
    }

    @Override
    public void closePath() {
        g.closePath();
    }

    @Override
    public void appendSVGPath(String path) {
        g.appendSVGPath(path);
    }

    @Override
    public void fill() {
        g.fill();
    }

    @Override
    public void stroke() {
        g.stroke();
    }
}
