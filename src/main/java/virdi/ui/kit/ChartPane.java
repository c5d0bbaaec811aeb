package virdi.ui.kit;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A small line chart of the recent past: a filled line under a dashed bound, with grid, times and a crosshair that reads
 * values off. FX thread only.
 *
 * <p>Painted on one canvas because a chart of nodes costs more per frame than the whole map. It repaints when the data
 * is other, the size or the theme changes, or the mouse moves over it; never otherwise. Colours come from
 * the stylesheet: {@code -chart-line}, {@code -chart-bound}, {@code -chart-grid}, {@code -chart-text}, {@code -chart-typeface}.
 */
public final class ChartPane extends CanvasRegion {
    private static final StyleablePropertyFactory<ChartPane> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final double LEFT = 8;
    private static final double RIGHT = 8;
    private static final double TOP = 22;
    private static final double BOTTOM = 20;
    private static final double FONT_SIZE = 10.5;
    private static final double FILL_OPACITY = 0.16;

    private final StyleableProperty<Color> lineColor =
            FACTORY.createStyleableColorProperty(this, "lineColor", "-chart-line", c -> c.lineColor, Color.DODGERBLUE);
    private final StyleableProperty<Color> boundColor =
            FACTORY.createStyleableColorProperty(this, "boundColor", "-chart-bound", c -> c.boundColor, Color.GRAY);
    private final StyleableProperty<Color> gridColor =
            FACTORY.createStyleableColorProperty(this, "gridColor", "-chart-grid", c -> c.gridColor, Color.GRAY);
    private final StyleableProperty<Color> textColor =
            FACTORY.createStyleableColorProperty(this, "textColor", "-chart-text", c -> c.textColor, Color.GRAY);

    private final StyleableProperty<String> family =
            FACTORY.createStyleableStringProperty(this, "family", "-chart-typeface", chart -> chart.family, "System");

    private final long spanMillis;
    private final DoubleFunction<String> format;
    private final String lineName;
    private final String boundName;
    private ChartData data = ChartData.NONE;
    private double mouseX = -1;

    /**
     * @param spanMillis how much of the past is shown
     * @param format a value with its unit, for the axis and the crosshair
     * @param lineName what the filled line is, for the legend
     * @param boundName what the dashed line is, for the legend; empty for none
     */
    public ChartPane(long spanMillis, DoubleFunction<String> format, String lineName, String boundName) {
        this.spanMillis = spanMillis;
        this.format = format;
        this.lineName = lineName;
        this.boundName = boundName;
        getStyleClass().add("chart-pane");
        setMinSize(120, 80);
        setPrefSize(280, 140);
        for (var look : List.of(lineColor, boundColor, gridColor, textColor, family)) {
            ((ObservableValue<?>) look).subscribe(this::repaint);
        }
        setOnMouseMoved(event -> pointAt(event.getX()));
        setOnMouseExited(event -> pointAt(-1));
    }

    /** Shows other data; the same arrays again cost nothing. */
    public void show(ChartData next) {
        if (!next.equals(data)) {
            data = next;
            repaint();
        }
    }

    private void pointAt(double x) {
        mouseX = x;
        repaint();
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        var plot = new ChartPlot(data, spanMillis, LEFT, TOP, width - LEFT - RIGHT, height - TOP - BOTTOM);
        g.setFont(Font.font(family.getValue(), FONT_SIZE));
        grid(g, plot);
        if (data.line().length > 1) {
            fill(g, plot);
            g.setLineWidth(1.2);
            g.setLineDashes(4, 3);
            stroke(g, plot, data.bound(), boundColor.getValue());
            g.setLineDashes();
            g.setLineWidth(1.8);
            stroke(g, plot, data.line(), lineColor.getValue());
        }
        marks(g, plot);
        if (mouseX >= 0 && data.line().length > 0) {
            crosshair(g, plot);
        } else {
            legend(g, plot);
        }
    }

    private void grid(GraphicsContext g, ChartPlot plot) {
        g.setStroke(gridColor.getValue());
        g.setFill(textColor.getValue());
        g.setLineWidth(1);
        g.setTextBaseline(VPos.CENTER);
        for (double value = 0; value <= plot.top() * 1.001; value += plot.top() / 2) {
            double y = Math.round(plot.y(value)) + 0.5;
            g.strokeLine(plot.left(), y, plot.right(), y);
            if (value > 0) {
                g.setTextAlign(TextAlignment.LEFT);
                g.setTextBaseline(VPos.TOP);
                g.fillText(format.apply(value), plot.left() + 2, y + 2);
            }
        }
        g.setTextBaseline(VPos.CENTER);
        double y = plot.bottom() + BOTTOM / 2;
        long minutes = Math.max(1, spanMillis / 60_000);
        for (long minute = 0; minute <= minutes; minute += Math.ceilDiv(minutes, 4)) {
            double x = plot.xAgo(minute * 60_000.0);
            g.setTextAlign(
                    minute == 0
                            ? TextAlignment.RIGHT
                            : x < plot.left() + 20 ? TextAlignment.LEFT : TextAlignment.CENTER);
            g.fillText(minute == 0 ? "now" : "−" + minute + " min", x, y);
        }
    }

    private void fill(GraphicsContext g, ChartPlot plot) {
        double[] values = data.line();
        int first = plot.firstIndex(values.length);
        g.beginPath();
        g.moveTo(plot.x(first, values.length), plot.bottom());
        for (int i = first; i < values.length; i++) {
            g.lineTo(plot.x(i, values.length), plot.y(values[i]));
        }
        g.lineTo(plot.x(values.length - 1, values.length), plot.bottom());
        g.closePath();
        g.setFill(lineColor.getValue().deriveColor(0, 1, 1, FILL_OPACITY));
        g.fill();
    }

    private static void stroke(GraphicsContext g, ChartPlot plot, double[] values, Color color) {
        if (values.length < 2) {
            return;
        }
        int first = plot.firstIndex(values.length);
        g.setStroke(color);
        g.beginPath();
        for (int i = first; i < values.length; i++) {
            if (i == first) {
                g.moveTo(plot.x(i, values.length), plot.y(values[i]));
            } else {
                g.lineTo(plot.x(i, values.length), plot.y(values[i]));
            }
        }
        g.stroke();
    }

    private void marks(GraphicsContext g, ChartPlot plot) {
        for (ChartData.Mark mark : data.marks()) {
            double x = plot.xAgo(data.lastEpochMillis() - (double) mark.epochMillis());
            if (x < plot.left() || x > plot.right()) {
                continue;
            }
            g.setStroke(textColor.getValue());
            g.setLineWidth(1);
            g.setLineDashes(3, 3);
            g.strokeLine(x, plot.above(), x, plot.bottom());
            g.setLineDashes();
            g.setFill(textColor.getValue());
            g.setTextBaseline(VPos.BOTTOM);
            boolean fits = x < plot.right() - 60;
            g.setTextAlign(fits ? TextAlignment.LEFT : TextAlignment.RIGHT);
            g.fillText(mark.label(), fits ? x + 4 : x - 4, plot.bottom() - 3);
        }
    }

    private void legend(GraphicsContext g, ChartPlot plot) {
        double y = TOP / 2;
        double x = key(g, plot.left() + 2, y, lineName, lineColor.getValue(), false);
        if (!boundName.isEmpty()) {
            key(g, x + 14, y, boundName, boundColor.getValue(), true);
        }
    }

    private double key(GraphicsContext g, double x, double y, String name, Color color, boolean dashed) {
        g.setStroke(color);
        g.setLineWidth(dashed ? 1.2 : 2);
        g.setLineDashes(dashed ? new double[] {4, 3} : new double[0]);
        g.strokeLine(x, y, x + 14, y);
        g.setLineDashes();
        return text(g, name, x + 19, y);
    }

    private double text(GraphicsContext g, String text, double x, double y) {
        g.setFill(textColor.getValue());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, x, y);
        return x + TextWidth.of(text, g.getFont());
    }

    private void crosshair(GraphicsContext g, ChartPlot plot) {
        int length = data.line().length;
        int at = plot.indexAt(mouseX, length);
        double x = plot.x(at, length);
        g.setStroke(textColor.getValue());
        g.setLineWidth(1);
        g.strokeLine(x, plot.above(), x, plot.bottom());
        g.setFill(lineColor.getValue());
        g.fillOval(x - 3.5, plot.y(data.line()[at]) - 3.5, 7, 7);
        long secondsAgo = (length - 1 - at) * data.stepMillis() / 1000;
        String reading = lineName + " " + format.apply(data.line()[at]);
        if (at < data.bound().length && !boundName.isEmpty()) {
            reading += "   " + boundName + " " + format.apply(data.bound()[at]);
        }
        text(g, reading + "   " + (secondsAgo == 0 ? "now" : secondsAgo + " s ago"), plot.left() + 2, TOP / 2);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
