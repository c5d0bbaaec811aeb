package virdi.ui.kit.pen;

import java.util.Arrays;
import java.util.Locale;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The attributes of an {@link SvgPen}; their defaults are those of a canvas. Used by its pen only. */
final class SvgLook {
    enum DrawMode {
        FILL,
        STROKE,
        FILL_TEXT,
        STROKE_TEXT
    }

    double x;
    double y;
    double scaleX = 1;
    double scaleY = 1;
    double alpha = 1;
    Color fill = Color.BLACK;
    Color stroke = Color.BLACK;
    double lineWidth = 1;
    StrokeLineCap cap = StrokeLineCap.SQUARE;
    double[] dashes = {};
    Font font = Font.getDefault();
    TextAlignment align = TextAlignment.LEFT;

    SvgLook() {}

    SvgLook(SvgLook other) {
        x = other.x;
        y = other.y;
        scaleX = other.scaleX;
        scaleY = other.scaleY;
        alpha = other.alpha;
        fill = other.fill;
        stroke = other.stroke;
        lineWidth = other.lineWidth;
        cap = other.cap;
        dashes = other.dashes;
        font = other.font;
        align = other.align;
    }

    /** The XML attributes of a group or an element, each after a space. */
    String attributes(DrawMode mode) {
        var to = new StringBuilder(160);
        if (scaleX != 1 || scaleY != 1 || x != 0 || y != 0) {
            to.append(" transform=\"matrix(").append(SvgText.factor(scaleX)).append(" 0 0 ");
            to.append(SvgText.factor(scaleY))
                    .append(' ')
                    .append(SvgText.number(x))
                    .append(' ');
            to.append(SvgText.number(y)).append(")\"");
        }
        if (mode == DrawMode.FILL || mode == DrawMode.FILL_TEXT) {
            paint(to, "fill", fill);
        } else {
            to.append(" fill=\"none\"");
            paint(to, "stroke", stroke);
            SvgText.attribute(to, "stroke-width", lineWidth);
            to.append(" stroke-linecap=\"")
                    .append(cap.name().toLowerCase(Locale.ROOT))
                    .append('"');
            if (Arrays.stream(dashes).sum() > 0) {
                to.append(" stroke-dasharray=\"");
                for (int i = 0; i < dashes.length; i++) {
                    to.append(i > 0 ? " " : "").append(SvgText.number(dashes[i]));
                }
                to.append('"');
            }
        }
        if (mode == DrawMode.FILL_TEXT || mode == DrawMode.STROKE_TEXT) {
            SvgText.font(to, font);
            to.append(" text-anchor=\"").append(SvgText.anchor(align)).append('"');
        }
        return to.toString();
    }

    private void paint(StringBuilder to, String what, Color color) {
        to.append(' ').append(what).append("=\"").append(SvgText.color(color)).append('"');
        double opacity = color.getOpacity() * alpha;
        if (opacity < 1) {
            to.append(' ')
                    .append(what)
                    .append("-opacity=\"")
                    .append(SvgText.factor(opacity))
                    .append('"');
        }
    }
}
