package virdi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import virdi.app.process.StartupException;
import virdi.app.settings.Options;
import virdi.app.settings.Settings;
import virdi.bench.Traffic;
import virdi.control.OperatorControl;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.model.ResourceId;
import virdi.telemetry.FrameSource;
import virdi.ui.BenchWindow;
import virdi.ui.SampleAbout;
import virdi.ui.kit.pen.Png;
import virdi.ui.map.MapSight;
import virdi.ui.shell.ConsoleWindow;
import virdi.ui.shell.DemoSwitch;
import virdi.ui.shell.WindowInfo;

/**
 * Takes the pictures of README and user guide: the window on the real broker with its demo, used by hand, and on one with a
 * thousand clients from another process. Argument: the folder. Needs no display.
 */
final class Pictures {
    private static final WindowInfo INFO = new WindowInfo("127.0.0.1:50051", SampleAbout.FULL);

    /** By then the demo's smelter has not answered for long enough, and its tanks are at different levels. */
    private static final Duration TROUBLE = Duration.ofSeconds(52);

    /** As long as a chart needs to show what a throttle did. */
    private static final Duration HELD = Duration.ofSeconds(180);

    private static final Duration LOOK = Duration.ofMillis(1_500);
    private static final int MANY = 2_000;
    private static final int RESOURCES = 40;

    /** By then consumers have taken what their buffers hold, and rates are what they stay. */
    private static final Duration FLOWN = Duration.ofSeconds(45);

    private final Path folder;

    private Pictures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws StartupException, IOException {
        Path folder = Path.of(arguments[0]);
        Platform.startup(() -> Platform.setImplicitExit(false));
        var pictures = new Pictures(folder);
        try {
            pictures.ofTheDemo(Files.createTempDirectory("virdi-pictures"));
            pictures.ofMany(Files.createTempDirectory("virdi-pictures"));
        } finally {
            Platform.exit();
        }
    }

    private void ofTheDemo(Path data) throws StartupException {
        Settings settings = settings(data);
        try (RunningBroker broker = RunningBroker.start(settings);
                DemoWorld demo = new DemoWorld(settings, broker.port())) {
            Hand hand = Hand.open(broker.frames(), broker.desk(), demo);
            take(hand, "empty");
            demo.start();
            wait(TROUBLE);
            take(hand, "demo-dark");
            hand.accelerate("Shortcut+T");
            take(hand, "demo-light");
            hand.accelerate("Shortcut+T");
            hand.key(KeyCode.G);
            take(hand, "by-client");
            hand.key(KeyCode.G);
            wait(LOOK);
            hand.click("assembler-3");
            hand.leave();
            take(hand, "starving");
            hand.key(KeyCode.S);
            take(hand, "nearest");
            hand.key(KeyCode.DIGIT0);
            wait(LOOK);
            hand.holdValve("furnace-1", 60);
            take(hand, "valve-dragged");
            hand.key(KeyCode.ESCAPE);
            hand.click("furnace-1");
            wait(LOOK);
            hand.act(KeyCode.T);
            hand.type("#throttle-pace", "300");
            take(hand, "throttling");
            hand.key(KeyCode.ENTER);
            hand.leave();
            wait(HELD);
            hand.pointAt("#chart-rate", 0.69);
            take(hand, "charts");
            hand.close();
        }
    }

    private void ofMany(Path data) throws StartupException, IOException {
        try (RunningBroker broker = RunningBroker.start(settings(data))) {
            Hand hand = Hand.open(broker.frames(), broker.desk(), BenchWindow.NO_DEMO);
            Process clients = Traffic.start(broker.port(), MANY / 2, RESOURCES);
            wait(LOOK);
            for (int i = 0; i < RESOURCES; i++) {
                fill(broker.desk(), new ResourceId("resource-" + i), 1 + i * 1_400L % 9_700);
            }
            wait(FLOWN);
            take(hand, "many-far");
            hand.type("#find", "resource:resource-7");
            hand.key(KeyCode.ENTER);
            hand.key(KeyCode.SPACE);
            hand.key(KeyCode.ENTER);
            wait(LOOK);
            hand.key(KeyCode.S);
            take(hand, "many-near");
            hand.close();
            clients.destroy();
        }
    }

    private static void fill(OperatorControl desk, ResourceId resource, long units) {
        Outcome outcome =
                desk.submit(new OperatorCommand.Inject(resource, units)).join();
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    private static Settings settings(Path data) throws StartupException {
        Options options = new Options();
        options.parser().parseArgs("--port", "0", "--data-dir", data.toString());
        return options.settings();
    }

    private void take(Hand hand, String name) {
        wait(LOOK);
        BenchWindow.run(() -> {
            try {
                Png.write(hand.scene.snapshot(null), folder.resolve(name + ".png"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void wait(Duration time) {
        BenchWindow.pause(time.toMillis());
    }

    /** A hand at one window. The headless platform has no pointer that goes further than its screen, so events are made. */
    private record Hand(Stage stage, Scene scene, MapSight sight) {
        static Hand open(FrameSource frames, OperatorControl desk, DemoSwitch demo) {
            return BenchWindow.on(() -> {
                var window = new ConsoleWindow(frames, desk, INFO, demo, BenchWindow.forgetful());
                var stage = new Stage();
                window.open(stage);
                BenchWindow.size(stage);
                window.scene().getRoot().layout();
                // The headless screen is smaller than the window, which therefore opened with other proportions.
                divide(window.scene(), Orientation.HORIZONTAL, 236 / BenchWindow.WIDTH, 1 - 346 / BenchWindow.WIDTH);
                divide(window.scene(), Orientation.VERTICAL, 1 - 220 / (BenchWindow.HEIGHT - 90));
                return new Hand(stage, window.scene(), new MapSight(window.scene()));
            });
        }

        private static void divide(Scene scene, Orientation orientation, double... positions) {
            scene.getRoot().lookupAll(".split-pane").forEach(it -> {
                if (it instanceof SplitPane split && split.getOrientation() == orientation) {
                    split.setDividerPositions(positions);
                }
            });
        }

        void accelerate(String keys) {
            BenchWindow.run(
                    () -> Objects.requireNonNull(scene.getAccelerators().get(KeyCombination.valueOf(keys)), keys)
                            .run());
        }

        void key(KeyCode key) {
            press(key, false);
        }

        /** Presses a key with Ctrl and Shift. */
        void act(KeyCode key) {
            press(key, true);
        }

        private void press(KeyCode key, boolean modified) {
            BenchWindow.run(() -> {
                Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
                target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, modified, modified, false, false));
            });
        }

        void click(String node) {
            Point2D point = sight.node(node);
            mouse(map(), MouseEvent.MOUSE_MOVED, point);
            mouse(map(), MouseEvent.MOUSE_PRESSED, point);
            mouse(map(), MouseEvent.MOUSE_RELEASED, point);
        }

        /** Drags a valve down, and does not let go. */
        void holdValve(String node, int pixels) {
            mouse(map(), MouseEvent.MOUSE_MOVED, sight.node(node));
            Point2D valve = sight.valve(node);
            mouse(map(), MouseEvent.MOUSE_MOVED, valve);
            mouse(map(), MouseEvent.MOUSE_PRESSED, valve);
            mouse(map(), MouseEvent.MOUSE_DRAGGED, valve.add(0, 5));
            mouse(map(), MouseEvent.MOUSE_DRAGGED, valve.add(0, pixels));
        }

        void pointAt(String node, double share) {
            Node part = BenchWindow.on(() -> scene.lookup(node));
            mouse(part, MouseEvent.MOUSE_MOVED, BenchWindow.on(() -> {
                var bounds = part.getLayoutBounds();
                return part.localToScreen(bounds.getWidth() * share, bounds.getHeight() / 2);
            }));
        }

        void type(String field, String text) {
            BenchWindow.run(() -> {
                var found = (TextInputControl) scene.lookup(field);
                found.requestFocus();
                found.setText(text);
            });
        }

        /** Points at nothing any more. */
        void leave() {
            mouse(map(), MouseEvent.MOUSE_EXITED, Point2D.ZERO);
        }

        void close() {
            BenchWindow.run(stage::close);
        }

        private Node map() {
            return BenchWindow.on(() -> scene.getRoot().lookup(".map-view"));
        }

        private void mouse(Node node, EventType<MouseEvent> type, Point2D screen) {
            BenchWindow.run(() -> {
                Point2D at = node.localToScene(node.screenToLocal(screen));
                boolean down = type != MouseEvent.MOUSE_MOVED && type != MouseEvent.MOUSE_EXITED;
                node.fireEvent(new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        screen.getX(),
                        screen.getY(),
                        down ? MouseButton.PRIMARY : MouseButton.NONE,
                        down ? 1 : 0,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
            });
        }
    }
}
