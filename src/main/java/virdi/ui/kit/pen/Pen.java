package virdi.ui.kit.pen;

import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * The part of {@link javafx.scene.canvas.GraphicsContext} that painters need, with the same names and meaning. So one painter
 * draws on the screen ({@link CanvasPen}) and into a file ({@link SvgPen}). FX thread only.
 *
 * <p>One difference: transforms and shapes between {@link #beginPath()} and {@link #fill()} or {@link #stroke()} have an
 * undefined result. The y coordinate of a text is its baseline.
 */
public interface Pen {
    /** How opaque everything drawn from now on is, from 0 to 1. */
    void setGlobalAlpha(double alpha);

    /** The colour that shapes and texts are filled with from now on. */
    void setFill(Color color);

    /** Fills a small circle, of which there may be thousands: as cheaply as it still looks round. */
    void fillDot(double centreX, double centreY, double radius);

    /** Saves all attributes and the transform, but not the path. */
    void save();

    /** Restores what was saved last. */
    void restore();

    void translate(double x, double y);

    void scale(double x, double y);

    void setStroke(Color color);

    void setLineWidth(double width);

    void setLineCap(StrokeLineCap cap);

    /** Dash, gap, dash and so on, in logical pixels; none for a solid line. */
    void setLineDashes(double... dashes);

    void setFont(Font font);

    void setTextAlign(TextAlignment align);

    void fillText(String text, double x, double y);

    /** Draws the halo of a text, half the line width around it, so that it is legible on any background. */
    void strokeText(String text, double x, double y);

    void fillRect(double x, double y, double width, double height);

    void strokeRect(double x, double y, double width, double height);

    /** The arcs are diameters, as on a canvas. */
    void fillRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight);

    /** The arcs are diameters, as on a canvas. */
    void strokeRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight);

    void fillOval(double x, double y, double width, double height);

    void strokeOval(double x, double y, double width, double height);

    void strokeLine(double x1, double y1, double x2, double y2);

    void beginPath();

    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void quadraticCurveTo(double controlX, double controlY, double x, double y);

    void bezierCurveTo(double controlX1, double controlY1, double controlX2, double controlY2, double x, double y);

    void closePath();

    void appendSVGPath(String path);

    /** Fills the path by the non-zero rule. */
    void fill();

    /** Strokes the path. */
    void stroke();
}
