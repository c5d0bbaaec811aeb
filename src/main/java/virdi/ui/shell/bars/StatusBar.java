package virdi.ui.shell.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import virdi.telemetry.Frame;
import virdi.ui.sign.Sign;
import virdi.ui.sign.SignMark;

/** The bar at the bottom: figures of the broker at the left, of the program at the right. FX thread only. */
public final class StatusBar extends org.controlsfx.control.StatusBar {
    /** Width that the figures of the program need, with a gap, in pixels. */
    private static final double HEALTH_ROOM = 240;

    private final List<Cell> cells = new ArrayList<>();
    private final HBox figures = new HBox();
    private final Label health = new Label();
    private final DoubleSupplier frameMillis;

    /**
     * @param fault the newest exception of the window; empty for none
     * @param frameMillis how long a frame takes on average, in milliseconds
     */
    public StatusBar(ObservableValue<String> fault, DoubleSupplier frameMillis) {
        this.frameMillis = frameMillis;
        // ControlsFX shows a text of its own in the middle.
        setText("");
        figures.getStyleClass().add("status-figures");
        var failed = new Label();
        failed.getStyleClass().addAll("tone-trouble", "tone-text", "status-fault");
        failed.textProperty().bind(fault.map(text -> text.isEmpty() ? "" : "window error, see the log: " + text));
        failed.visibleProperty().bind(failed.textProperty().isNotEmpty());
        failed.managedProperty().bind(failed.visibleProperty());
        health.getStyleClass().add("muted");
        health.setMinWidth(USE_PREF_SIZE);
        // If there is not enough room for both, the figures of the broker stay.
        health.visibleProperty()
                .bind(widthProperty().greaterThan(figures.widthProperty().add(HEALTH_ROOM)));
        getLeftItems().add(figures);
        getRightItems().addAll(failed, health);
    }

    public void show(Frame frame) {
        List<StatusItem> items = StatusItem.of(frame.totals());
        while (cells.size() < items.size()) {
            var cell = new Cell();
            cells.add(cell);
            figures.getChildren().add(cell);
        }
        for (int i = 0; i < items.size(); i++) {
            cells.get(i).show(items.get(i));
        }
        Runtime runtime = Runtime.getRuntime();
        health.setText(StatusItem.health(runtime.totalMemory() - runtime.freeMemory(), frameMillis.getAsDouble()));
    }

    private static final class Cell extends HBox {
        private final SignMark mark = new SignMark();
        private final Label text = new Label();

        Cell() {
            getStyleClass().add("status-item");
            mark.managedProperty().bind(mark.visibleProperty());
            text.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(mark, text);
            managedProperty().bind(visibleProperty());
        }

        void show(StatusItem item) {
            setVisible(!item.text().isEmpty());
            text.setText(item.text());
            Sign sign = item.sign();
            mark.setVisible(sign != null);
            if (sign != null) {
                mark.show(sign);
            }
        }
    }
}
