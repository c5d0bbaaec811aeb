package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.OperatorCommand;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.ui.Clicks;
import virdi.ui.SampleWorld;
import virdi.ui.kit.Selection;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.ValvePlace;
import virdi.ui.map.valve.ValveModel.ValveState;
import virdi.ui.sign.Theme;

/** Hands at the valves of the map. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
public class ValveTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Target FURNACE =
            new Target.Consumption(new ClientId("factory-a"), new ConsumerId("furnace-1"));

    private final Selection<Target> selection = new Selection<>();
    private final List<List<OperatorCommand>> sent = new ArrayList<>();
    private MapView view;

    @Start
    void open(Stage stage) {
        view = MapViews.view(selection, targets -> new ContextMenu());
        view.onTurn(sent::add);
        Scene scene = new Scene(view, 980, 800);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.show(SampleWorld.factory().at(0));
        view.pulse(SECOND);
    }

    @Test
    void aPipeWithoutThrottleIsThrottledByDraggingItsValve(FxRobot robot) {
        double zoom = view.model().camera().toScreenX(0);
        Point2D at = valve("furnace-2");
        robot.moveTo(at).press(MouseButton.PRIMARY).moveTo(at.add(3, 70));
        assertThat(view.valves().hold()).isEqualTo(ValveState.DRAGGED);
        assertThat(view.valves().preview().rationed()).hasSize(1);
        assertThat(sent).isEmpty();
        robot.release(MouseButton.PRIMARY);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst()).singleElement().isInstanceOf(OperatorCommand.Throttle.class);
        assertThat(view.model().camera().toScreenX(0)).as("nothing was panned").isEqualTo(zoom);
    }

    @Test
    void whileAValveIsDraggedNothingIsFaded(FxRobot robot) {
        Point2D at = valve("furnace-1");
        robot.moveTo(at).interact(() -> {
            view.pulse(2 * SECOND);
            view.pulse(3 * SECOND);
        });
        assertThat(view.model().isTracing()).isTrue();
        robot.press(MouseButton.PRIMARY).moveTo(at.add(0, 40)).interact(() -> {
            view.pulse(4 * SECOND);
            view.pulse(5 * SECOND);
        });
        assertThat(view.valves().hold()).isEqualTo(ValveState.DRAGGED);
        assertThat(view.model().isTracing()).isFalse();
        robot.release(MouseButton.PRIMARY);
    }

    @Test
    void escapeGivesUpWhatIsDragged(FxRobot robot) {
        Point2D at = valve("furnace-1");
        robot.moveTo(at).press(MouseButton.PRIMARY).moveTo(at.add(0, -300));
        assertThat(view.valves().pace()).isNull();
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        assertThat(sent).isEmpty();
        assertThat(view.valves().held()).isNull();
    }

    @Test
    void theWheelTurnsAValveAndDoesNotZoom(FxRobot robot) {
        double zoom = view.model().camera().zoom();
        robot.moveTo(valve("furnace-1")).scroll(2, VerticalDirection.UP);
        assertThat(view.valves().pace()).isNotEqualTo(new Pace(60));
        assertThat(view.model().camera().zoom()).isEqualTo(zoom);
        robot.interact(() -> {
            view.pulse(2 * SECOND);
            view.pulse(4 * SECOND);
        });
        assertThat(sent).hasSize(1);
    }

    @Test
    void aNumberIsTypedWhereTheValveIs(FxRobot robot) {
        Clicks.twice(robot, valve("furnace-1"));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("lots").type(KeyCode.ENTER);
        assertThat(robot.lookup("#valve-hint").queryAs(Label.class).getText()).contains("Expected a whole number");
        assertThat(sent).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("90").type(KeyCode.ENTER);
        assertThat(sent).containsExactly(List.of(new OperatorCommand.Throttle(FURNACE, new Pace(90), null)));
        assertThat(robot.lookup("#valve-number").query().getParent().getParent().isVisible())
                .isFalse();
        assertThat(view.isFocused()).isTrue();
        Clicks.twice(robot, valve("furnace-2"));
        robot.write("7").type(KeyCode.ESCAPE);
        assertThat(sent).hasSize(1);
    }

    @Test
    void theKeyboardTakesTurnsAndSetsAValve(FxRobot robot) {
        robot.interact(() -> {
            view.requestFocus();
            view.gestures().focus(node("furnace-1").element());
        });
        robot.type(KeyCode.V, KeyCode.UP, KeyCode.UP, KeyCode.DOWN);
        assertThat(view.getAccessibleText()).startsWith("Valve of furnace-1, 61/min of 180/min possible");
        robot.type(KeyCode.ENTER);
        assertThat(sent).containsExactly(List.of(new OperatorCommand.Throttle(FURNACE, new Pace(61), null)));
        robot.type(KeyCode.V, KeyCode.HOME, KeyCode.ESCAPE);
        assertThat(sent).hasSize(1);
    }

    private NodePicture node(String label) {
        return Objects.requireNonNull(view.model().basin(new ResourceId("coal"))).consumers().stream()
                .filter(it -> it.node().label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** Where the valve of a node is on the screen. */
    private Point2D valve(String label) {
        ValvePlace place =
                Objects.requireNonNull(ValvePlace.of(view.model(), node(label).element()));
        return view.localToScreen(place.x(), place.y());
    }
}
