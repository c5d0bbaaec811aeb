package virdi.ui.map.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.model.ResourceId;
import virdi.telemetry.FlowState;
import virdi.telemetry.TankState;
import virdi.ui.map.MapViews;
import virdi.ui.map.MapWorld;
import virdi.ui.map.content.CardKey;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.MapOrder;
import virdi.ui.map.content.Side;

/** Tests that the pointer shows the whole path through an element, in both arrangements. */
public class HoverTraceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ResourceId ORE = new ResourceId("ore");

    private final MapViewModel model = MapViews.model();
    private final MapWorld world = new MapWorld()
            .tank("ore", TankState.STEADY)
            .tank("iron", TankState.STEADY)
            .tank("wood", TankState.STEADY)
            .producer("mine", "ore", FlowState.FLOWING)
            .consumer("smelter", "furnace", "ore", FlowState.FLOWING)
            .producer("smelter", "iron", FlowState.FLOWING)
            .consumer("factory", "press", "iron", FlowState.FLOWING)
            .producer("forest", "wood", FlowState.FLOWING)
            .consumer("factory", "saw", "wood", FlowState.FLOWING);
    private long now = SECOND;

    @BeforeEach
    void open() {
        model.resize(1_200, 800, 0);
        model.show(world.frame(0), 0);
        model.advance(now);
    }

    @Test
    void whatIsSearchedForStaysWhateverThePointerRestsOn() {
        rest(ore());
        model.find("wood");
        assertThat(lit()).contains("wood").doesNotContain("ore");
        model.find("");
        assertThat(lit()).contains("ore").doesNotContain("wood");
    }

    private void rest(MapElement element) {
        model.point(element);
        model.advance(now);
        now += HoverTrace.DWELL_NANOS;
        model.advance(now);
    }

    private MapElement ore() {
        return Objects.requireNonNull(model.basin(ORE)).element();
    }

    private List<String> lit() {
        List<String> lit = new ArrayList<>();
        for (BasinPicture basin : model.basins()) {
            if (basin.isFound()) {
                lit.add(basin.id().value());
            }
            basin.forEachNode(node -> {
                if (node.isFound()) {
                    lit.add(basin.id() + (node.node().isProducer() ? " in" : " out"));
                }
            });
        }
        return lit;
    }

    @ParameterizedTest
    @EnumSource(MapOrder.class)
    void thePathGoesOnThroughClientsAndTheRestFades(MapOrder order) {
        model.arrangeBy(order, now);
        long version = model.version().any();
        rest(ore());
        assertThat(lit()).containsExactlyInAnyOrder("ore", "iron", "ore in", "ore out", "iron in", "iron out");
        assertThat(model.version().any()).as("what fades is drawn anew").isGreaterThan(version);
        model.point(null);
        model.advance(now);
        now += HoverTrace.DWELL_NANOS;
        model.advance(now);
        assertThat(lit()).hasSize(9);
        assertThat(model.isTracing()).isFalse();
    }

    @Test
    void aClientsCardShowsBothOfItsSides() {
        model.arrangeBy(MapOrder.BY_CLIENT, now);
        CardPicture smelter = Objects.requireNonNull(model.card(new CardKey(Side.PRODUCER, "smelter", "")));
        rest(smelter.element());
        assertThat(lit()).containsExactlyInAnyOrder("ore", "iron", "ore in", "ore out", "iron in", "iron out");
        CardPicture forest = Objects.requireNonNull(model.card(new CardKey(Side.PRODUCER, "forest", "")));
        assertThat(forest.isFound()).isFalse();
        assertThat(smelter.isFound()).isTrue();
        rest(smelter.rows().getFirst().element());
        assertThat(lit()).contains("ore in");
    }

    @Test
    void aPointerThatOnlyPassesLightsNothing() {
        model.point(ore());
        assertThat(model.advance(now)).as("pulses go on").isTrue();
        model.advance(now + HoverTrace.DWELL_NANOS - 1);
        assertThat(model.isTracing()).isFalse();
        model.point(null);
        model.advance(now + 2 * HoverTrace.DWELL_NANOS);
        assertThat(lit()).hasSize(9);
    }

    @Test
    void theGroundAfterwardsTakesAsLong() {
        rest(ore());
        model.point(null);
        model.advance(now);
        assertThat(model.isTracing()).as("no flicker between neighbours").isTrue();
    }

    @Test
    void aStreamThatJoinsThePathIsLitAndWhatIsGoneTracesNothing() {
        rest(ore());
        world.consumer("mill", "wheel", "ore", FlowState.FLOWING);
        model.show(world.frame(1), now);
        assertThat(lit()).filteredOn("ore out"::equals).hasSize(2);
        model.show(new MapWorld().tank("wood", TankState.STEADY).frame(2), now);
        assertThat(model.isTracing()).isFalse();
        assertThat(lit()).containsExactly("wood");
    }

    @Test
    void whatIsSearchedForStaysTheLesserPart() {
        model.find("iron");
        rest(ore());
        assertThat(lit()).containsExactlyInAnyOrder("iron", "iron in", "iron out");
    }
}
