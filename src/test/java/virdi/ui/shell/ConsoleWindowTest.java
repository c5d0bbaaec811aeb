package virdi.ui.shell;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static virdi.ui.shell.TestWindow.eventually;
import static virdi.ui.shell.TestWindow.text;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import virdi.model.OperatorCommand;
import virdi.telemetry.Frame;
import virdi.ui.Picks;
import virdi.ui.SampleWorld;

@ExtendWith(ApplicationExtension.class)
class ConsoleWindowTest {
    private final SampleWorld world = SampleWorld.factory();
    private final TestWindow tried = new TestWindow();

    @Start
    void open(Stage stage) {
        tried.show(world.latest());
        tried.open(stage);
    }

    @Stop
    void close() {
        tried.close();
    }

    @Test
    void theWindowOpensWithListsAndFigures(FxRobot robot) {
        eventually(() -> text(robot, ".status-bar .label").equals("95 streams"));
        assertThat(robot.lookup("#empty-state").query().isVisible()).isFalse();
        assertThat(text(robot, "#endpoint")).isEqualTo("127.0.0.1:50051");
        assertThat(robot.lookup(".explorer-cell").queryAll()).isNotEmpty();
    }

    @Test
    void ctrlFPutsTheCaretIntoFind(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F);

        assertThat(focusedId()).isEqualTo("find");
    }

    @Test
    void ctrlTChangesTheThemeAndRemembersIt(FxRobot robot) {
        assertThat(tried.window().scene().getStylesheets().getFirst()).endsWith("dark.css");

        robot.push(KeyCode.CONTROL, KeyCode.T);

        assertThat(tried.window().scene().getStylesheets().getFirst()).endsWith("light.css");
        assertThat(tried.memory).containsEntry("window.theme", "light");
    }

    @Test
    void theGroundIsTheScenesOwnAndNothingElseIsPaintedBelowTheMap(FxRobot robot) {
        Scene scene = tried.window().scene();
        assertThat(scene.getFill()).isEqualTo(Color.web("#0f141b"));

        robot.push(KeyCode.CONTROL, KeyCode.T);

        eventually(() -> scene.getFill().equals(Color.web("#f2f5f8")));
        for (Node below = robot.lookup(".map-view").query(); below != null; below = below.getParent()) {
            assertThat(((Region) below).getBackground()).as("of %s", below).isNull();
        }
    }

    @Test
    void f1ShowsTheShortcutsAndEscapeTakesThemAway(FxRobot robot) {
        robot.push(KeyCode.F1);
        assertThat(robot.lookup("#shortcut-sheet").tryQuery()).isPresent();

        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#shortcut-sheet").tryQuery()).isEmpty();
    }

    @Test
    void shortcutsOfTheWindowRestWhileAPanelIsOpen(FxRobot robot) {
        robot.push(KeyCode.F1);
        robot.push(KeyCode.CONTROL, KeyCode.T);

        assertThat(tried.memory).doesNotContainKey("window.theme");
    }

    @Test
    void spaceHoldsThePictureAndLetsItGoOn(FxRobot robot) {
        eventually(() -> text(robot, ".status-bar .label").equals("95 streams"));
        robot.push(KeyCode.SPACE);
        assertThat(text(robot, "#live")).isEqualTo("Paused");
        tried.show(Frame.EMPTY);

        robot.push(KeyCode.SPACE);

        assertThat(text(robot, "#live")).isEqualTo("Live");
        eventually(() -> text(robot, ".status-bar .label").equals("0 streams"));
    }

    @Test
    void gArrangesByClientAndTheWindowRemembersIt(FxRobot robot) {
        robot.push(KeyCode.G);
        assertThat(robot.lookup("#by-client").<ToggleButton>query().isSelected())
                .isTrue();
        assertThat(tried.memory).containsEntry("map.order", "by_client");
        robot.clickOn("#by-resource");
        assertThat(robot.lookup("#by-client").<ToggleButton>query().isSelected())
                .isFalse();
        robot.push(KeyCode.G);
        assertThat(tried.memory).containsEntry("map.order", "by_client");
    }

    @Test
    void whatIsChosenInAListIsInspected(FxRobot robot) {
        eventually(() -> robot.lookup(".explorer-cell").queryAll().size() > 6);
        robot.clickOn("iron");

        eventually(() -> text(robot, "#inspector-title").equals("iron"));
    }

    @Test
    void anEmptyBrokerTellsHowToConnectAndStartsTheDemo(FxRobot robot) {
        tried.show(Frame.EMPTY);
        eventually(() -> robot.lookup("#empty-state").query().isVisible());
        robot.clickOn("#start-demo");

        assertThat(tried.demoRuns).isTrue();
        assertThat(text(robot, "#demo")).isEqualTo("Stop demo");
    }

    @Test
    void stoppingAsksFirstWhileStreamsAreOpen(FxRobot robot) {
        eventually(() -> text(robot, ".status-bar .label").equals("95 streams"));
        robot.clickOn("#port");
        assertThat(robot.lookup(".dialog-panel .muted").<Labeled>query().getText())
                .startsWith("95 streams of ")
                .contains("UNAVAILABLE");
        robot.push(KeyCode.ESCAPE);
        assertThat(tried.desk.submitted()).isEmpty();

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        robot.push(KeyCode.ENTER);

        assertThat(tried.desk.submitted()).containsExactly(new OperatorCommand.Listen(false));
        assertThat(text(robot, "#port-state")).isEqualTo("stopping…");
        tried.show(Picks.stopped(world.latest()));
        eventually(() -> text(robot, "#port-state").equals("stopped"));
        assertThat(text(robot, "#port")).isEqualTo("Start");
    }

    @Test
    void aStoppedBrokerOffersToStartInsteadOfTellingHowToConnect(FxRobot robot) {
        tried.show(Picks.stopped(Frame.EMPTY));
        eventually(() -> text(robot, "#port-state").equals("stopped"));
        eventually(() -> robot.lookup("#start-listening").query().isVisible());
        assertThat(text(robot, ".empty-title")).isEqualTo("Not listening");
        assertThat(robot.lookup("#start-demo").query().getParent().isVisible()).isFalse();

        robot.clickOn("#start-listening");

        assertThat(tried.desk.submitted()).containsExactly(new OperatorCommand.Listen(true));
        tried.show(Frame.EMPTY);
        eventually(() -> text(robot, "#port-state").equals("listening"));
        eventually(() -> text(robot, ".empty-title").equals("Waiting for the first client"));
    }

    @Test
    void anIdleWindowComesToRest(FxRobot robot) {
        eventually(tried.window()::isTurning);
        tried.show(Frame.EMPTY);
        eventually(() -> robot.lookup("#empty-state").query().isVisible());
        comesToRest();
    }

    @Test
    void aHeldPictureComesToRestThoughTheBrokerGoesOn(FxRobot robot) {
        eventually(() -> text(robot, ".status-bar .label").equals("95 streams"));
        robot.push(KeyCode.SPACE);
        comesToRest();
    }

    @Test
    void theWindowComesBackWhereItWas(FxRobot robot) {
        robot.interact(() -> {
            tried.stage().setWidth(960);
            tried.stage().setHeight(800);
            tried.stage().hide();
        });

        assertThat(tried.memory).containsKeys("window.split.sides", "window.split.floors");
        assertThat(tried.memory.get("window.bounds")).endsWith("960.0000 800.0000");
    }

    @Test
    void sidesKeepTheirWidthsWhenTheWindowGetsItsSizeLate(FxRobot robot) {
        robot.interact(() -> tried.stage().setWidth(900));
        robot.interact(() -> tried.stage().setHeight(600));
        robot.interact(() -> {
            tried.stage().setWidth(1000);
            tried.stage().setHeight(1000);
        });
        var sides = robot.lookup(".split-pane").<SplitPane>queryAll().stream()
                .filter(each -> each.getItems().size() == 3)
                .findFirst()
                .orElseThrow();

        eventually(() -> sides.getWidth() == 1000);
        assertThat(width(sides, 0)).isCloseTo(236, within(3.0));
        assertThat(width(sides, 2)).isCloseTo(346, within(3.0));
    }

    @Test
    void aFaultInTheWindowIsToldInTheStatusBar(FxRobot robot) {
        robot.interact(() -> {
            var handler = Thread.currentThread().getUncaughtExceptionHandler();
            handler.uncaughtException(Thread.currentThread(), new IllegalStateException("for the test"));
        });

        assertThat(text(robot, ".status-fault")).contains("for the test");
    }

    /** JavaFX pulses sixty times a second for as long as a timer runs, even if nothing is painted. */
    private void comesToRest() {
        await().atMost(2, MINUTES)
                .during(Duration.ofSeconds(1))
                .until(() -> !tried.window().isTurning());
    }

    private String focusedId() {
        Node focused = tried.window().scene().getFocusOwner();
        return focused == null ? "" : focused.getId();
    }

    private static double width(SplitPane split, int side) {
        return ((Region) split.getItems().get(side)).getWidth();
    }
}
