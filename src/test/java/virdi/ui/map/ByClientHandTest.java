package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.model.ClientId;
import virdi.model.OperatorCommand;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.telemetry.TankState;
import virdi.ui.kit.Selection;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.content.Side;
import virdi.ui.map.plane.Box;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.Camera;
import virdi.ui.map.scene.CardPicture;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.scene.ValvePlace;
import virdi.ui.sign.Theme;

/** By client, hands and keys do what they do by resource. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start comes before every test
public class ByClientHandTest {
    private static final long SECOND = 1_000_000_000L;

    private final Selection<Target> selection = new Selection<>();
    private final List<Set<Target>> menus = new ArrayList<>();
    private final List<String> remembered = new ArrayList<>();
    private final List<OperatorCommand> sent = new ArrayList<>();
    private MapView view;
    private long now = SECOND;

    @Start
    void open(Stage stage) {
        view = MapViews.view(selection, targets -> {
            menus.add(targets);
            return new ContextMenu(new MenuItem("Throttle"));
        });
        view.onPinned(remembered::add);
        view.onTurn(sent::addAll);
        Scene scene = new Scene(view, 980, 800);
        Theme.DARK.applyTo(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.show(new MapWorld()
                .tank("ore", TankState.STEADY)
                .tank("wood", TankState.STEADY)
                .producer("mine", "ore", FlowState.FLOWING)
                .consumer("smelter", "furnace", "ore", FlowState.FLOWING)
                .producer("forest", "wood", FlowState.FLOWING)
                .consumer("sawmill", "saw", "wood", FlowState.FLOWING)
                .frame(0));
        view.arrangeBy(MapOrder.BY_CLIENT);
    }

    @BeforeEach
    void draw(FxRobot robot) {
        pass(robot);
    }

    @Test
    void aCardIsDraggedRememberedAndTidied(FxRobot robot) {
        Box before = card(Side.CONSUMER, "smelter").box();
        Box tank = tank("ore").tank();
        moveTo(robot, before.centreX(), before.y() + 12).press(MouseButton.PRIMARY);
        robot.moveBy(25, 60).release(MouseButton.PRIMARY);
        pass(robot);
        double zoom = view.model().camera().zoom();
        Box after = card(Side.CONSUMER, "smelter").box();
        assertThat(after.x() - before.x()).isCloseTo(25 / zoom, within(2.0));
        assertThat(after.y() - before.y()).isCloseTo(60 / zoom, within(2.0));
        assertThat(card(Side.CONSUMER, "smelter").rows().getFirst().box().x()).isEqualTo(after.x());
        assertThat(tank("ore").tank()).isEqualTo(tank);
        assertThat(selection.isEmpty()).as("a drag is no click").isTrue();
        assertThat(remembered).singleElement().asString().startsWith("|CONSUMER%0Asmelter%0A ");

        robot.interact(() -> view.restorePins("ore 2000 300" + remembered.getFirst()));
        robot.interact(() -> view.arrangeBy(MapOrder.BY_RESOURCE));
        pass(robot);
        robot.type(KeyCode.T);
        robot.interact(() -> view.arrangeBy(MapOrder.BY_CLIENT));
        pass(robot);
        assertThat(card(Side.CONSUMER, "smelter").box())
                .as("what is tidied by resource is not by client")
                .isEqualTo(view.model().grasp(card(Side.CONSUMER, "smelter").element()))
                .isNotEqualTo(before);
        robot.type(KeyCode.T);
        pass(robot);
        assertThat(card(Side.CONSUMER, "smelter").box()).isEqualTo(before);
        assertThat(remembered).last().isEqualTo("");
    }

    @Test
    void aTankIsDraggedAndEscapePutsItBack(FxRobot robot) {
        Box before = tank("ore").tank();
        moveTo(robot, before.centreX(), before.centreY()).press(MouseButton.PRIMARY);
        robot.moveBy(0, 50);
        pass(robot);
        assertThat(tank("ore").tank()).isNotEqualTo(before);
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        pass(robot);
        assertThat(tank("ore").tank()).isEqualTo(before);
        assertThat(remembered).isEmpty();
    }

    @Test
    void thePointerTracesAndTheMenuIsTheClients(FxRobot robot) {
        Box head = card(Side.PRODUCER, "mine").head();
        moveTo(robot, head.centreX(), head.centreY());
        pass(robot);
        assertThat(card(Side.CONSUMER, "smelter").isFound()).isTrue();
        assertThat(card(Side.CONSUMER, "sawmill").isFound()).isFalse();
        assertThat(tank("wood").isFound()).isFalse();

        robot.clickOn(MouseButton.SECONDARY);
        robot.interact(() -> {});
        assertThat(menus).containsExactly(Set.of(new Target.Client(new ClientId("mine"))));
        assertThat(selection.items()).isEqualTo(menus.getFirst());
    }

    @Test
    void keysWalkFromACardAlongItsPipesSelectAndTurnTheValve(FxRobot robot) {
        Box head = card(Side.PRODUCER, "mine").head();
        moveTo(robot, head.centreX(), head.centreY()).clickOn(MouseButton.PRIMARY);
        pass(robot);
        assertThat(selection.items()).containsExactly(new Target.Client(new ClientId("mine")));
        assertThat(card(Side.PRODUCER, "mine").isSelected()).isTrue();

        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(selection.items())
                .containsExactly(new Target.Resource(tank("ore").id()));
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        pass(robot);
        NodePicture row = tank("ore").consumers().getFirst();
        assertThat(view.model().selectedElements()).containsExactly(row.element());

        ValvePlace valve = Objects.requireNonNull(ValvePlace.of(view.model(), row.element()));
        robot.moveTo(view.localToScreen(valve.x(), valve.y())).press(MouseButton.PRIMARY);
        robot.moveBy(0, 30).release(MouseButton.PRIMARY);
        pass(robot);
        assertThat(sent).singleElement().isInstanceOf(OperatorCommand.Throttle.class);
        assertThat(remembered).as("a valve is not the card").isEmpty();
    }

    private CardPicture card(Side side, String client) {
        return Objects.requireNonNull(view.model().card(new CardKey(side, client, "")));
    }

    private BasinPicture tank(String name) {
        return Objects.requireNonNull(view.model().basin(new ResourceId(name)));
    }

    private FxRobot moveTo(FxRobot robot, double planeX, double planeY) {
        Camera camera = view.model().camera();
        robot.moveTo(view.localToScreen(camera.toScreenX(planeX), camera.toScreenY(planeY)));
        return robot;
    }

    /** Lets a second go by, in which everything comes to rest. */
    private void pass(FxRobot robot) {
        robot.interact(() -> {
            view.pulse(now);
            now += SECOND;
            view.pulse(now);
        });
    }
}
