package virdi.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import virdi.ui.map.MapOrder;
import virdi.ui.sign.Theme;

/** Brings the window back to where it was, as large as it was, with its dividers and theme. FX thread only. */
final class RememberedPlace {
    private static final Logger LOG = LoggerFactory.getLogger(RememberedPlace.class);
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    private static final double LEAST = 400;

    private final WindowMemory memory;

    RememberedPlace(WindowMemory memory) {
        this.memory = memory;
    }

    /** Places the window; one that would lie outside of every screen comes to the middle of the first. */
    void restore(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        List<Double> bounds = numbers("window.bounds", 4).orElse(List.of());
        if (!bounds.isEmpty()
                && bounds.get(2) >= LEAST
                && bounds.get(3) >= LEAST
                && !Screen.getScreensForRectangle(bounds.get(0), bounds.get(1), bounds.get(2), bounds.get(3))
                        .isEmpty()) {
            stage.setX(bounds.get(0));
            stage.setY(bounds.get(1));
            stage.setWidth(Math.min(bounds.get(2), screen.getWidth()));
            stage.setHeight(Math.min(bounds.get(3), screen.getHeight()));
            stage.setMaximized("true".equals(memory.get("window.maximized")));
            return;
        }
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        stage.setX(screen.getMinX() + (screen.getWidth() - width) / 2);
        stage.setY(screen.getMinY() + (screen.getHeight() - height) / 2);
        stage.setWidth(width);
        stage.setHeight(height);
    }

    /** Places the dividers of a split pane: where they were, or where they are told to be at first. */
    void restore(String name, SplitPane split, double... atFirst) {
        List<Double> positions = numbers("window.split." + name, atFirst.length).orElse(List.of());
        for (int i = 0; i < atFirst.length; i++) {
            split.setDividerPosition(i, positions.isEmpty() ? atFirst[i] : positions.get(i));
        }
    }

    Theme theme() {
        return "light".equals(memory.get("window.theme")) ? Theme.LIGHT : Theme.DARK;
    }

    void remember(Theme theme) {
        memory.put("window.theme", theme.name().toLowerCase(Locale.ROOT));
    }

    MapOrder order() {
        return "by_client".equals(memory.get("map.order")) ? MapOrder.BY_CLIENT : MapOrder.BY_RESOURCE;
    }

    void remember(MapOrder order) {
        memory.put("map.order", order.name().toLowerCase(Locale.ROOT));
    }

    void remember(Stage stage) {
        memory.put("window.maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isIconified()) {
            memory.put(
                    "window.bounds",
                    text(new double[] {stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()}));
        }
    }

    void remember(String name, SplitPane split) {
        memory.put("window.split." + name, text(split.getDividerPositions()));
    }

    /** Where basins of the map were put, as text. */
    String pins() {
        return Objects.requireNonNullElse(memory.get("map.pins"), "");
    }

    void rememberPins(String pins) {
        memory.put("map.pins", pins);
    }

    private static String text(double[] numbers) {
        List<String> words = new ArrayList<>();
        for (double number : numbers) {
            words.add(String.format(Locale.ROOT, "%.4f", number));
        }
        return String.join(" ", words);
    }

    private Optional<List<Double>> numbers(String key, int count) {
        String text = memory.get(key);
        if (text == null) {
            return Optional.empty();
        }
        List<Double> numbers = new ArrayList<>();
        try {
            for (String word : text.split(" ")) {
                numbers.add(Double.valueOf(word));
            }
        } catch (NumberFormatException e) {
            LOG.warn("Not a place that a window can have: {} = {}", key, text);
            return Optional.empty();
        }
        return numbers.size() == count ? Optional.of(numbers) : Optional.empty();
    }
}
