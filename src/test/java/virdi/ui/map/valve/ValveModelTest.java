package virdi.ui.map.valve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.telemetry.Frame;
import virdi.telemetry.TankState;
import virdi.ui.SampleWorld;
import virdi.ui.map.MapViews;
import virdi.ui.map.MapWorld;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.content.Valve;
import virdi.ui.map.scene.BasinPicture;
import virdi.ui.map.scene.MapViewModel;
import virdi.ui.map.scene.NodePicture;
import virdi.ui.map.valve.ValveModel.ValveState;

public class ValveModelTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double WHOLE_WAY = 2 * ValveModel.TRAVEL_PIXELS;

    private final MapViewModel map = MapViews.model();
    private final ValveModel valves = new ValveModel(map);
    private final List<List<OperatorCommand>> sent = new ArrayList<>();
    private final Frame frame = SampleWorld.factory().at(1_000);
    private final Target furnace = new Target.Consumption(new ClientId("factory-a"), new ConsumerId("furnace-1"));

    @BeforeEach
    void open() {
        map.resize(1_600, 1_200, 0);
        valves.sendTo(sent::add);
        show(frame, 0);
    }

    @Test
    void aDragSendsNothingUntilItIsLetGoAndThenOneCommand() {
        assertThat(valves.take(node("coal", "furnace-2"), ValveState.DRAGGED)).isTrue();
        assertThat(words()).isEqualTo("no limit");
        valves.drag(-ValveModel.TRAVEL_PIXELS * 0.4, false);
        valves.drag(-10, false);
        Pace pace = Objects.requireNonNull(valves.pace());
        assertThat(pace.unitsPerMinute()).isBetween(10L, 239L);
        assertThat(words()).isEqualTo(pace.unitsPerMinute() + "/min");
        assertThat(held().possibleWords()).isEqualTo("of 240/min possible");
        assertThat(sent).isEmpty();
        valves.letGo();
        Target furnace2 = new Target.Consumption(new ClientId("factory-b"), new ConsumerId("furnace-2"));
        assertThat(sent).containsExactly(List.of(new OperatorCommand.Throttle(furnace2, pace, null)));
        assertThat(valves.state(node("coal", "furnace-2"))).isEqualTo(ValveState.SETTING);
    }

    @Test
    void theFarEndLiftsAndTheNearEndPauses() {
        valves.take(node("coal", "furnace-1"), ValveState.DRAGGED);
        assertThat(words()).isEqualTo("60/min");
        valves.drag(WHOLE_WAY, false);
        assertThat(words()).isEqualTo("no limit");
        valves.drag(-WHOLE_WAY, false);
        assertThat(words()).isEqualTo("paused");
        assertThat(valves.preview().starving()).hasSize(1);
        valves.drag(WHOLE_WAY, false);
        valves.letGo();
        assertThat(sent).containsExactly(List.of(new OperatorCommand.Unthrottle(furnace)));
    }

    @Test
    void givingUpPutsItBackAndSendsNothing() {
        MapElement element = node("coal", "furnace-1");
        valves.take(element, ValveState.DRAGGED);
        valves.drag(-WHOLE_WAY, false);
        assertThat(picture(element).isTurned()).isTrue();
        long drawn = map.version().any();
        valves.giveUp();
        assertThat(map.version().any()).as("it stands still again").isGreaterThan(drawn);
        assertThat(sent).isEmpty();
        assertThat(valves.state(element)).isEqualTo(ValveState.RESTING);
        assertThat(valves.preview().starving()).isEmpty();
        assertThat(picture(element).isTurned()).isFalse();
        valves.take(element, ValveState.DRAGGED);
        valves.letGo();
        assertThat(sent).as("set to what it is already").isEmpty();
    }

    @Test
    void itIsBeingSetUntilAFrameShowsItSo() {
        MapElement element = node("coal", "furnace-1");
        valves.take(element, ValveState.KEYED);
        valves.set(new Pace(90));
        valves.letGo();
        show(frame, SECOND / 10);
        assertThat(valves.state(element)).isEqualTo(ValveState.SETTING);
        assertThat(valves.wanted(element)).isEqualTo(new Pace(90));
        assertThat(valves.advance(SECOND)).as("it waits").isTrue();
        show(ruled(new OperatorRule.Throttled(furnace, new Pace(90), null)), SECOND);
        assertThat(valves.state(element)).isEqualTo(ValveState.RESTING);
        assertThat(Objects.requireNonNull(valves.valve(element)).pace()).isEqualTo(new Pace(90));
    }

    @Test
    void whatNoFrameShowsInTimeWasRefused() {
        MapElement element = node("coal", "furnace-1");
        valves.advance(SECOND);
        valves.take(element, ValveState.KEYED);
        valves.set(null);
        valves.letGo();
        valves.advance(2 * SECOND);
        assertThat(valves.state(element)).isEqualTo(ValveState.SETTING);
        assertThat(valves.advance(4 * SECOND)).isFalse();
        assertThat(valves.state(element)).isEqualTo(ValveState.RESTING);
    }

    @Test
    void stepsAreFineOrCoarseAndEndWithNoLimit() {
        valves.take(node("coal", "furnace-1"), ValveState.KEYED);
        valves.step(true, false);
        assertThat(words()).isEqualTo("61/min");
        valves.step(true, true);
        assertThat(words()).isEqualTo("100/min");
        valves.step(true, true);
        assertThat(words()).as("the end of the scale").isEqualTo("180/min");
        valves.step(true, false);
        assertThat(words()).isEqualTo("no limit");
        valves.step(true, false);
        valves.step(false, false);
        assertThat(words()).isEqualTo("180/min");
    }

    @Test
    void theWheelIsLetGoByLeavingItAlone() {
        valves.advance(SECOND);
        valves.take(node("coal", "furnace-1"), ValveState.WHEELED);
        valves.step(true, false);
        valves.advance(SECOND + SECOND / 2);
        valves.take(node("coal", "furnace-1"), ValveState.WHEELED);
        valves.step(true, false);
        assertThat(valves.advance(2 * SECOND))
                .as("it is still meant to move on")
                .isTrue();
        assertThat(sent).isEmpty();
        valves.advance(SECOND * 5 / 2);
        assertThat(sent).containsExactly(List.of(new OperatorCommand.Throttle(furnace, new Pace(62), null)));
    }

    @Test
    void aTypedNumberIsTakenOrAnsweredWithWhatWasExpected() {
        valves.take(node("coal", "furnace-1"), ValveState.TYPED);
        assertThat(valves.type("many")).startsWith("Expected a whole number");
        assertThat(valves.type("1,200/min")).isEmpty();
        assertThat(valves.pace()).isEqualTo(new Pace(1_200));
        assertThat(valves.position()).isLessThanOrEqualTo(1);
        assertThat(valves.type(" ")).isEmpty();
        assertThat(words()).isEqualTo("no limit");
    }

    @Test
    void theValveOfAFoldIsThatOfEachMember() {
        MapElement wires = node("copper", "wire ×24");
        valves.take(wires, ValveState.DRAGGED);
        valves.drag(-ValveModel.TRAVEL_PIXELS * 0.5, false);
        assertThat(words()).endsWith("/min each");
        assertThat(valves.preview().rationed()).hasSize(24);
        valves.letGo();
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst()).hasSize(24).allMatch(OperatorCommand.Throttle.class::isInstance);
    }

    @Test
    void theValveOfAWholeSideIsOnAllThatFlowsOut() {
        map.toggle(new MapElement(new ResourceId("coal"), null, null), SECOND);
        BasinPicture coal = Objects.requireNonNull(map.basin(new ResourceId("coal")));
        valves.take(coal.consumers().getFirst().element(), ValveState.KEYED);
        assertThat(held().name()).isEqualTo("outflow of coal");
        assertThat(held().possible()).isEqualTo(420);
        valves.set(Pace.PAUSED);
        valves.letGo();
        assertThat(sent)
                .containsExactly(List.of(
                        new OperatorCommand.Throttle(new Target.Outflow(new ResourceId("coal")), Pace.PAUSED, null)));
    }

    @Test
    void aValveThatGoesAwayUnderTheHandIsLetGoOf() {
        valves.take(node("coal", "furnace-1"), ValveState.DRAGGED);
        valves.drag(-20, false);
        show(Frame.EMPTY, SECOND);
        assertThat(valves.held()).isNull();
        assertThat(sent).isEmpty();
    }

    @Test
    void aTankHasNoValveAndWithoutATakerNothingTurns() {
        assertThat(valves.take(new MapElement(new ResourceId("coal"), null, null), ValveState.DRAGGED))
                .isFalse();
        assertThat(new ValveModel(map).take(node("coal", "furnace-1"), ValveState.DRAGGED))
                .isFalse();
    }

    @Test
    void whatBindsFromAboveIsToldAndLiftedByOpeningTheValve() {
        Target client = new Target.Client(new ClientId("factory-a"));
        show(ruled(new OperatorRule.Throttled(client, new Pace(120), null)), SECOND);
        MapElement element = node("coal", "furnace-1");
        assertThat(AccessibleTexts.of(map, valves, element)).endsWith("Valve: held by factory-a's throttle, 120/min");
        valves.take(element, ValveState.DRAGGED);
        assertThat(words()).as("it stands where it is held").isEqualTo("120/min");
        assertThat(valves.sentence())
                .isEqualTo("As it is now: factory-a's throttle, 120/min, holds it. "
                        + "Open the valve fully to lift that.");
        valves.set(new Pace(150));
        assertThat(valves.sentence())
                .isEqualTo(
                        "factory-a's throttle goes on holding it to 120/min. " + "Open the valve fully to lift that.");
        assertThat(valves.preview().rationed()).isEmpty();
        valves.set(new Pace(60));
        assertThat(valves.sentence()).startsWith("furnace-1 asks for 180/min and would get 60/min");
        valves.drag(WHOLE_WAY, false);
        assertThat(words()).isEqualTo("no limit");
        assertThat(valves.sentence()).matches("Lifts factory-a's throttle, 120/min, from all \\d+ streams it holds\\.");
        valves.letGo();
        assertThat(sent).containsExactly(List.of(new OperatorCommand.Unthrottle(client)));
        assertThat(valves.state(element)).isEqualTo(ValveState.SETTING);
        show(ruled(), 2 * SECOND);
        assertThat(valves.state(element)).isEqualTo(ValveState.RESTING);
    }

    @Test
    void aLooserThrottleFromAboveStaysWhenTheValvesOwnIsLifted() {
        OperatorRule above =
                new OperatorRule.Throttled(new Target.Outflow(new ResourceId("coal")), new Pace(300), null);
        show(ruled(new OperatorRule.Throttled(furnace, new Pace(60), null), above), SECOND);
        MapElement element = node("coal", "furnace-1");
        valves.take(element, ValveState.KEYED);
        valves.set(null);
        assertThat(valves.sentence()).isEqualTo("The outflow's throttle then holds it to 300/min.");
        valves.letGo();
        assertThat(sent).containsExactly(List.of(new OperatorCommand.Unthrottle(furnace)));
        show(ruled(above), 2 * SECOND);
        assertThat(valves.state(element)).isEqualTo(ValveState.RESTING);
        assertThat(Objects.requireNonNull(valves.valve(element)).pace()).isEqualTo(new Pace(300));
    }

    @Test
    void itIsSpokenOf() {
        MapElement element = node("coal", "furnace-1");
        assertThat(AccessibleTexts.of(map, valves, element)).endsWith("Valve: 60/min");
        valves.take(element, ValveState.KEYED);
        valves.set(new Pace(30));
        assertThat(AccessibleTexts.of(map, valves, element))
                .isEqualTo("Valve of furnace-1, 30/min of 180/min possible. "
                        + "furnace-1 asks for 180/min and would get 30/min");
    }

    @Test
    void nothingIsSaidOfWhatIsPossibleWhereThatIsNotKnown() {
        show(
                new MapWorld()
                        .tank("iron", TankState.STEADY)
                        .offer("mine", "iron", FlowState.REQUESTED)
                        .frame(2_000),
                0);
        MapElement element = node("iron", "mine");
        valves.take(element, ValveState.KEYED);
        valves.set(new Pace(30));
        assertThat(AccessibleTexts.of(map, valves, element)).startsWith("Valve of mine, 30/min. ");
    }

    private void show(Frame shown, long nanos) {
        map.show(shown, nanos);
        map.advance(nanos);
        valves.show(shown);
        valves.advance(nanos);
    }

    private Frame ruled(OperatorRule... rules) {
        return new Frame(
                frame.sequence() + 1,
                frame.nanos() + SECOND,
                frame.epochMillis() + 1_000,
                true,
                frame.resources(),
                frame.clients(),
                frame.streams(),
                List.of(rules),
                frame.totals(),
                frame.events(),
                Map.of());
    }

    private MapElement node(String resource, String label) {
        List<NodePicture> found = new ArrayList<>();
        Objects.requireNonNull(map.basin(new ResourceId(resource))).forEachNode(node -> {
            if (node.node().label().equals(label)) {
                found.add(node);
            }
        });
        return found.getFirst().element();
    }

    private NodePicture picture(MapElement element) {
        return Objects.requireNonNull(map.node(element));
    }

    private Valve held() {
        return Objects.requireNonNull(valves.held());
    }

    private String words() {
        return held().words(valves.pace());
    }
}
