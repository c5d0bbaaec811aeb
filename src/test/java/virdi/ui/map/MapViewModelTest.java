package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.model.ClientId;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.telemetry.FlowState;
import virdi.telemetry.TankState;

class MapViewModelTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ResourceId IRON = new ResourceId("iron");

    private final MapViewModel model = new MapViewModel(text -> 7.0 * text.length());
    private final MapWorld world = new MapWorld()
            .tank("iron", TankState.STEADY)
            .tank("coal", TankState.STEADY)
            .producer("mine", "iron", FlowState.FLOWING)
            .consumer("factory", "furnace-1", "iron", FlowState.FLOWING)
            .consumer("factory", "furnace-2", "iron", FlowState.THROTTLED);

    @BeforeEach
    void open() {
        model.resize(1_200, 800, 0);
        model.show(world.frame(0), 0);
    }

    @Test
    void everythingOnTheMapCanBePointedAt() {
        BasinPicture iron = iron();
        assertThat(model.spotAt(iron.tank().centreX(), iron.tank().centreY())).isEqualTo(Spot.of(iron));
        iron.forEachNode(node -> {
            assertThat(model.spotAt(node.box().centreX(), node.box().centreY())).isEqualTo(Spot.of(node));
            Pipe pipe = Pipe.of(node, iron.tank());
            assertThat(model.spotAt(pipe.x(0.3), pipe.y(0.3))).isEqualTo(Spot.of(node));
        });
        assertThat(model.spotAt(-500, -500)).isNull();
    }

    @Test
    void aTankMeansItsResourceAndANodeItsStream() {
        assertThat(model.targets(Spot.of(iron()))).containsExactly(new Target.Resource(IRON));
        assertThat(model.targets(Spot.of(iron().consumers().getFirst())))
                .containsExactly(new Target.OneStream(new StreamId(2)));
    }

    @Test
    void aSelectionFromElsewhereIsMarked() {
        model.select(Set.of(new Target.OneStream(new StreamId(3)), new Target.Resource(IRON)));
        assertThat(iron().isSelected()).isTrue();
        assertThat(iron().consumers()).extracting(NodePicture::isSelected).containsExactly(false, true);
        model.select(Set.of(new Target.Client(new ClientId("factory"))));
        assertThat(iron().isSelected()).isFalse();
        assertThat(iron().consumers()).allMatch(NodePicture::isSelected);
        assertThat(iron().producers()).noneMatch(NodePicture::isSelected);
    }

    @Test
    void whatIsFoundStaysAndTheRestFades() {
        model.find("client:factory state:throttled");
        assertThat(iron().consumers()).extracting(NodePicture::isFound).containsExactly(false, true);
        assertThat(iron().isFound()).isTrue();
        assertThat(coal().isFound()).isFalse();
        model.find(" ");
        assertThat(coal().isFound()).isTrue();
        assertThat(iron().producers()).allMatch(NodePicture::isFound);
    }

    @Test
    void aFrameThatOnlySaysOtherThingsMovesNothing() {
        Box before = iron().tank();
        long version = model.changes().any();
        model.show(world.last(FlowState.STARVING).frame(1), SECOND);
        model.advance(SECOND);
        assertThat(iron().tank()).isEqualTo(before);
        assertThat(model.changes().any()).isEqualTo(version);
        assertThat(iron().consumers().getLast().node().flow()).isEqualTo(FlowState.STARVING);
    }

    @Test
    void rowsGlideToTheirNewPlacesInAQuarterOfASecond() {
        NodePicture first = iron().consumers().getFirst();
        double before = first.box().y();
        world.consumer("factory", "furnace-3", "iron", FlowState.FLOWING)
                .consumer("factory", "furnace-4", "iron", FlowState.FLOWING);
        model.show(world.frame(1), SECOND);
        model.advance(SECOND);
        assertThat(first.box().y()).isEqualTo(before);
        model.advance(SECOND + Glide.NANOS / 2);
        double between = first.box().y();
        model.advance(SECOND + Glide.NANOS);
        double after = first.box().y();
        assertThat(before).isNotEqualTo(after);
        assertThat(between).isBetween(Math.min(before, after), Math.max(before, after));
        assertThat(iron().consumers().getFirst()).isSameAs(first);
    }

    @Test
    void aStreamThatJoinsLeavesOtherBasinsWhereTheyAre() {
        Box before = coal().tank();
        world.consumer("factory", "furnace-3", "iron", FlowState.FLOWING);
        model.show(world.frame(1), SECOND);
        model.advance(2 * SECOND);
        assertThat(coal().tank().x()).isEqualTo(before.x());
        assertThat(iron().consumers()).hasSize(3);
    }

    @Test
    void aTankThatRanDryExplainsItselfBelow() {
        Cause cause = MapWorld.empty(IRON);
        world.tank("iron", TankState.EMPTY, cause);
        model.show(world.frame(1), SECOND);
        assertThat(iron().why()).as("not before it has lasted").isNull();
        model.show(world.frame(4), 4 * SECOND);
        model.advance(5 * SECOND);
        WhyText why = Objects.requireNonNull(iron().why());
        assertThat(String.join(" ", why.lines())).isEqualTo("Why? iron is empty: nobody offers or produces it");
        assertThat(model.why(Spot.of(iron()))).as("said once only").isNull();
        Box link = Hits.linkBox(why, Objects.requireNonNull(Hits.whyBox(iron())));
        assertThat(model.linkAt(link.centreX(), link.centreY())).isEqualTo(cause.culprit());
    }

    @Test
    void aStarvingConsumerAnswersWhy() {
        model.show(world.last(FlowState.STARVING).frame(1), SECOND);
        assertThat(model.why(Spot.of(iron().consumers().getLast()))).isNotNull();
        assertThat(model.why(Spot.of(iron().producers().getFirst()))).isNull();
    }

    @Test
    void aRectangleSelectsTheNodesInIt() {
        Box box = iron().consumers()
                .getFirst()
                .box()
                .union(iron().consumers().getLast().box());
        assertThat(model.picture().targetsWithin(box))
                .containsExactlyInAnyOrder(
                        new Target.OneStream(new StreamId(2)), new Target.OneStream(new StreamId(3)));
    }

    @Test
    void aTankChangesItsFormOnRequestAndBack() {
        model.toggle(Spot.of(iron()), SECOND);
        assertThat(iron().isCompact()).isTrue();
        assertThat(iron().consumers()).extracting(node -> node.node().label()).containsExactly("×2");
        assertThat(model.targets(Spot.of(iron().consumers().getFirst()))).hasSize(2);
        model.toggle(Spot.of(iron()), 2 * SECOND);
        assertThat(iron().consumers()).hasSize(2);
    }

    @Test
    void theFocusWalksAlongThePipes() {
        Spot mine = Spot.of(iron().producers().getFirst());
        Spot tank = FocusWalk.step(model, mine, 1, 0);
        assertThat(tank).isEqualTo(Spot.of(iron()));
        Spot consumer = Objects.requireNonNull(FocusWalk.step(model, tank, 1, 0));
        assertThat(Objects.requireNonNull(consumer.node()).side()).isEqualTo(Side.CONSUMER);
        assertThat(Speech.of(model, consumer)).contains("consumer of iron", "/min");
    }

    @Test
    void whenNothingFlowsNothingMoves() {
        MapViewModel still = new MapViewModel(String::length);
        still.resize(800, 600, 0);
        assertThat(still.advance(SECOND)).isFalse();
        assertThat(model.advance(SECOND)).as("units flow").isTrue();
    }

    @Test
    void whatIsGoneIsForgotten() {
        Spot gone = Spot.of(iron().consumers().getLast());
        world.endLast();
        model.show(world.frame(1), SECOND);
        assertThat(model.targets(gone)).isEmpty();
        assertThat(model.box(gone)).isNull();
        assertThat(List.copyOf(iron().consumers())).hasSize(1);
    }

    private BasinPicture iron() {
        return Objects.requireNonNull(model.basin(IRON));
    }

    private BasinPicture coal() {
        return Objects.requireNonNull(model.basin(new ResourceId("coal")));
    }
}
