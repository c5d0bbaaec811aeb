package virdi.ui.kit.pen;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Affine;

/**
 * A rectangle with round corners on a canvas, in three parts: both ends with the corners, and between them rectangles. Without
 * a graphics card JavaFX fills a rectangle at once, and any other shape a row of pixels at a time. The parts meet at whole
 * pixels of the screen, where no seam is seen. FX thread only.
 *
 * <p>All in pixels of the canvas.
 *
 * @param upper where the upper end meets what is between the ends
 * @param lower where the lower end does
 */
record RoundRect(
        double left,
        double top,
        double right,
        double bottom,
        double radiusX,
        double radiusY,
        double upper,
        double lower) {
    /** How far from a corner's ends its control points are, in radii: a cubic's quarter of a circle. */
    private static final double KAPPA = 4.0 / 3 * (Math.sqrt(2) - 1);
    /** With fewer pixels between its ends it is as well drawn in one. */
    private static final double LEAST = 4;

    /**
     * One in units of a transform that moves and scales.
     *
     * @param arcWidth twice a corner's radius, as on a canvas
     * @param renderScale how many pixels of the screen a pixel of the canvas is
     */
    static RoundRect of(
            Affine at,
            double x,
            double y,
            double width,
            double height,
            double arcWidth,
            double arcHeight,
            double renderScale) {
        double left = x * at.getMxx() + at.getTx();
        double top = y * at.getMyy() + at.getTy();
        double right = left + width * at.getMxx();
        double bottom = top + height * at.getMyy();
        double radiusX = Math.min(arcWidth, width) / 2 * at.getMxx();
        double radiusY = Math.min(arcHeight, height) / 2 * at.getMyy();
        return new RoundRect(
                left,
                top,
                right,
                bottom,
                radiusX,
                radiusY,
                Math.ceil((top + radiusY) * renderScale) / renderScale,
                Math.floor((bottom - radiusY) * renderScale) / renderScale);
    }

    /** Whether there is enough between the ends. */
    boolean isDrawnInParts() {
        return lower - upper >= LEAST;
    }

    /** Fills it; the canvas is not transformed. */
    void fill(GraphicsContext g) {
        end(g, upper, top, 1);
        g.closePath();
        g.fill();
        g.fillRect(left, upper, right - left, lower - upper);
        end(g, lower, bottom, -1);
        g.closePath();
        g.fill();
    }

    /** Strokes it with a line of so many pixels; the canvas is not transformed. */
    void stroke(GraphicsContext g, double line) {
        StrokeLineCap cap = g.getLineCap();
        double width = g.getLineWidth();
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineWidth(line);
        end(g, upper, top, 1);
        g.stroke();
        end(g, lower, bottom, -1);
        g.stroke();
        g.setLineCap(cap);
        g.setLineWidth(width);
        Paint fill = g.getFill();
        g.setFill(g.getStroke());
        g.fillRect(left - line / 2, upper, line, lower - upper);
        g.fillRect(right - line / 2, upper, line, lower - upper);
        g.setFill(fill);
    }

    /**
     * Begins a path with an end, from the left to the right.
     *
     * @param seam where it meets what is between the ends
     * @param outer how far it reaches
     * @param inwards 1 for the upper one, -1 for the lower one
     */
    private void end(GraphicsContext g, double seam, double outer, int inwards) {
        double shoulder = outer + inwards * radiusY;
        double controlX = radiusX * (1 - KAPPA);
        double controlY = outer + inwards * radiusY * (1 - KAPPA);
        g.beginPath();
        g.moveTo(left, seam);
        if (shoulder != seam) {
            // A line of no length has no direction to end in.
            g.lineTo(left, shoulder);
        }
        g.bezierCurveTo(left, controlY, left + controlX, outer, left + radiusX, outer);
        g.lineTo(right - radiusX, outer);
        g.bezierCurveTo(right - controlX, outer, right, controlY, right, shoulder);
        if (shoulder != seam) {
            g.lineTo(right, seam);
        }
    }
}
