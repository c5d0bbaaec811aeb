package virdi.ui.inspector;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import virdi.telemetry.TimeRange;
import virdi.ui.kit.SaveAs;
import virdi.ui.kit.chart.ChartCsv;
import virdi.ui.kit.chart.ChartPane;
import virdi.ui.kit.chart.ChartPicture;
import virdi.ui.kit.pen.Png;
import virdi.ui.sign.Figures;

/**
 * The charts of the selection with their range, and the buttons that copy and save them. It holds the most important chart; the
 * {@link #others()} go further down, so that the controls stay in view. FX thread only.
 */
final class ChartsPane extends VBox {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    /** Levels from here on are shortened, since three of them stand in a line. */
    private static final double LONG_LEVEL = 99_999.5;

    private final InspectorViewModel vm;
    private final SaveAs saveAs;
    private final Runnable copied;
    private final ChartPane rate = new ChartPane("RATE", true, Figures::rate);
    private final ChartPane level = new ChartPane("LEVEL", true, ChartsPane::level);
    private final ChartPane totals = new ChartPane("TOTAL UNITS", false, total -> Figures.units(Math.round(total)));
    private final VBox others = new VBox();
    private final HBox head;
    private final Map<TimeRange, ToggleButton> ranges = new EnumMap<>(TimeRange.class);

    /** @param copied called when something was copied, to show a message */
    ChartsPane(InspectorViewModel vm, SaveAs saveAs, Runnable copied) {
        this.vm = vm;
        this.saveAs = saveAs;
        this.copied = copied;
        rate.setId("chart-rate");
        level.setId("chart-level");
        totals.setId("chart-totals");
        others.setId("other-charts");
        head = head();
        for (VBox part : List.of(this, others)) {
            part.getStyleClass().add("charts");
            part.setOnContextMenuRequested(event -> {
                menu().show(part, event.getScreenX(), event.getScreenY());
                event.consume();
            });
            part.addEventHandler(KeyEvent.KEY_PRESSED, this::take);
        }
        vm.chartsProperty().subscribe(this::show);
        vm.rangeProperty().subscribe(range -> ranges.forEach((each, button) -> button.setSelected(each == range)));
    }

    /** The less important charts. */
    Region others() {
        return others;
    }

    /** Handles the keys 1, 2 and 3 for the ranges, unless a text field has the focus. */
    void press(KeyEvent event) {
        if (!isVisible()
                || event.isShortcutDown()
                || event.isAltDown()
                || event.getTarget() instanceof TextInputControl) {
            return;
        }
        @Nullable
        TimeRange wanted = switch (event.getCode()) {
            case DIGIT1, NUMPAD1 -> TimeRange.MINUTE;
            case DIGIT2, NUMPAD2 -> TimeRange.TEN_MINUTES;
            case DIGIT3, NUMPAD3 -> TimeRange.HOUR;
            default -> null;
        };
        if (wanted != null) {
            vm.setRange(wanted);
            event.consume();
        }
    }

    /** Copies or saves the charts; only while they have the focus, since the map uses the same keys. */
    private void take(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (SAVE.match(event)) {
            save();
            event.consume();
        }
    }

    private HBox head() {
        var segments = new HBox();
        for (TimeRange range : TimeRange.values()) {
            var button = new ToggleButton(words(range));
            button.setId("range-" + range.name().toLowerCase(Locale.ROOT));
            button.getStyleClass()
                    .add(
                            switch (range) {
                                case MINUTE -> "left-pill";
                                case TEN_MINUTES -> "center-pill";
                                case HOUR -> "right-pill";
                            });
            button.setAccessibleText("Charts over " + words(range) + ", key " + (range.ordinal() + 1));
            button.setOnAction(event -> {
                button.setSelected(true); // the one in force cannot be let go
                vm.setRange(range);
            });
            ranges.put(range, button);
            segments.getChildren().add(button);
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var csv = button("chart-csv", "CSV", "Copy as CSV", COPY, this::copy);
        var png = button("chart-png", "PNG…", "Save as PNG", SAVE, this::save);
        var head = new HBox(segments, space, csv, png);
        head.getStyleClass().add("charts-head");
        return head;
    }

    private static Button button(String id, String words, String does, KeyCombination keys, Runnable act) {
        var button = new Button(words);
        button.setId(id);
        button.setAccessibleText(does);
        button.setTooltip(new Tooltip(does + " (" + keys.getDisplayText() + ")"));
        button.setOnAction(event -> act.run());
        return button;
    }

    private ContextMenu menu() {
        return new ContextMenu(item("Copy as CSV", COPY, this::copy), item("Save as PNG…", SAVE, this::save));
    }

    private static MenuItem item(String words, KeyCombination keys, Runnable act) {
        var item = new MenuItem(words);
        item.setAccelerator(keys);
        item.setOnAction(event -> act.run());
        return item;
    }

    private void show(Charts charts) {
        boolean any = !charts.rate().isEmpty();
        for (VBox part : List.of(this, others)) {
            part.setVisible(any);
            part.setManaged(any);
        }
        ChartPane leading = charts.levelLeads() ? level : rate;
        if (any && !getChildren().contains(leading)) {
            getChildren().clear(); // a node is in one place at a time
            others.getChildren().setAll(charts.levelLeads() ? rate : level, totals);
            getChildren().setAll(head, leading);
        }
        rate.show(charts.rate());
        totals.show(charts.totals());
        level.show(charts.level());
        ranges.values().forEach(it -> it.setDisable(charts.isOver()));
        level.setVisible(!charts.level().isEmpty());
        level.setManaged(!charts.level().isEmpty());
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(csv());
        Clipboard.getSystemClipboard().setContent(content);
        copied.run();
    }

    /** The charts as they are shown. */
    private String csv() {
        return ChartCsv.of(List.of(
                new ChartCsv.Part(rate.shown(), "units/min"),
                new ChartCsv.Part(level.shown(), "units"),
                new ChartCsv.Part(totals.shown(), "units")));
    }

    private void save() {
        String name = vm.sheetProperty().get().title();
        String range = words(vm.rangeProperty().get());
        String file = (name + " " + range).replaceAll("[^\\p{L}\\p{N}._ -]", "-") + ".png";
        saveAs.save(new SaveAs.Question("the chart", "PNG picture", file), () -> {
            WritableImage picture = ChartPicture.of(
                    name + " · " + range + " until " + newest(),
                    List.of(rate, level, totals).stream()
                            .filter(ChartPane::isVisible)
                            .toList());
            Iterator<SaveAs.Piece> pieces =
                    List.<SaveAs.Piece>of(out -> Png.write(picture, out)).iterator();
            return pieces;
        });
    }

    /** A saved picture needs the time of day: "now" means nothing later. */
    private String newest() {
        long[] times = rate.shown().epochMillis();
        return DATE.format(Instant.ofEpochMilli(times[times.length - 1]).atZone(ZoneId.systemDefault()));
    }

    private static String level(double units) {
        return units < LONG_LEVEL ? Figures.units(Math.round(units)) : Figures.compact(units);
    }

    private static String words(TimeRange range) {
        return switch (range) {
            case MINUTE -> "1 min";
            case TEN_MINUTES -> "10 min";
            case HOUR -> "1 h";
        };
    }
}
