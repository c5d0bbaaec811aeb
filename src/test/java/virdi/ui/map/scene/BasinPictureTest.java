package virdi.ui.map.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import virdi.telemetry.FlowState;
import virdi.telemetry.TankState;
import virdi.ui.map.MapViews;
import virdi.ui.map.MapWorld;
import virdi.ui.map.layout.BasinShape;
import virdi.ui.map.plane.Box;

/** Tests that the bounds of a basin contain everything that is drawn of it. */
public class BasinPictureTest {
    private static final long PULSE_NANOS = 16_000_000L;
    private static final int PULSES = 30;
    private static final int MOST = 11;

    /** The painter erases only the bounds. Anything drawn outside would stay on the screen after the basin moves. */
    @Property(tries = 30)
    void nothingIsOutsideItsBoundsWhileStreamsComeAndGo(@ForAll Random random) {
        var model = MapViews.model();
        long nanos = 1;
        model.resize(1_000, 700, nanos);
        List<Character> consumers = new ArrayList<>();
        for (int change = 0; change < 20; change++) {
            if (consumers.size() == MOST || !consumers.isEmpty() && random.nextInt(3) == 0) {
                consumers.remove(random.nextInt(consumers.size()));
            } else {
                consumers.add((char) ('a' + change));
            }
            var world = new MapWorld().tank("iron", TankState.STEADY).producer("mine", "iron", FlowState.FLOWING);
            consumers.forEach(letter -> world.consumer(letter + "-mill", letter + "-mill", "iron", FlowState.FLOWING));
            model.show(world.frame(change), nanos);
            nanos = glide(model, nanos);
        }
    }

    @Property(tries = 10)
    void nothingIsOutsideItsBoundsWhileTanksGrowAndShrink(@ForAll Random random) {
        var model = MapViews.model();
        long nanos = 1;
        model.resize(1_000, 700, nanos);
        model.show(MapWorld.of(4, 2, 5, FlowState.FLOWING).frame(1), nanos);
        for (int change = 0; change < 10; change++) {
            BasinPicture any = List.copyOf(model.basins()).get(random.nextInt(4));
            model.toggle(any.element(), nanos);
            nanos = glide(model, nanos);
        }
    }

    private static long glide(MapViewModel model, long from) {
        long nanos = from;
        for (int pulse = 0; pulse < PULSES; pulse++) {
            model.advance(nanos);
            for (BasinPicture basin : model.basins()) {
                Box bounds = basin.bounds().grownBy(BasinPicture.SPILL);
                Box tank = basin.tank();
                double high = BasinShape.HEAD + tank.height() + BasinShape.FOOT;
                Box named = new Box(tank.x(), tank.y() - BasinShape.HEAD, tank.width(), high);
                assertThat(bounds.contains(named)).as(basin.id().value()).isTrue();
                basin.forEachNode(node -> assertThat(bounds.contains(node.box()))
                        .as(node.node().label())
                        .isTrue());
            }
            nanos += PULSE_NANOS;
        }
        return nanos;
    }
}
