package virdi.ui.map.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import virdi.telemetry.FlowState;
import virdi.telemetry.TankState;
import virdi.ui.map.MapWorld;
import virdi.ui.map.content.MapOrder;

/** By client, a pipe that is drawn again brings what it is covered by along. */
@ExtendWith(ApplicationExtension.class)
public class CrossingPipesTest extends StaticPixels {
    /** The edges of a long bend, cut elsewhere and drawn over themselves; a line too much differs by more than that. */
    private static final int ALIKE = 64;

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void aThrottleThatIsSetOrTurnedOrReleasedLeavesNoTrace(FxRobot robot) {
        robot.interact(() -> {
            showByClient(world(FlowState.FLOWING));
            model.zoomAbout(1 / model.camera().zoom(), WIDTH / 2.0, HEIGHT / 2.0);
            leaveNoTrace(
                    world(FlowState.THROTTLED),
                    world(FlowState.THROTTLED).throttled(20),
                    world(FlowState.THROTTLED).throttled(20).carrying(3),
                    world(FlowState.THROTTLED).throttled(20_000),
                    world(FlowState.FLOWING));
        });
    }

    @Test
    void aPipeThatIsDrawnAgainDoesNotCoverTheValveItCrosses(FxRobot robot) {
        robot.interact(() -> {
            showByClient(crossing(FlowState.FLOWING));
            leaveNoTrace(crossing(FlowState.SILENT));
        });
    }

    @Test
    void aStateIsToldAllTheWayToATankInAnInnerLane(FxRobot robot) {
        robot.interact(() -> {
            showByClient(world(FlowState.FLOWING));
            assertThat(model.basins())
                    .as("tanks behind others")
                    .anyMatch(basin -> basin.consumers().stream().anyMatch(node -> node.mouthX() > 1));
            leaveNoTrace(world(FlowState.STARVING));
        });
    }

    @Test
    void aTankThatCallsNoMoreLeavesNoTraceOfItsWords(FxRobot robot) {
        robot.interact(() -> {
            showByClient(world(FlowState.SATISFIED).tank("gold", TankState.FULL));
            model.zoomAbout(0.5 / model.camera().zoom(), WIDTH / 2.0, HEIGHT / 2.0);
            leaveNoTrace(world(FlowState.SATISFIED));
        });
    }

    /** Draws what is shown, and then only what changes from one to the next: nothing may lie there that all drawn at once lacks. */
    private void leaveNoTrace(MapWorld... nexts) {
        StaticLayer layer = layer();
        paint(layer);
        for (MapWorld next : nexts) {
            show(next);
            paint(layer);
            assertThat(differences(layer.canvas(), afresh().canvas(), ALIKE))
                    .as("pixels that differ")
                    .isEmpty();
        }
    }

    private void showByClient(MapWorld world) {
        model.resize(WIDTH, HEIGHT, nanos);
        show(world);
        model.arrangeBy(MapOrder.BY_CLIENT, nanos);
        settle();
    }

    /** Clients that make three resources each: where one of them has a valve, the pipe of another one crosses. */
    private static MapWorld crossing(FlowState crossing) {
        var world = new MapWorld();
        List<String> resources = List.of("iron", "lead", "salt");
        resources.forEach(name -> world.tank(name, TankState.STEADY));
        for (String client : List.of("east", "north", "south", "west")) {
            for (String resource : resources) {
                boolean held = client.equals("north") && resource.equals("lead");
                boolean across = client.equals("west") && resource.equals("iron");
                world.producer(client, resource, held ? FlowState.THROTTLED : across ? crossing : FlowState.FLOWING);
            }
        }
        return world;
    }

    /** Each tank has a producer and a consumer of its own, so that no two pipes cross. */
    private static MapWorld world(FlowState consuming) {
        var world = new MapWorld();
        for (String name : List.of("coal", "gold", "iron", "lead", "salt", "wood")) {
            world.tank(name, TankState.STEADY)
                    .producer(name + "-mine", name, FlowState.FLOWING)
                    .consumer(name + "-mill", "wheel", name, consuming);
        }
        return world;
    }
}
