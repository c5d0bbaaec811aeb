package virdi.ui.shell;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.telemetry.Watch;
import virdi.ui.SampleWorld;
import virdi.ui.StillDesk;

/** Where somebody has put tanks is known to the next window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
class PinsRememberedTest {
    private static final String BEFORE = "coal 3000 900";

    private final Map<String, String> memory = new HashMap<>();
    private final Frame frame = SampleWorld.factory().latest();
    private ConsoleWindow window;
    private Stage stage;

    @Start
    void open(Stage given) {
        stage = given;
        memory.put("window.bounds", "0 0 1000 900");
        memory.put("map.pins", BEFORE);
        window = new ConsoleWindow(
                new Frames(), new StillDesk(), new WindowInfo("127.0.0.1:50051", "0.1.0"), new NoDemo(), new Memory());
        window.open(stage);
    }

    /** TestFX gives every test the same stage: what is left open, a caret that blinks, goes on into the next test. */
    @Stop
    void close() {
        window.scene().getRoot().requestFocus();
        stage.hide();
    }

    @Test
    void aDraggedTankIsRememberedBesideThoseOfTheLastTime(FxRobot robot) {
        eventually(() -> robot.lookup(".explorer-cell").queryAll().size() > 6);
        robot.clickOn("iron");
        eventually(() ->
                robot.lookup("#inspector-title").<Labeled>query().getText().equals("iron"));
        robot.interact(() -> robot.lookup(".map-view").query().requestFocus());
        robot.push(KeyCode.SPACE);
        robot.push(KeyCode.S);
        comesToRest();
        // The tank of a basin that is shown as large as it fits stands in the middle of the map.
        robot.moveTo(".map-view").press(MouseButton.PRIMARY).moveBy(30, 40).release(MouseButton.PRIMARY);

        eventually(() -> remembered().startsWith(BEFORE + " iron "));
    }

    @Test
    void whatIsTidiedIsForgotten(FxRobot robot) {
        eventually(() -> robot.lookup(".explorer-cell").queryAll().size() > 6);
        robot.interact(() -> robot.lookup(".map-view").query().requestFocus());
        robot.push(KeyCode.T);

        eventually(() -> remembered().isEmpty());
    }

    private String remembered() {
        return memory.getOrDefault("map.pins", "");
    }

    /** Nothing glides any more, and a held picture does not flow. */
    private void comesToRest() {
        await().atMost(20, SECONDS).until(() -> !window.isTurning());
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(20, SECONDS).until(condition);
    }

    private final class Frames implements FrameSource {
        @Override
        public Frame latest() {
            return frame;
        }

        @Override
        public void watch(Watch watch) {}
    }

    private static final class NoDemo implements DemoSwitch {
        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }

    private final class Memory implements WindowMemory {
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
