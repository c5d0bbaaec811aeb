package virdi.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.ui.Picks.client;
import static virdi.ui.Picks.consumer;
import static virdi.ui.Picks.offer;
import static virdi.ui.Picks.production;
import static virdi.ui.Picks.resource;
import static virdi.ui.Picks.withRules;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.SampleWorld;

class FrameSelectionTest {
    private final Frame frame = withRules(SampleWorld.factory().latest());
    private final Target furnace = consumer(frame, "furnace-1");
    private final Target.Consumption furnaceLasting =
            new Target.Consumption(new ClientId("factory-a"), new ConsumerId("furnace-1"));

    @Test
    void aStreamCanBeThrottledPausedDisconnectedAndBlocked() {
        assertThat(FrameSelection.of(Set.of(furnace), frame).acts())
                .containsExactlyInAnyOrder(Act.THROTTLE, Act.PAUSE, Act.DISCONNECT, Act.BLOCK);
    }

    @Test
    void onlyAnOfferOrAResourceCanBeRequested() {
        assertThat(FrameSelection.of(Set.of(offer(frame, "smelter-1")), frame).acts())
                .contains(Act.REQUEST_NOW);
        assertThat(FrameSelection.of(Set.of(resource("iron")), frame).acts())
                .contains(Act.REQUEST_NOW, Act.INJECT, Act.PURGE);
        assertThat(FrameSelection.of(Set.of(client("factory-a")), frame).acts())
                .doesNotContain(Act.REQUEST_NOW, Act.INJECT);
    }

    @Test
    void severalThingsHaveTheActsThatFitAll() {
        assertThat(FrameSelection.of(List.of(resource("iron"), furnace), frame).acts())
                .containsExactlyInAnyOrder(Act.THROTTLE, Act.PAUSE, Act.DISCONNECT, Act.BLOCK);
    }

    @Test
    void aPausedStreamCanBeResumedAndNotPaused() {
        Frame paused = withRules(frame, new OperatorRule.Throttled(furnaceLasting, Pace.PAUSED, null));
        FrameSelection selected = FrameSelection.of(Set.of(furnace), paused);
        assertThat(selected.acts()).contains(Act.RESUME).doesNotContain(Act.PAUSE, Act.LIFT);
        assertThat(selected.commands(Act.RESUME)).containsExactly(new OperatorCommand.Unthrottle(furnaceLasting));
    }

    @Test
    void aThrottledStreamCanBeLiftedAndPaused() {
        Frame throttled = withRules(frame, new OperatorRule.Throttled(furnaceLasting, new Pace(60), null));
        assertThat(FrameSelection.of(Set.of(furnace), throttled).acts())
                .contains(Act.LIFT, Act.PAUSE)
                .doesNotContain(Act.RESUME);
    }

    @Test
    void ofAPausedAndAFlowingStreamBothActsFitAndEachTakesItsOwn() {
        Target forge = consumer(frame, "forge-1");
        Frame half = withRules(frame, new OperatorRule.Throttled(furnaceLasting, Pace.PAUSED, null));
        FrameSelection selected = FrameSelection.of(List.of(furnace, forge), half);
        assertThat(selected.acts()).contains(Act.PAUSE, Act.RESUME);
        assertThat(selected.commands(Act.RESUME)).containsExactly(new OperatorCommand.Unthrottle(furnaceLasting));
    }

    @Test
    void aRuleOnTheStreamItselfIsSeenToo() {
        Frame paused = withRules(frame, new OperatorRule.Throttled(furnace, Pace.PAUSED, null));
        FrameSelection selected = FrameSelection.of(Set.of(furnace), paused);
        assertThat(selected.acts()).contains(Act.RESUME).doesNotContain(Act.PAUSE);
        assertThat(selected.commands(Act.RESUME)).containsExactly(new OperatorCommand.Unthrottle(furnace));
    }

    @Test
    void pausingAStreamHoldsItsSuccessorToo() {
        assertThat(FrameSelection.of(Set.of(furnace), frame).commands(Act.PAUSE))
                .containsExactly(new OperatorCommand.Throttle(furnaceLasting, Pace.PAUSED, null));
        Target mine = production(frame, "mine-5");
        assertThat(FrameSelection.of(Set.of(mine), frame).commands(Act.PAUSE))
                .containsExactly(new OperatorCommand.Throttle(
                        new Target.Production(new ClientId("mine-5"), new ResourceId("coal")), Pace.PAUSED, null));
    }

    @Test
    void aResourceHasTwoValves() {
        ResourceId iron = new ResourceId("iron");
        assertThat(FrameSelection.of(Set.of(resource("iron")), frame).valves())
                .containsExactly(new Target.Outflow(iron), new Target.Inflow(iron));
    }

    @Test
    void aBlockedThingCanBeUnblocked() {
        Frame blocked = withRules(frame, new OperatorRule.Blocked(furnaceLasting, "no", null));
        FrameSelection selected = FrameSelection.of(Set.of(furnace), blocked);
        assertThat(selected.acts()).contains(Act.UNBLOCK).doesNotContain(Act.BLOCK);
        assertThat(selected.commands(Act.UNBLOCK)).containsExactly(new OperatorCommand.Unblock(furnaceLasting));
    }

    @Test
    void whatHasEndedIsNotAimedAt() {
        FrameSelection selected =
                FrameSelection.of(List.of(new Target.OneStream(new StreamId(999_999)), furnace), frame);
        assertThat(selected.targets()).containsExactly(furnace);
        assertThat(FrameSelection.of(Set.of(new Target.OneStream(new StreamId(999_999))), frame)
                        .acts())
                .isEmpty();
    }

    @Test
    void severalAreCountedByTheirNoun() {
        Target forge = consumer(frame, "forge-1");
        assertThat(FrameSelection.of(List.of(furnace, forge), frame).name()).isEqualTo("2 consumers");
        assertThat(FrameSelection.of(List.of(furnace, production(frame, "mine-5")), frame)
                        .name())
                .isEqualTo("2 streams");
        assertThat(FrameSelection.of(List.of(furnace, resource("iron")), frame).name())
                .isEqualTo("2 things");
        assertThat(FrameSelection.of(Set.of(furnace), frame).name()).isEqualTo("furnace-1");
    }
}
