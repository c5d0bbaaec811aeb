package virdi.ui.shell;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import virdi.control.OperatorControl;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.ui.about.AboutPane;
import virdi.ui.kit.Overlay;
import virdi.ui.kit.RenderPolicy;
import virdi.ui.kit.SaveAs;
import virdi.ui.kit.Toasts;
import virdi.ui.map.content.MapOrder;
import virdi.ui.shell.bars.StatusBar;
import virdi.ui.shell.bars.Toolbar;
import virdi.ui.shell.files.FileDialog;
import virdi.ui.shell.files.FileSaving;
import virdi.ui.shell.state.WindowState;
import virdi.ui.shell.state.WindowStateStore;
import virdi.ui.sign.Palette;
import virdi.ui.sign.Palette.Ink;
import virdi.ui.sign.Theme;
import virdi.ui.sign.Tone;

/**
 * The main window. FX thread only. It reads frames, submits commands, and knows nothing else of the broker.
 *
 * <p>It shows frames from {@link #open} until the stage is hidden.
 */
public final class ConsoleWindow {
    private static final double EXPLORER_WIDTH = 236;
    private static final double INSPECTOR_WIDTH = 346;
    private static final double DRAWER_HEIGHT = 220;

    private static final List<Shortcut> MAP_KEYS = List.of(
            new Shortcut("Arrows", "walk"),
            new Shortcut("Enter", "select"),
            new Shortcut("Shift+Enter", "select more"),
            new Shortcut("Space", "unfold what is walked to"),
            new Shortcut("Shift+Arrows, drag", "look around"),
            new Shortcut("Two fingers", "look around"),
            new Shortcut("Wheel, or pinch", "enlarge, make smaller"),
            new Shortcut("Shift+Drag", "select what is within"),
            new Shortcut("Drag a tank, a card", "pin it where it is put"),
            new Shortcut("S", "show what is selected"),
            new Shortcut("T", "tidy: forget what was dragged"),
            new Shortcut("Plus, Minus", "enlarge, make smaller"),
            new Shortcut("Menu", "what can be done"),
            new Shortcut("Esc", "select nothing"));

    private static final List<Shortcut> CHART_KEYS = List.of(
            new Shortcut("1, 2, 3", "a minute, ten, an hour"),
            new Shortcut("← →, Home, End", "read values off"),
            new Shortcut("Esc", "read no more"),
            new Shortcut("Ctrl+C", "copy as CSV"),
            new Shortcut("Ctrl+S", "save as PNG"));

    private static final List<Shortcut> VALVE_KEYS = List.of(
            new Shortcut("V", "take it"),
            new Shortcut("↑ ↓", "turn it"),
            new Shortcut("Page Up, Down", "turn it far"),
            new Shortcut("Home, End", "pause, no limit"),
            new Shortcut("F2", "type a number"),
            new Shortcut("Enter, Esc", "set, give up"));

    private final WindowInfo info;
    private final DemoSwitch demo;
    private final WindowState state;
    private final UncaughtExceptions uncaught = new UncaughtExceptions();
    private final FrameClock clock = new FrameClock();
    private final RenderPolicy policy = new RenderPolicy(Runtime.getRuntime().availableProcessors());
    private final Overlay overlay = new Overlay();
    private final Toasts toasts = new Toasts();
    private final SaveAs saving;
    private final Features features;
    private final Toolbar toolbar;
    private final StatusBar status;
    private final EmptyState empty;
    private final FrameDelivery delivery;
    private final FramePump pump;
    private final SplitPane sides;
    private final SplitPane floors;
    private final Scene scene;
    private final Shortcuts shortcuts;
    private Theme theme;
    private MapOrder order;

    /**
     * @param source makes frames
     * @param desk takes commands
     * @param info facts about the program
     * @param demo starts and stops the demo
     * @param memory keeps the state of the window until the next start
     */
    public ConsoleWindow(
            FrameSource source, OperatorControl desk, WindowInfo info, DemoSwitch demo, WindowStateStore memory) {
        this(source, desk, info, demo, memory, null);
    }

    /** @param prompt asks for files; null for the dialog of the platform */
    public ConsoleWindow(
            FrameSource source,
            OperatorControl desk,
            WindowInfo info,
            DemoSwitch demo,
            WindowStateStore memory,
            FileSaving.@Nullable Prompt prompt) {
        this.info = info;
        this.demo = demo;
        state = new WindowState(memory);
        theme = state.theme();
        var ask = prompt == null ? new FileDialog(this::owner) : prompt;
        saving = new FileSaving(ask, toasts, memory, FileSaving.writer(), Platform::runLater);
        features = new Features(source, desk, overlay, toasts, saving, policy);
        toolbar = new Toolbar(info.endpoint(), info.about().version(), this::showCopied);
        status = new StatusBar(uncaught.newestProperty(), clock::meanMillis);
        empty = new EmptyState(info, this::toggleDemo, features::togglePort, this::showCopied);
        empty.setVisible(false);
        delivery = new FrameDelivery(source, features, this::read, features.port()::show, policy);
        pump = new FramePump(delivery, clock, policy);
        source.onFrame(pump::frameCame);

        var centre = new StackPane(features.map(), empty);
        centre.setMinWidth(200);
        sides = new SplitPane(features.explorer(), centre, features.inspector());
        floors = new SplitPane(sides, features.journal());
        floors.setOrientation(Orientation.VERTICAL);
        for (Region fixed : List.of(features.explorer(), features.inspector(), features.journal())) {
            SplitPane.setResizableWithParent(fixed, false);
        }
        var body = new BorderPane(floors, toolbar, null, status, null);
        features.installActs(body);
        var palette = new Palette();
        var root = new StackPane(body, overlay, toasts, palette);
        // On a screen that is smaller than the window, the right and the bottom are cut off.
        StackPane.setAlignment(body, Pos.TOP_LEFT);
        root.getStyleClass().add("console");
        scene = new Scene(root, palette.of(Ink.BACKGROUND));
        palette.onChange(() -> scene.setFill(palette.of(Ink.BACKGROUND)));
        shortcuts = new Shortcuts(scene);
        theme.applyTo(scene);
        toolbar.showTheme(theme);
        features.map().restorePins(state.pins());
        features.map().onPinned(state::rememberPins);
        order = state.order();
        showOrder();
        clock.watch(scene);
        listen();
    }

    /** The scene, for tests and pictures. */
    public Scene scene() {
        return scene;
    }

    /** Whether the window requests pulses because something moves. Any thread. */
    boolean isTurning() {
        return pump.isTurning();
    }

    /** Shows the window in a stage. Frames are shown until the stage is hidden. */
    public void open(Stage stage) {
        Thread.currentThread().setUncaughtExceptionHandler(uncaught);
        stage.setTitle("Virdi Console – " + info.endpoint());
        stage.getIcons().setAll(AppIcon.images());
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        state.restore(stage);
        stage.setScene(scene);
        stage.iconifiedProperty().subscribe((before, after) -> pump.setWatched(!after));
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> {
            state.remember(stage);
            state.remember("sides", sides);
            state.remember("floors", floors);
        });
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> {
            pump.stop();
            features.stop();
        });
        FirstRenderLog.install(scene);
        stage.show();
        keepDividers();
        features.map().requestFocus();
        pump.start();
    }

    private @Nullable Window owner() {
        return scene.getWindow();
    }

    /** Window managers may resize a window after it is shown. Dividers keep their places until the first click or key. */
    private void keepDividers() {
        restoreDividers();
        Subscription following = scene.widthProperty()
                .subscribe((before, after) -> restoreDividers())
                .and(scene.heightProperty().subscribe((before, after) -> restoreDividers()));
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> following.unsubscribe());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> following.unsubscribe());
    }

    private void restoreDividers() {
        // A split pane keeps the widths of its first layout, so that must happen at the full size of the window.
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        double width = sides.getWidth();
        state.restore("sides", sides, EXPLORER_WIDTH / width, 1 - INSPECTOR_WIDTH / width);
        state.restore("floors", floors, 1 - DRAWER_HEIGHT / floors.getHeight());
    }

    private void listen() {
        features.map().onWake(pump::touch);
        toolbar.find().textProperty().subscribe((before, text) -> features.map().find(text));
        toolbar.find().setOnAction(event -> features.map().walkToFound());
        features.port().stateProperty().subscribe(state -> {
            toolbar.showPort(state);
            empty.showPort(state);
        });
        toolbar.port().setOnAction(event -> features.togglePort());
        toolbar.onOrder(this::arrangeBy);
        toolbar.demo().setOnAction(event -> toggleDemo());
        toolbar.live().setOnAction(event -> hold(!toolbar.live().isSelected()));
        toolbar.theme().setOnAction(event -> toggleTheme());
        toolbar.help().setOnAction(event -> help());
        shortcuts
                .on("F1", "this sheet", this::help)
                .on("Shift+F1", "about this program", this::about)
                .on("Ctrl+F", "find on the map", () -> toolbar.find().requestFocus())
                .on("Ctrl+E", "filter resources and clients", features.explorer()::focusFilter)
                .on("Ctrl+Z", "take the last act back", features::undo)
                .on("Ctrl+T", "light or dark", this::toggleTheme)
                .on(MapMenu.FIT_KEYS, "show the whole map", features::fitMap)
                .on(MapMenu.PNG_KEYS, "save the map as PNG", features::saveMapAsPng)
                .on(MapMenu.SVG_KEYS, "save the map as SVG", features::saveMapAsSvg)
                .on("Ctrl+D", "start or stop the demo", this::toggleDemo)
                .on("Ctrl+Shift+L", "stop listening, or start", features::togglePort)
                .onPlain(KeyCode.G, "arrange by resource or by client", () -> arrangeBy(order.other()))
                .onPlain(KeyCode.SPACE, "hold the picture, or let it live", () -> hold(!delivery.isHeld()));
    }

    private void read(Frame frame) {
        features.read(frame);
        status.show(frame);
        toolbar.showDemo(demo.isRunning());
        boolean nobody = frame.streams().isEmpty() && frame.resources().isEmpty();
        if (nobody != empty.isVisible()) {
            boolean focus = features.map().isFocused() || empty.isFocusWithin();
            empty.setVisible(nobody);
            features.map().setVisible(!nobody);
            if (focus && nobody) {
                empty.focusAct();
            } else if (focus) {
                features.map().requestFocus();
            }
        }
    }

    private void hold(boolean still) {
        pump.hold(still);
        features.map().hold(still);
        toolbar.showLive(!still);
    }

    private void arrangeBy(MapOrder newOrder) {
        order = newOrder;
        showOrder();
        state.remember(order);
    }

    private void showOrder() {
        features.map().arrangeBy(order);
        toolbar.showOrder(order);
    }

    private void toggleDemo() {
        if (demo.isRunning()) {
            demo.stop();
        } else {
            demo.start();
        }
        toolbar.showDemo(demo.isRunning());
    }

    private void toggleTheme() {
        theme = theme.other();
        theme.applyTo(scene);
        toolbar.showTheme(theme);
        state.remember(theme);
    }

    private void help() {
        overlay.show(Shortcut.sheet(
                List.of(
                        List.of(
                                new Shortcut.Section("Window", shortcuts.listed()),
                                new Shortcut.Section("Valve on the map", VALVE_KEYS)),
                        List.of(new Shortcut.Section("Map", MAP_KEYS)),
                        List.of(
                                new Shortcut.Section("What is selected", Features.acts()),
                                new Shortcut.Section("Charts", CHART_KEYS))),
                this::about));
    }

    private void about() {
        overlay.show(new AboutPane(info.about(), AppIcon.images().getLast(), saving, this::showCopied, overlay::close));
    }

    private void showCopied() {
        toasts.show("Copied", Tone.GOOD.styleClass());
    }
}
