package virdi.ui.kit.pen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToDoubleBiFunction;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import virdi.ui.kit.pen.SvgLook.DrawMode;

/**
 * Draws into an SVG 1.1 document. One thread at a time.
 *
 * <p>Consecutive shapes with equal attributes share a group, because a large picture consists mostly of thousands of dots in
 * few colours. The text can be taken in parts while drawing goes on, so that it need not be in memory as a whole.
 */
public final class SvgPen implements Pen {
    private final ToDoubleBiFunction<String, Font> ruler;
    private final Deque<SvgLook> saved = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder path = new StringBuilder();
    private SvgLook look = new SvgLook();
    /** The look of the group that is open; empty for none. */
    private String group = "";

    private DrawMode groupMode = DrawMode.FILL;
    private boolean changed = true;

    /**
     * Begins a document of a size in pixels.
     *
     * @param ruler measures a text in a font, in pixels. Each text carries its width, for readers without the font
     */
    public SvgPen(double width, double height, ToDoubleBiFunction<String, Font> ruler) {
        this.ruler = ruler;
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"");
        SvgText.attribute(text, "width", width);
        SvgText.attribute(text, "height", height);
        text.append(" viewBox=\"0 0 ").append(SvgText.number(width)).append(' ');
        text.append(SvgText.number(height)).append('"');
        // A canvas cuts mitres later than SVG does.
        text.append(" stroke-miterlimit=\"10\">\n");
    }

    /** Ends the document. Nothing may be drawn after that. */
    public void end() {
        closeGroup();
        text.append("</svg>\n");
    }

    /** Returns and forgets the text since the last call. */
    public String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    @Override
    public void save() {
        saved.push(new SvgLook(look));
    }

    @Override
    public void restore() {
        if (!saved.isEmpty()) {
            look = saved.pop();
            changed = true;
        }
    }

    @Override
    public void translate(double x, double y) {
        look.x += x * look.scaleX;
        look.y += y * look.scaleY;
        changed = true;
    }

    @Override
    public void scale(double x, double y) {
        look.scaleX *= x;
        look.scaleY *= y;
        changed = true;
    }

    @Override
    public void setGlobalAlpha(double alpha) {
        look.alpha = Math.clamp(alpha, 0, 1);
        changed = true;
    }

    @Override
    public void setFill(Color color) {
        look.fill = color;
        changed = true;
    }

    @Override
    public void setStroke(Color color) {
        look.stroke = color;
        changed = true;
    }

    @Override
    public void setLineWidth(double width) {
        look.lineWidth = width;
        changed = true;
    }

    @Override
    public void setLineCap(StrokeLineCap cap) {
        look.cap = cap;
        changed = true;
    }

    @Override
    public void setLineDashes(double... dashes) {
        look.dashes = dashes.clone();
        changed = true;
    }

    @Override
    public void setFont(Font font) {
        look.font = font;
        changed = true;
    }

    @Override
    public void setTextAlign(TextAlignment align) {
        look.align = align;
        changed = true;
    }

    @Override
    public void fillText(String line, double x, double y) {
        write(DrawMode.FILL_TEXT, line, x, y);
    }

    @Override
    public void strokeText(String line, double x, double y) {
        write(DrawMode.STROKE_TEXT, line, x, y);
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        rectangle(DrawMode.FILL, x, y, width, height, 0, 0);
    }

    @Override
    public void strokeRect(double x, double y, double width, double height) {
        rectangle(DrawMode.STROKE, x, y, width, height, 0, 0);
    }

    @Override
    public void fillRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        rectangle(DrawMode.FILL, x, y, width, height, arcWidth / 2, arcHeight / 2);
    }

    @Override
    public void strokeRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        rectangle(DrawMode.STROKE, x, y, width, height, arcWidth / 2, arcHeight / 2);
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        oval(DrawMode.FILL, x, y, width, height);
    }

    @Override
    public void strokeOval(double x, double y, double width, double height) {
        oval(DrawMode.STROKE, x, y, width, height);
    }

    @Override
    public void fillDot(double centreX, double centreY, double radius) {
        fillOval(centreX - radius, centreY - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        begin(DrawMode.STROKE, "line");
        SvgText.attribute(text, "x1", x1);
        SvgText.attribute(text, "y1", y1);
        SvgText.attribute(text, "x2", x2);
        SvgText.attribute(text, "y2", y2);
        text.append("/>\n");
    }

    @Override
    public void beginPath() {
        path.setLength(0);
    }

    @Override
    public void moveTo(double x, double y) {
        step('M', x, y);
    }

    @Override
    public void lineTo(double x, double y) {
        step('L', x, y);
    }

    @Override
    public void quadraticCurveTo(double controlX, double controlY, double x, double y) {
        step('Q', controlX, controlY, x, y);
    }

    @Override
    public void bezierCurveTo(
            double controlX1, double controlY1, double controlX2, double controlY2, double x, double y) {
        step('C', controlX1, controlY1, controlX2, controlY2, x, y);
    }

    @Override
    public void closePath() {
        path.append('Z');
    }

    @Override
    public void appendSVGPath(String more) {
        path.append(more);
    }

    @Override
    public void fill() {
        drawPath(DrawMode.FILL);
    }

    @Override
    public void stroke() {
        drawPath(DrawMode.STROKE);
    }

    private void step(char command, double... coordinates) {
        path.append(command);
        for (int i = 0; i < coordinates.length; i++) {
            if (i > 0) {
                path.append(' ');
            }
            SvgText.number(path, coordinates[i], SvgText.DECIMALS);
        }
    }

    private void drawPath(DrawMode mode) {
        if (!path.isEmpty()) {
            begin(mode, "path");
            text.append(" d=\"");
            SvgText.escape(text, path);
            text.append("\"/>\n");
        }
    }

    private void rectangle(DrawMode mode, double x, double y, double width, double height, double rx, double ry) {
        if (!(width > 0) || !(height > 0)) {
            return;
        }
        begin(mode, "rect");
        SvgText.attribute(text, "x", x);
        SvgText.attribute(text, "y", y);
        SvgText.attribute(text, "width", width);
        SvgText.attribute(text, "height", height);
        if (rx > 0 && ry > 0) {
            SvgText.attribute(text, "rx", Math.min(rx, width / 2));
            SvgText.attribute(text, "ry", Math.min(ry, height / 2));
        }
        text.append("/>\n");
    }

    private void oval(DrawMode mode, double x, double y, double width, double height) {
        if (!(width > 0) || !(height > 0)) {
            return;
        }
        boolean round = width == height;
        begin(mode, round ? "circle" : "ellipse");
        SvgText.attribute(text, "cx", x + width / 2);
        SvgText.attribute(text, "cy", y + height / 2);
        SvgText.attribute(text, round ? "r" : "rx", width / 2);
        if (!round) {
            SvgText.attribute(text, "ry", height / 2);
        }
        text.append("/>\n");
    }

    private void write(DrawMode mode, String line, double x, double y) {
        begin(mode, "text");
        SvgText.attribute(text, "x", x);
        SvgText.attribute(text, "y", y);
        if (line.length() > 1) {
            SvgText.attribute(text, "textLength", ruler.applyAsDouble(line, look.font));
            text.append(" lengthAdjust=\"spacingAndGlyphs\"");
        }
        text.append('>');
        SvgText.escape(text, line);
        text.append("</text>\n");
    }

    /** Begins an element in a group that looks as the pen does now. */
    private void begin(DrawMode mode, String element) {
        if (changed || mode != groupMode || group.isEmpty()) {
            String now = look.attributes(mode);
            if (!now.equals(group)) {
                closeGroup();
                text.append("<g").append(now).append(">\n");
                group = now;
            }
            groupMode = mode;
            changed = false;
        }
        text.append('<').append(element);
    }

    private void closeGroup() {
        if (!group.isEmpty()) {
            text.append("</g>\n");
            group = "";
        }
    }
}
