package virdi.ui.shell;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.telemetry.SeriesQuery;
import virdi.ui.SampleAbout;
import virdi.ui.SampleWorld;
import virdi.ui.StillDesk;
import virdi.ui.about.About;
import virdi.ui.shell.files.FileSaving;
import virdi.ui.shell.state.WindowStateStore;

/**
 * The main window without a broker, for tests with a robot. It shows one frame until it gets another, keeps its state in
 * memory, and has a demo without clients.
 */
@SuppressWarnings("NullAway.Init") // open comes first
final class TestWindow {
    /** The saved state of the window. */
    final Map<String, String> memory = new HashMap<>(Map.of("window.bounds", "0 0 1000 900"));

    /** Content of the dialog about the program; set it before the window opens. */
    About about = SampleAbout.FULL;

    final StillDesk desk = new StillDesk();
    private volatile Frame frame = SampleWorld.factory().latest();
    private volatile Runnable listener = () -> {};
    volatile boolean demoRuns;
    private ConsoleWindow window;
    private Stage stage;

    /** Opens it. FX thread. */
    void open(Stage given) {
        open(given, null);
    }

    /** @param prompt is asked for files; null for the system's own dialog */
    void open(Stage given, FileSaving.@Nullable Prompt prompt) {
        stage = given;
        window = new ConsoleWindow(
                new Frames(), desk, new WindowInfo("127.0.0.1:50051", about), new Demo(), new Memory(), prompt);
        window.open(stage);
    }

    /** TestFX gives every test the same stage: what is left open, a caret that blinks, goes on into the next test. */
    void close() {
        window.scene().getRoot().requestFocus();
        stage.hide();
    }

    /** Has it show another frame from the next pulse on, as if the broker had changed. */
    void show(Frame next) {
        frame = next;
        listener.run();
    }

    ConsoleWindow window() {
        return window;
    }

    Stage stage() {
        return stage;
    }

    /** Waits for a condition, at most two minutes. */
    static void eventually(Callable<Boolean> condition) {
        await().atMost(2, MINUTES).until(condition);
    }

    /** The text of a label or a button. */
    static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private final class Frames implements FrameSource {
        @Override
        public Frame latest() {
            return frame;
        }

        @Override
        public void watch(Set<SeriesQuery> watches) {}

        @Override
        public void onFrame(Runnable newListener) {
            listener = newListener;
        }
    }

    private final class Demo implements DemoSwitch {
        @Override
        public void start() {
            demoRuns = true;
        }

        @Override
        public void stop() {
            demoRuns = false;
        }

        @Override
        public boolean isRunning() {
            return demoRuns;
        }
    }

    private final class Memory implements WindowStateStore {
        @Override
        public @Nullable String get(String key) {
            return memory.get(key);
        }

        @Override
        public void put(String key, String value) {
            memory.put(key, value);
        }
    }
}
