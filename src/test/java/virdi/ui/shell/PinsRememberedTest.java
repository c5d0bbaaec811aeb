package virdi.ui.shell;

import static virdi.ui.shell.TestWindow.eventually;
import static virdi.ui.shell.TestWindow.text;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Where somebody has put tanks is known to the next window. */
@ExtendWith(ApplicationExtension.class)
class PinsRememberedTest {
    private static final String BEFORE = "coal 3000 900";

    private final TestWindow tried = new TestWindow();

    @Start
    void open(Stage stage) {
        tried.memory.put("map.pins", BEFORE);
        tried.open(stage);
    }

    @Stop
    void close() {
        tried.close();
    }

    @Test
    void aDraggedTankIsRememberedBesideThoseOfTheLastTime(FxRobot robot) {
        eventually(() -> robot.lookup(".explorer-cell").queryAll().size() > 6);
        robot.clickOn("iron");
        eventually(() -> text(robot, "#inspector-title").equals("iron"));
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
        return tried.memory.getOrDefault("map.pins", "");
    }

    /** Nothing glides any more, and a held picture does not flow. */
    private void comesToRest() {
        eventually(() -> !tried.window().isTurning());
    }
}
