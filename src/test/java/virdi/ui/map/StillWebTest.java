package virdi.ui.map;

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

/** By client, a pipe that is drawn again brings what it is covered by along. */
@ExtendWith(ApplicationExtension.class)
class StillWebTest extends StillPixels {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void aStateIsToldAllTheWayToATankInAnInnerLane(FxRobot robot) {
        robot.interact(() -> {
            model.resize(WIDTH, HEIGHT, nanos);
            model.show(world(FlowState.FLOWING).frame(1), nanos);
            model.arrangeBy(MapOrder.BY_CLIENT, nanos);
            settle();
            assertThat(model.basins())
                    .as("tanks behind others")
                    .anyMatch(basin -> basin.consumers().stream().anyMatch(node -> node.mouthX() > 1));
            StillLayer layer = layer();
            paint(layer);
            model.show(world(FlowState.STARVING).frame(1), nanos);
            settle();
            paint(layer);
            assertThat(differences(layer, afresh())).as("pixels that differ").isEmpty();
        });
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
