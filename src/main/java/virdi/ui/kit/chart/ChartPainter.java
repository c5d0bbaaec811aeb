package virdi.ui.kit.chart;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import virdi.ui.kit.pen.TextWidth;

/** Draws one chart once. FX thread only. */
final class ChartPainter {
    static final double SIDE = 10;
    static final double TOP = 36;
    static final double BOTTOM = 32;
    private static final double TITLE_Y = 12;
    private static final double LEGEND_Y = 28;
    /** Signs have their own row between the plot and its times, so that they hide no line. */
    private static final double SIGNS_Y = 8;

    private static final double TIMES_Y = 23;
    private static final double SIGN_SIZE = 9;
    private static final double SIGN_BOX = 12;
    private static final double FILL_OPACITY = 0.16;
    private static final double[] DASHES = {4, 3};
    private static final double[] DOTS = {1.5, 3};
    private static final double[] SOLID = {};
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60_000;

    private final GraphicsContext g;
    private final ChartLook look;
    private final ChartData data;
    private final ChartPlot plot;
    private final DoubleFunction<String> format;

    ChartPainter(GraphicsContext g, ChartLook look, ChartData data, ChartPlot plot, DoubleFunction<String> format) {
        this.g = g;
        this.look = look;
        this.data = data;
        this.plot = plot;
        this.format = format;
    }

    /** @param told the text at the right of the title */
    void title(String title, String told) {
        g.setFont(look.bold());
        text(title, plot.left(), TITLE_Y, look.text(), TextAlignment.LEFT);
        double taken = TextWidth.of(title, look.bold()) + 12;
        g.setFont(look.font());
        String fitting = shortened(told, plot.right() - plot.left() - taken);
        text(fitting, plot.right(), TITLE_Y, look.text(), TextAlignment.RIGHT);
    }

    void grid(ChartAxis axis) {
        g.setStroke(look.grid());
        g.setLineWidth(1);
        for (double value = axis.low(); value <= axis.high() + axis.step() / 2; value += axis.step()) {
            double y = Math.round(plot.y(value)) + 0.5;
            g.strokeLine(plot.left(), y, plot.right(), y);
        }
        long step = timeStep(data.spanMillis());
        for (long ago = 0; ago <= data.spanMillis(); ago += step) {
            double x = Math.round(plot.xAgo(ago)) + 0.5;
            boolean oldest = ago == data.spanMillis();
            if (ago > 0 && !oldest) {
                g.strokeLine(x, plot.above(), x, plot.bottom());
            }
            TextAlignment align = ago == 0 ? TextAlignment.RIGHT : oldest ? TextAlignment.LEFT : TextAlignment.CENTER;
            text(ago == 0 ? newest(data) : "−" + duration(ago), x, plot.bottom() + TIMES_Y, look.text(), align);
        }
    }

    /** The values of the grid, over the lines so that they can be read. */
    void values(ChartAxis axis) {
        for (double value = axis.low() + axis.step(); value <= axis.high() + axis.step() / 2; value += axis.step()) {
            String words = format.apply(value);
            double y = Math.round(plot.y(value)) + 9;
            g.setFill(look.background().deriveColor(0, 1, 1, 0.7));
            g.fillRoundRect(plot.left() + 1, y - 7, TextWidth.of(words, look.font()) + 5, 14, 4, 4);
            text(words, plot.left() + 3, y, look.text(), TextAlignment.LEFT);
        }
    }

    /** The line that matters is drawn last, and so on top. */
    void lines() {
        for (ChartData.Line line : data.lines().reversed()) {
            if (line.style() == ChartData.SeriesStyle.MAIN) {
                fill(line);
            }
            pen(line);
            stroke(line);
        }
        g.setLineDashes(SOLID);
    }

    void marks() {
        double before = Double.NEGATIVE_INFINITY;
        for (ChartData.Mark mark : data.marks()) {
            double x = plot.xAt(mark.epochMillis());
            if (!plot.isInside(x) || x - before < SIGN_SIZE) {
                continue; // what would hide another is told by the crosshair
            }
            before = x;
            Color color = look.of(mark.style());
            g.setStroke(color);
            g.setLineWidth(1);
            g.setLineDashes(2, 3);
            g.strokeLine(x, plot.above(), x, plot.bottom());
            g.setLineDashes(SOLID);
            g.setFill(color);
            g.save();
            double place = Math.clamp(x, plot.left() + SIGN_SIZE / 2, plot.right() - SIGN_SIZE / 2);
            g.translate(place - SIGN_SIZE / 2, plot.bottom() + SIGNS_Y - SIGN_SIZE / 2);
            g.scale(SIGN_SIZE / SIGN_BOX, SIGN_SIZE / SIGN_BOX);
            g.beginPath();
            g.appendSVGPath(mark.svg());
            g.fill();
            g.restore();
        }
    }

    /** @param at index of the point whose values are shown beside the names; none if negative */
    void legend(int at) {
        double x = plot.left();
        for (ChartData.Line line : data.lines()) {
            pen(line);
            g.strokeLine(x, LEGEND_Y, x + 12, LEGEND_Y);
            g.setLineDashes(SOLID);
            x += 16;
            text(line.name(), x, LEGEND_Y, look.text(), TextAlignment.LEFT);
            x += TextWidth.of(line.name(), look.font());
            if (at >= 0) {
                String value = format.apply(line.values()[at]);
                x += 4;
                text(value, x, LEGEND_Y, look.strong(), TextAlignment.LEFT);
                x += TextWidth.of(value, look.font());
            }
            x += 10;
        }
    }

    void crosshair(int at) {
        double x = plot.x(at);
        g.setStroke(look.text());
        g.setLineWidth(1);
        g.strokeLine(x, plot.above(), x, plot.bottom());
        for (ChartData.Line line : data.lines().reversed()) {
            g.setFill(look.of(line.style()));
            g.fillOval(x - 3, plot.y(line.values()[at]) - 3, 6, 6);
        }
    }

    private void pen(ChartData.Line line) {
        double[] dashes = switch (line.style()) {
            case BOUND -> DASHES;
            case LIMIT -> DOTS;
            default -> SOLID;
        };
        g.setStroke(look.of(line.style()));
        g.setLineDashes(dashes);
        g.setLineWidth(dashes.length > 0 ? 1.3 : 1.8);
    }

    private void fill(ChartData.Line line) {
        double[] values = line.values();
        int first = plot.firstIndex();
        g.beginPath();
        g.moveTo(plot.x(first), plot.bottom());
        for (int i = first; i < values.length; i++) {
            g.lineTo(plot.x(i), plot.y(values[i]));
        }
        g.lineTo(plot.x(values.length - 1), plot.bottom());
        g.closePath();
        g.setFill(look.of(line.style()).deriveColor(0, 1, 1, FILL_OPACITY));
        g.fill();
    }

    private void stroke(ChartData.Line line) {
        double[] values = line.values();
        int first = plot.firstIndex();
        g.beginPath();
        g.moveTo(plot.x(first), plot.y(values[first]));
        for (int i = first + 1; i < values.length; i++) {
            g.lineTo(plot.x(i), plot.y(values[i]));
        }
        g.stroke();
    }

    private void text(String text, double x, double y, Color color, TextAlignment align) {
        g.setFill(color);
        g.setTextAlign(align);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
    }

    private String shortened(String text, double width) {
        String fitting = text;
        while (fitting.length() > 1 && TextWidth.of(fitting, look.font()) > width) {
            fitting = fitting.substring(0, fitting.length() - 2).stripTrailing() + "…";
        }
        return fitting;
    }

    /** The label of the newest point. */
    static String newest(ChartData data) {
        return data.over() ? "end" : "now";
    }

    /** The step between times on the axis, large enough that their labels do not touch. */
    static long timeStep(long spanMillis) {
        for (long step : List.of(15 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE)) {
            if (spanMillis / step <= 4) {
                return step;
            }
        }
        return Math.ceilDiv(spanMillis, 4);
    }

    /** "12 s", "10 min", "9 min 30 s", "1 h". */
    static String duration(long millis) {
        long seconds = Math.round(millis / 1_000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds == 3_600) {
            return "1 h";
        }
        return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }
}
