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

/** Brings the window back to where it was, as large as it was, with its dividers and theme. FX thread only. */
public final class WindowState {
    private static final Logger LOG = LoggerFactory.getLogger(WindowState.class);
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 1000;
    private static final double LEAST = 400;

    private final WindowStateStore memory;

    public WindowState(WindowStateStore memory) {
        this.memory = memory;
    }

    /** Places the window where it was, or where it can be seen now. */
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
     * The place of a window that was at another when it was seen last. It stays where it is if more than half of it can
     * be seen; else it is moved onto the screen that shows most of it, or to the middle of the first if none does, as
     * when the display is gone.
     *
     * @param screens without what panels take; the primary one first
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

    /** The area that a window and a screen have in common. */
    private static double shared(Rectangle2D window, Rectangle2D screen) {
        double width = Math.min(window.getMaxX(), screen.getMaxX()) - Math.max(window.getMinX(), screen.getMinX());
        double height = Math.min(window.getMaxY(), screen.getMaxY()) - Math.max(window.getMinY(), screen.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    /** Places the dividers of a split pane: where they were, or where they are told to be at first. */
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

    /** Where basins of the map were put, as text. */
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
