package virdi.ui.shell.state;

import java.util.ArrayList;
import java.util.Comparator;
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
import virdi.ui.map.content.MapOrder;
import virdi.ui.sign.Theme;

/** Saves and restores bounds, dividers and theme of the window, and order and pins of the map. FX thread only. */
public final class WindowState {
    private static final Logger LOG = LoggerFactory.getLogger(WindowState.class);
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    private static final double LEAST = 400;

    private final WindowStateStore memory;

    public WindowState(WindowStateStore memory) {
        this.memory = memory;
    }

    /** Restores the bounds of the window, moved onto a screen if necessary. */
    public void restore(Stage stage) {
        List<Rectangle2D> screens = new ArrayList<>();
        screens.add(Screen.getPrimary().getVisualBounds());
        Screen.getScreens().forEach(screen -> screens.add(screen.getVisualBounds()));
        List<Double> bounds = numbers("window.bounds", 4).orElse(List.of());
        boolean usable = !bounds.isEmpty() && bounds.get(2) >= LEAST && bounds.get(3) >= LEAST;
        Rectangle2D place = usable
                ? visible(new Rectangle2D(bounds.get(0), bounds.get(1), bounds.get(2), bounds.get(3)), screens)
                : centred(WIDTH, HEIGHT, screens.getFirst());
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        stage.setMaximized(usable && "true".equals(memory.get("window.maximized")));
    }

    /**
     * The bounds of a window on the present screens. They stay if more than half of the window is visible. Otherwise the
     * window moves onto the screen that shows most of it, or to the middle of the first screen if none shows any.
     *
     * @param screens visible bounds, without panels; the primary screen first
     */
    static Rectangle2D visible(Rectangle2D window, List<Rectangle2D> screens) {
        Rectangle2D best = screens.stream()
                .max(Comparator.comparingDouble(screen -> shared(window, screen)))
                .orElseThrow();
        if (shared(window, best) <= 0) {
            return centred(window.getWidth(), window.getHeight(), screens.getFirst());
        }
        double width = Math.min(window.getWidth(), best.getWidth());
        double height = Math.min(window.getHeight(), best.getHeight());
        double seen = screens.stream()
                .distinct()
                .mapToDouble(screen -> shared(window, screen))
                .sum();
        boolean topSeen = window.getMinY() >= best.getMinY();
        if (topSeen && seen * 2 > window.getWidth() * window.getHeight()) {
            return new Rectangle2D(window.getMinX(), window.getMinY(), width, height);
        }
        return new Rectangle2D(
                Math.clamp(window.getMinX(), best.getMinX(), best.getMaxX() - width),
                Math.clamp(window.getMinY(), best.getMinY(), best.getMaxY() - height),
                width,
                height);
    }

    private static Rectangle2D centred(double wantedWidth, double wantedHeight, Rectangle2D screen) {
        double width = Math.min(wantedWidth, screen.getWidth());
        double height = Math.min(wantedHeight, screen.getHeight());
        return new Rectangle2D(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height);
    }

    /** The common area of a window and a screen. */
    private static double shared(Rectangle2D window, Rectangle2D screen) {
        double width = Math.min(window.getMaxX(), screen.getMaxX()) - Math.max(window.getMinX(), screen.getMinX());
        double height = Math.min(window.getMaxY(), screen.getMaxY()) - Math.max(window.getMinY(), screen.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    /** Restores the dividers of a split pane; without saved places uses the given ones. */
    public void restore(String name, SplitPane split, double... atFirst) {
        List<Double> positions = numbers("window.split." + name, atFirst.length).orElse(List.of());
        for (int i = 0; i < atFirst.length; i++) {
            split.setDividerPosition(i, positions.isEmpty() ? atFirst[i] : positions.get(i));
        }
    }

    public Theme theme() {
        return "light".equals(memory.get("window.theme")) ? Theme.LIGHT : Theme.DARK;
    }

    public void remember(Theme theme) {
        memory.put("window.theme", theme.name().toLowerCase(Locale.ROOT));
    }

    public MapOrder order() {
        return "by_client".equals(memory.get("map.order")) ? MapOrder.BY_CLIENT : MapOrder.BY_RESOURCE;
    }

    public void remember(MapOrder order) {
        memory.put("map.order", order.name().toLowerCase(Locale.ROOT));
    }

    public void remember(Stage stage) {
        memory.put("window.maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isIconified()) {
            memory.put(
                    "window.bounds",
                    text(new double[] {stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()}));
        }
    }

    public void remember(String name, SplitPane split) {
        memory.put("window.split." + name, text(split.getDividerPositions()));
    }

    /** The pins of the map as text; empty for none. */
    public String pins() {
        return Objects.requireNonNullElse(memory.get("map.pins"), "");
    }

    public void rememberPins(String pins) {
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
