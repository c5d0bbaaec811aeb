package virdi.ui.map.scene;

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
import virdi.ui.map.MapViews;
import virdi.ui.map.MapWorld;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.Side;
import virdi.ui.map.content.WhyText;
import virdi.ui.map.plane.Box;
import virdi.ui.map.plane.Glide;
import virdi.ui.map.valve.AccessibleTexts;

/** Tests how the picture follows frames and user actions. */
public class MapViewModelTest {
    private static final long SECOND = 1_000_000_000L;
    private static final ResourceId IRON = new ResourceId("iron");

    private final MapViewModel model = MapViews.model();
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
        assertThat(model.elementAt(iron.tank().centreX(), iron.tank().centreY()))
                .isEqualTo(iron.element());
        iron.forEachNode(node -> {
            assertThat(model.elementAt(node.box().centreX(), node.box().centreY()))
                    .isEqualTo(node.element());
            Pipe pipe = Pipe.of(node, iron.tank());
            assertThat(model.elementAt(pipe.x(0.3), pipe.y(0.3))).isEqualTo(node.element());
        });
        assertThat(model.elementAt(-500, -500)).isNull();
    }

    @Test
    void aTankMeansItsResourceAndANodeItsStream() {
        assertThat(model.targets(iron().element())).containsExactly(new Target.Resource(IRON));
        assertThat(model.targets(iron().consumers().getFirst().element()))
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
        long version = model.version().any();
        model.show(world.last(FlowState.STARVING).frame(1), SECOND);
        model.advance(SECOND);
        assertThat(iron().tank()).isEqualTo(before);
        assertThat(model.version().any()).isEqualTo(version);
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
        assertThat(model.picture().why(iron().element())).as("said once only").isNull();
        Box link = HitTest.linkBox(why, Objects.requireNonNull(HitTest.whyBox(iron())));
        assertThat(model.linkAt(link.centreX(), link.centreY())).isEqualTo(cause.culprit());
    }

    @Test
    void aStarvingConsumerAnswersWhy() {
        model.show(world.last(FlowState.STARVING).frame(1), SECOND);
        assertThat(model.picture().why(iron().consumers().getLast().element())).isNotNull();
        assertThat(model.picture().why(iron().producers().getFirst().element())).isNull();
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
        model.toggle(iron().element(), SECOND);
        assertThat(iron().isCompact()).isTrue();
        assertThat(iron().consumers()).extracting(node -> node.node().label()).containsExactly("×2");
        assertThat(model.targets(iron().consumers().getFirst().element())).hasSize(2);
        model.toggle(iron().element(), 2 * SECOND);
        assertThat(iron().consumers()).hasSize(2);
    }

    @Test
    void theFocusWalksAlongThePipes() {
        MapElement mine = iron().producers().getFirst().element();
        MapElement tank = FocusWalk.step(model, mine, 1, 0);
        assertThat(tank).isEqualTo(iron().element());
        MapElement consumer = Objects.requireNonNull(FocusWalk.step(model, tank, 1, 0));
        assertThat(Objects.requireNonNull(consumer.node()).side()).isEqualTo(Side.CONSUMER);
        assertThat(AccessibleTexts.of(model, consumer)).contains("consumer of iron", "/min");
    }

    @Test
    void whenNothingFlowsNothingMoves() {
        MapViewModel still = MapViews.model(String::length);
        still.resize(800, 600, 0);
        assertThat(still.advance(SECOND)).isFalse();
        assertThat(model.advance(SECOND)).as("units flow").isTrue();
    }

    @Test
    void whatIsGoneIsForgotten() {
        MapElement gone = iron().consumers().getLast().element();
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
