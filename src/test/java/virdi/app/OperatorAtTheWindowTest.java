package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.app.Workplace.awaitUnitsPerSecond;
import static virdi.app.Workplace.soon;
import static virdi.app.Workplace.text;
import static virdi.app.Workplace.units;

import io.grpc.Status;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.app.SocketClient.Heard;
import virdi.app.process.StartupException;
import virdi.proto.ResourceConsumption;

/** The main job, as an operator does it: the real broker, the demo, clients over sockets, and hands on the window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
class OperatorAtTheWindowTest {
    @TempDir
    private Path data;

    private Workplace place;
    private SocketClient tester;

    @Start
    void open(Stage stage) throws StartupException {
        place = Workplace.open(stage, data);
        tester = place.client("tester");
    }

    @AfterEach
    void close() throws InterruptedException {
        tester.close();
        place.close();
    }

    @Test
    void seesTheDemoThrottlesOneConsumerDisconnectsAnotherAndFindsBothInTheEvents(FxRobot robot) {
        robot.clickOn("#start-demo");
        robot.clickOn("#tab-streams");
        TableView<?> streams = robot.lookup("#streams-table").queryTableView();
        soon(() -> streams.getItems().size() >= 32);
        assertThat(robot.lookup("#empty-state").query().isVisible()).isFalse();

        Heard<ResourceConsumption> slow = tester.consume("meter-slow", "power", 3_000);
        Heard<ResourceConsumption> doomed = tester.consume("meter-doomed", "power", 3_000);
        soon(() -> units(slow) > 2_300 && units(doomed) > 2_300);
        awaitUnitsPerSecond(slow, 40, 60);

        select(robot, "meter-slow");
        Slider slider = robot.lookup("#throttle-slider").queryAs(Slider.class);
        Node thumb = slider.lookup(".thumb");
        robot.drag(thumb).moveBy(-slider.getWidth() / 2, 0).drop();
        soon(() -> text(robot, "#inspector-state").contains("throttled"));
        awaitUnitsPerSecond(slow, 0, 19);
        awaitUnitsPerSecond(doomed, 40, 60);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        soon(() -> !text(robot, "#inspector-state").contains("throttled"));

        select(robot, "meter-doomed");
        robot.clickOn("#inspect-disconnect");
        robot.clickOn("#reason").push(KeyCode.CONTROL, KeyCode.A).write("maintenance at noon");
        robot.clickOn("#confirm");
        assertThat(doomed.awaitEnd()).satisfies(status -> {
            assertThat(status.getCode()).isEqualTo(Status.Code.ABORTED);
            assertThat(status.getDescription()).isEqualTo("maintenance at noon");
        });
        assertThat(slow.isOpen()).isTrue();

        robot.clickOn("#tab-events");
        robot.clickOn("#events-filter").write("client:tester");
        ListView<?> events = robot.lookup("#events-list").queryListView();
        soon(() -> events.getItems().size() == 3);
        assertThat(events.getItems().getFirst().toString()).contains("ABORTED");

        robot.clickOn("#port").clickOn("#confirm");
        assertThat(slow.awaitEnd().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        soon(() -> text(robot, "#port-state").equals("stopped"));
        soon(() -> openStreams() == 0);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        soon(() -> text(robot, "#port-state").equals("listening"));
        soon(() -> openStreams() >= 32);
    }

    private int openStreams() {
        return place.frame().totals().streams();
    }

    private static void select(FxRobot robot, String consumer) {
        robot.clickOn("#streams-filter");
        robot.push(KeyCode.CONTROL, KeyCode.A).write(consumer);
        Node table = robot.lookup("#streams-table").query();
        robot.clickOn((Node) robot.from(table).lookup(consumer).query());
        soon(() -> text(robot, "#inspector-title").equals(consumer));
    }
}
