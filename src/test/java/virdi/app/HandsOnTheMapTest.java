package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.app.Workplace.awaitUnitsPerSecond;
import static virdi.app.Workplace.soon;
import static virdi.app.Workplace.text;
import static virdi.app.Workplace.units;

import io.grpc.Status;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.app.SocketClient.Heard;
import virdi.app.process.StartupException;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.Target;
import virdi.proto.ResourceConsumption;
import virdi.ui.Clicks;
import virdi.ui.map.MapSight;

/** Hands on the map, by mouse and by keyboard: the real broker behind it, and clients over sockets who feel what is done. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
class HandsOnTheMapTest {
    private static final int STOCK = 2_000_000;
    private static final int LAMPS = 12;
    private static final Target LATHE = new Target.Consumption(new ClientId("workshop"), new ConsumerId("lathe-1"));

    @TempDir
    private Path data;

    private Workplace place;
    private MapSight map;
    private SocketClient plant;
    private SocketClient workshop;
    private SocketClient street;
    private Heard<ResourceConsumption> lathe;
    private Heard<ResourceConsumption> press;

    @Start
    void open(Stage stage) throws StartupException {
        place = Workplace.open(stage, data);
        map = new MapSight(place.scene());
        plant = place.client("plant");
        workshop = place.client("workshop");
        street = place.client("street");
    }

    @BeforeEach
    void connect() {
        plant.produce("power", STOCK);
        lathe = workshop.consume("lathe-1", "power", 3_000);
        press = workshop.consume("press-1", "power", 3_000);
        for (int lamp = 1; lamp <= LAMPS; lamp++) {
            street.consume("lamp-" + lamp, "power", 60);
        }
        // The buffer of a client is filled first, faster than it is consumed.
        soon(() -> units(lathe) > 2_300 && units(press) > 2_300);
        soon(() -> map.has("lamp ×" + LAMPS));
        soon(map::isAtRest);
    }

    @AfterEach
    void close() throws InterruptedException {
        for (SocketClient client : List.of(plant, workshop, street)) {
            client.close();
        }
        place.close();
    }

    @Test
    void findsSelectsThrottlesAtTheValveTakesItBackDisconnectsUnfoldsZoomsAndFindsAgain(FxRobot robot) {
        awaitUnitsPerSecond(lathe, 40, 60);
        find(robot, "lathe");
        assertThat(map.isFound("lathe-1")).isTrue();
        assertThat(map.isFound("press-1")).isFalse();
        robot.clickOn(map.node("lathe-1"));
        soon(() -> text(robot, "#inspector-title").equals("lathe-1"));

        robot.moveTo(map.valve("lathe-1")).press(MouseButton.PRIMARY).moveBy(0, 110);
        assertThat(map.heldAt()).endsWith("/min");
        assertThat(map.concerned()).as("it is told who would go short").isEqualTo(1);
        assertThat(place.frame().rules())
                .as("nothing is done before it is let go")
                .isEmpty();
        String pace = map.heldAt();
        robot.release(MouseButton.PRIMARY);
        soon(() -> place.frame().rules().size() == 1);
        long perMinute = throttleOf(LATHE);
        assertThat(pace.replace(",", "")).isEqualTo(perMinute + "/min");
        awaitUnitsPerSecond(lathe, 0, perMinute / 60 + 2);
        awaitUnitsPerSecond(press, 40, 60);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        soon(() -> place.frame().rules().isEmpty());
        awaitUnitsPerSecond(lathe, 40, 60);

        robot.rightClickOn(map.node("lathe-1")).clickOn("#act-disconnect").clickOn("#confirm");
        Status ended = lathe.awaitEnd();
        assertThat(ended.getCode()).isEqualTo(Status.Code.ABORTED);
        assertThat(ended.getDescription()).isEqualTo("disconnected by the operator");
        assertThat(press.isOpen()).isTrue();
        soon(() -> !map.has("lathe-1") && map.isAtRest());

        find(robot, "");
        Clicks.twice(robot, map.node("lamp ×" + LAMPS));
        soon(() -> map.has("lamp-7") && map.isAtRest());
        Clicks.twice(robot, map.node("lamp-7"));
        soon(() -> map.has("lamp ×" + LAMPS) && map.isAtRest());

        double zoom = map.zoom();
        robot.moveTo(map.node("press-1")).scroll(3, VerticalDirection.UP);
        assertThat(map.zoom()).isNotEqualTo(zoom);
        robot.scroll(12, VerticalDirection.UP);
        soon(() -> map.isAtRest() && map.minuteOf("press-1").size() > 5);
        assertThat(map.minuteOf("press-1"))
                .as("what was before somebody came near")
                .anyMatch(rate -> rate > 2_000);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        soon(() -> map.isAtRest() && Math.abs(map.zoom() - zoom) < 0.01);

        find(robot, "client:street");
        assertThat(map.isFound("lamp ×" + LAMPS)).isTrue();
        assertThat(map.isFound("press-1")).isFalse();
    }

    @Test
    void allOfItGoesByKeyboard(FxRobot robot) {
        find(robot, "lathe");
        robot.type(KeyCode.ENTER);
        assertThat(map.spoken())
                .as("which, what, in which state, how fast")
                .matches("lathe-1, consumer of power, (flowing|satisfied), [0-9,]+ / 3,000 /min\\. Valve: no limit");
        robot.type(KeyCode.LEFT);
        assertThat(map.spoken()).as("along the pipe").startsWith("power, tank, ");
        robot.type(KeyCode.RIGHT);
        while (!map.spoken().startsWith("lathe-1")) {
            String before = map.spoken();
            robot.type(KeyCode.UP);
            assertThat(map.spoken()).as("between the pipes").isNotEqualTo(before);
        }
        robot.type(KeyCode.ENTER);
        soon(() -> text(robot, "#inspector-title").equals("lathe-1"));

        robot.type(KeyCode.V, KeyCode.DOWN, KeyCode.DOWN);
        assertThat(map.spoken()).startsWith("Valve of lathe-1, ").contains(" of 3,000/min possible");
        robot.type(KeyCode.ESCAPE);
        assertThat(map.heldAt()).isEmpty();
        robot.type(KeyCode.V, KeyCode.HOME, KeyCode.ENTER);
        soon(() -> throttleOf(LATHE) == 0);
        soon(() -> map.spoken().contains(", paused") && map.spoken().endsWith("Valve: paused"));
        awaitUnitsPerSecond(lathe, 0, 0);
        robot.type(KeyCode.V, KeyCode.END, KeyCode.ENTER);
        soon(() -> place.frame().rules().isEmpty());
        awaitUnitsPerSecond(lathe, 1, Long.MAX_VALUE);

        robot.type(KeyCode.DELETE).type(KeyCode.ENTER);
        assertThat(lathe.awaitEnd().getCode()).isEqualTo(Status.Code.ABORTED);

        find(robot, "lamp");
        robot.type(KeyCode.ENTER).type(KeyCode.SPACE);
        soon(() -> map.has("lamp-7") && map.spoken().startsWith("lamp-"));
        robot.type(KeyCode.DOWN);
        assertThat(map.spoken()).as("the walk goes on where the fold was").matches("lamp-\\d+, consumer of power, .*");
        robot.type(KeyCode.SPACE);
        soon(() -> !map.has("lamp-7") && map.spoken().startsWith("lamp ×" + LAMPS));
    }

    @Test
    void aThrottleOnTheWholeClientIsToldAndLiftedAtAPipesValve(FxRobot robot) {
        Target client = new Target.Client(new ClientId("workshop"));
        place.desk()
                .submit(new OperatorCommand.Throttle(client, new Pace(600), null))
                .join();
        soon(() -> throttleOf(client) == 600);
        find(robot, "lathe");
        robot.type(KeyCode.ENTER);
        soon(() -> map.spoken().endsWith("Valve: held by workshop's throttle, 600/min"));
        robot.type(KeyCode.V, KeyCode.END);
        assertThat(map.spoken()).endsWith("Lifts workshop's throttle, 600/min, from all 2 streams it holds.");
        assertThat(throttleOf(client)).isEqualTo(600);
        robot.type(KeyCode.ENTER);
        soon(() -> place.frame().rules().isEmpty());
        awaitUnitsPerSecond(press, 40, 60);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        soon(() -> throttleOf(client) == 600);
    }

    private static void find(FxRobot robot, String what) {
        robot.push(KeyCode.CONTROL, KeyCode.F).push(KeyCode.CONTROL, KeyCode.A);
        if (what.isEmpty()) {
            robot.type(KeyCode.BACK_SPACE);
        } else {
            robot.write(what);
        }
    }

    /** The pace in force, in units a minute; negative when there is none. */
    private long throttleOf(Target target) {
        for (OperatorRule rule : place.frame().rules()) {
            if (rule instanceof OperatorRule.Throttled throttle
                    && throttle.target().equals(target)) {
                return throttle.pace().unitsPerMinute();
            }
        }
        return -1;
    }
}
