package virdi.ui.map.valve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import virdi.model.ResourceId;
import virdi.ui.SampleWorld;
import virdi.ui.map.MapViews;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.FreeSpace;
import virdi.ui.map.scene.Camera;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.ValvePlace;

public class FreeSpaceTest {
    private static final Box PANEL = new Box(0, 0, 272, 126);

    @Test
    void aPanelStandsBesideWhatMattersAndNear() {
        var card = new FreeSpace.Thing(new Box(400, 300, 170, 40), 1);
        Box box = FreeSpace.of(100, 50, 400, 320, 1_000, 700, List.of(card));
        assertThat(FreeSpace.shared(box, card.box())).isZero();
        assertThat(Math.abs(box.centreX() - 400)).isLessThan(120);
        assertThat(Math.abs(box.centreY() - 320)).isLessThan(100);
    }

    @Test
    void whereAllIsCoveredItCoversWhatMattersLeastAndStaysWithinTheView() {
        var all = new FreeSpace.Thing(new Box(0, 0, 300, 200), 3);
        var lower = new FreeSpace.Thing(new Box(0, 100, 300, 100), 5);
        Box box = FreeSpace.of(280, 80, 150, 150, 300, 200, List.of(all, lower));
        assertThat(box.y()).isLessThan(24);
        assertThat(FreeSpace.of(280, 80, 0, 0, 100, 50, List.of()))
                .as("a view that is too small")
                .isEqualTo(new Box(8, 8, 280, 80));
    }

    /** Every valve of the sample: its words cover no card and no tank, and do not move while it is turned. */
    @Test
    void wordsOfAValveCoverNoCardAndNoTankOfTheSample() {
        MapViewModel map = MapViews.model();
        map.resize(1_044, 768, 0);
        map.show(SampleWorld.factory().at(1_000), 0);
        map.advance(0);
        for (String resource : List.of("iron", "coal", "copper", "power")) {
            Objects.requireNonNull(map.basin(new ResourceId(resource))).forEachNode(node -> {
                ValvePlace place = Objects.requireNonNull(ValvePlace.of(map, node.element()));
                Box way = new Box(place.x() - 130, place.y() - 200, 180, 240);
                var readout = new ValveReadout();
                Box free = readout.room(map, node.element(), place, way, PANEL, 1_044, 768, null);
                map.basins().forEach(basin -> {
                    covers(map, free, basin.tank());
                    basin.forEachNode(other -> covers(map, free, other.box()));
                });
                assertThat(readout.room(map, node.element(), place, way.movedBy(0, 50), PANEL, 1_044, 768, null))
                        .as("it stays")
                        .isSameAs(free);
            });
        }
    }

    private static void covers(MapViewModel map, Box panel, Box thing) {
        Camera camera = map.camera();
        Box there = Box.between(
                camera.toScreenX(thing.x()),
                camera.toScreenY(thing.y()),
                camera.toScreenX(thing.right()),
                camera.toScreenY(thing.bottom()));
        assertThat(FreeSpace.shared(panel, there))
                .as("%s over %s", panel, there)
                .isZero();
    }
}
