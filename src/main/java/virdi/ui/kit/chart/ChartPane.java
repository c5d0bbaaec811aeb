package virdi.ui.kit.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import virdi.ui.kit.CanvasRegion;

/**
 * A small line chart of the recent past, with grid, times, marks and a crosshair that reads values off. FX thread only.
 *
 * <p>Painted on one canvas because a chart of nodes costs more per frame than the whole map. It repaints when the data
 * is other, the size or the theme changes, or the crosshair moves; never otherwise. Colours come from the stylesheet.
 */
public final class ChartPane extends CanvasRegion {
    private static final StyleablePropertyFactory<ChartPane> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final double FONT_SIZE = 10.5;
    private static final double MARK_REACH = 6;
    private static final long NOWHERE = Long.MIN_VALUE;

    private final StyleableProperty<Color> lineColor =
            FACTORY.createStyleableColorProperty(this, "lineColor", "-chart-line", c -> c.lineColor, Color.DODGERBLUE);
    private final StyleableProperty<Color> secondColor =
            FACTORY.createStyleableColorProperty(this, "secondColor", "-chart-second", c -> c.secondColor, Color.GREEN);
    private final StyleableProperty<Color> boundColor =
            FACTORY.createStyleableColorProperty(this, "boundColor", "-chart-bound", c -> c.boundColor, Color.GRAY);
    private final StyleableProperty<Color> gridColor =
            FACTORY.createStyleableColorProperty(this, "gridColor", "-chart-grid", c -> c.gridColor, Color.GRAY);
    private final StyleableProperty<Color> textColor =
            FACTORY.createStyleableColorProperty(this, "textColor", "-chart-text", c -> c.textColor, Color.GRAY);
    private final StyleableProperty<Color> strongColor =
            FACTORY.createStyleableColorProperty(this, "strongColor", "-chart-strong", c -> c.strongColor, Color.BLACK);
    private final StyleableProperty<Color> heldColor =
            FACTORY.createStyleableColorProperty(this, "heldColor", "-chart-held", c -> c.heldColor, Color.VIOLET);
    private final StyleableProperty<Color> warningColor = FACTORY.createStyleableColorProperty(
            this, "warningColor", "-chart-warning", c -> c.warningColor, Color.ORANGE);
    private final StyleableProperty<Color> backColor =
            FACTORY.createStyleableColorProperty(this, "backColor", "-chart-background", c -> c.backColor, Color.WHITE);
    private final StyleableProperty<String> family =
            FACTORY.createStyleableStringProperty(this, "family", "-chart-typeface", chart -> chart.family, "System");

    private final String title;
    private final DoubleFunction<String> format;
    private final ChartAxis axis;
    private ChartData data = ChartData.NONE;
    private double mouseX = -1;
    private long keptMillis = NOWHERE;

    /**
     * @param title what is measured
     * @param fromZero whether the axis begins at 0
     * @param format a value with its unit, for the axis and the crosshair
     */
    public ChartPane(String title, boolean fromZero, DoubleFunction<String> format) {
        this.title = title;
        this.format = format;
        this.axis = new ChartAxis(fromZero);
        getStyleClass().add("chart-pane");
        setMinSize(120, 100);
        setPrefSize(280, 138);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        for (var look : List.of(
                lineColor,
                secondColor,
                boundColor,
                gridColor,
                textColor,
                strongColor,
                heldColor,
                warningColor,
                backColor,
                family)) {
            ((ObservableValue<?>) look).subscribe(this::repaint);
        }
        setOnMouseMoved(event -> pointAt(event.getX()));
        setOnMouseExited(event -> pointAt(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            event.consume(); // else a scroll pane around it takes the focus
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                keep(NOWHERE);
            }
        });
    }

    /** Shows other data; the same arrays again cost nothing. */
    public void show(ChartData next) {
        if (next.equals(data)) {
            return;
        }
        if (!next.subject().equals(data.subject()) || next.spanMillis() != data.spanMillis()) {
            axis.clear();
            keptMillis = NOWHERE;
        }
        data = next;
        announce();
        repaint();
    }

    /** The data that are shown. */
    public ChartData shown() {
        return data;
    }

    /** The point of the crosshair in words: time, values and events. Without a crosshair the newest point. */
    public String reading() {
        if (data.isEmpty()) {
            return "nothing yet";
        }
        ChartPlot plot = plot(getWidth(), getHeight());
        int at = crosshair(plot);
        int told = at < 0 ? data.epochMillis().length - 1 : at;
        String values = data.lines().stream()
                .map(line -> line.name() + " " + format.apply(line.values()[told]))
                .collect(Collectors.joining(", "));
        return time(plot, at) + ": " + values;
    }

    /** Paints the chart as it is, without its crosshair. */
    void paintStill(GraphicsContext g, double width, double height) {
        draw(g, plot(width, height), -1);
    }

    /** Colours and fonts from the stylesheet. */
    ChartLook look() {
        String face = family.getValue();
        return new ChartLook(
                lineColor.getValue(),
                secondColor.getValue(),
                boundColor.getValue(),
                gridColor.getValue(),
                textColor.getValue(),
                strongColor.getValue(),
                heldColor.getValue(),
                warningColor.getValue(),
                backColor.getValue(),
                Font.font(face, FONT_SIZE),
                Font.font(face, FontWeight.BOLD, FONT_SIZE));
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        ChartPlot plot = plot(width, height);
        draw(g, plot, crosshair(plot));
    }

    private void draw(GraphicsContext g, ChartPlot plot, int at) {
        var painter = new ChartPainter(g, look(), data, plot, format);
        painter.title(title, data.isEmpty() ? "nothing yet" : at < 0 ? "" : time(plot, at));
        if (data.isEmpty()) {
            return;
        }
        painter.grid(axis);
        painter.lines();
        painter.marks();
        painter.values(axis);
        painter.legend(at);
        if (at >= 0) {
            painter.crosshair(at);
        }
    }

    private ChartPlot plot(double width, double height) {
        double side = ChartPainter.SIDE;
        double top = ChartPainter.TOP;
        return new ChartPlot(data, axis, side, top, width - 2 * side, height - top - ChartPainter.BOTTOM);
    }

    /** The point under the crosshair, below 0 for none. */
    private int crosshair(ChartPlot plot) {
        if (data.isEmpty() || (mouseX < 0 && keptMillis == NOWHERE)) {
            return -1;
        }
        return plot.indexAt(mouseX >= 0 ? mouseX : plot.xAt(keptMillis));
    }

    /** When a point was, and what happened there. */
    private String time(ChartPlot plot, int at) {
        if (at < 0) {
            return ChartPainter.newest(data);
        }
        long then = data.epochMillis()[at];
        String clock = CLOCK.format(Instant.ofEpochMilli(then).atZone(ZoneId.systemDefault()));
        long ago = data.lastMillis() - then;
        String when = ago == 0
                ? ChartPainter.newest(data)
                : ChartPainter.duration(ago) + (data.over() ? " before the end" : " ago");
        List<ChartData.Mark> near = data.marks().stream()
                .filter(it -> Math.abs(plot.xAt(it.epochMillis()) - plot.x(at)) <= MARK_REACH)
                .toList();
        if (near.isEmpty()) {
            return clock + " · " + when;
        }
        String more = near.size() > 1 ? " and " + (near.size() - 1) + " more" : "";
        return clock + " · " + near.getLast().words() + more;
    }

    private void pointAt(double x) {
        mouseX = x;
        announce();
        repaint();
    }

    private void keep(long epochMillis) {
        keptMillis = epochMillis;
        announce();
        repaint();
    }

    private void press(KeyEvent event) {
        if (data.isEmpty() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        ChartPlot plot = plot(getWidth(), getHeight());
        int last = data.epochMillis().length - 1;
        int shown = crosshair(plot);
        if (event.getCode() == KeyCode.ESCAPE && shown >= 0) {
            mouseX = -1;
            keep(NOWHERE);
            event.consume();
            return;
        }
        int at = shown < 0 ? last + 1 : shown;
        int next = switch (event.getCode()) {
            case LEFT -> Math.max(plot.firstIndex(), at - 1);
            case RIGHT -> Math.min(last, at + 1);
            case HOME -> plot.firstIndex();
            case END -> last;
            default -> -1;
        };
        if (next >= 0) {
            mouseX = -1; // the keys take the crosshair from a mouse that rests on the chart
            keep(data.epochMillis()[next]);
            event.consume();
        }
    }

    /** Says to those who cannot see it what it shows. */
    private void announce() {
        setAccessibleText(title + ", " + reading());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
