package virdi.telemetry.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.StreamView;
import virdi.ui.sign.CauseText;
import virdi.ui.sign.StateText;

class FrameMakerTest {
    private static final Target IRON = new Target.Resource(new ResourceId("iron"));

    private final Plant plant = new Plant().tank("iron", 10_000, 5_000);

    @Test
    void whatIsAtRestNeedsNoLook() {
        plant.production("mine", "iron").change("iron", it -> it.demand = false);
        plant.pass(5, () -> plant.produce("mine", 1));
        assertThat(plant.maker.restNanos(plant.now)).isLessThanOrEqualTo(Plant.SECOND);
        plant.pass(120);
        assertThat(plant.maker.restNanos(plant.now)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void brokerAtRestGivesNoNewFrame() {
        plant.production("mine", "iron").offer("pit", "iron").pipe("pit", it -> it.producing = true);
        plant.change("iron", it -> it.demand = false);
        Frame frame = plant.pass(10);
        assertThat(frames(600)).isEmpty();
        assertThat(plant.look()).isSameAs(frame);
    }

    @Test
    void wordThatCountsSecondsGivesOneFrameASecond() {
        plant.consumer("drill", "iron", 120).empty("iron", "drill").pass(5);
        assertThat(frames(20)).hasSize(20);
    }

    @Test
    void wordThatCountsMinutesGivesOneFrameAMinute() {
        plant.offer("mine", "iron")
                .pipe("mine", it -> it.unanswered = plant.now)
                .pass(100);
        assertThat(frames(300)).hasSize(5);
    }

    @Test
    void flowThatEndsComesToRest() {
        plant.production("mine", "iron").change("iron", it -> it.demand = false);
        plant.pass(5, () -> plant.produce("mine", 1));
        assertThat(frames(60)).isNotEmpty().hasSizeLessThan(30);
        assertThat(plant.stream("mine").actualPerMinute()).isZero();
        assertThat(plant.resource("iron").inPerMinute()).isZero();
        assertThat(frames(60)).isEmpty();
    }

    @Test
    void resourcesAndClientsAreListedAsPeopleCount() {
        plant.tank("ore-10", 100, 50).tank("ore-9", 100, 60);
        plant.production("mine-10", "ore-10").production("mine-9", "ore-9").pass(1);
        assertThat(plant.look().resources())
                .extracting(it -> it.id().value())
                .containsExactly("iron", "ore-9", "ore-10");
        assertThat(plant.look().clients())
                .extracting(it -> it.peer().client().value())
                .containsExactly("mine-9", "mine-10");
        assertThat(plant.resource("ore-10").level()).isEqualTo(50);
        plant.change("ore-10", it -> it.level = 70).pass(1);
        assertThat(plant.resource("ore-10").level()).isEqualTo(70);
        assertThat(plant.resource("ore-9").level()).isEqualTo(60);
    }

    @Test
    void consumersOfOneNameAreToldApartByTheirClients() {
        plant.consumer("first", "mill-1", "saw", "iron", 60).pass(1);
        assertThat(plant.stream("first").label()).isEqualTo("saw");
        plant.consumer("second", "mill-2", "saw", "iron", 60)
                .consumer("other", "mill-2", "drill", "iron", 60)
                .pass(1);
        assertThat(plant.stream("first").label()).isEqualTo("saw of mill-1");
        assertThat(plant.stream("second").label()).isEqualTo("saw of mill-2");
        assertThat(plant.stream("second").name()).isEqualTo("saw");
        assertThat(plant.stream("other").label()).isEqualTo("drill");
        plant.empty("iron", "second").pass(5);
        assertThat(plant.stream("second").why())
                .extracting(CauseText::of)
                .asString()
                .startsWith("saw of mill-2 starves");
        plant.end("first").pass(1);
        assertThat(plant.stream("second").label()).isEqualTo("saw");
    }

    @Test
    void viewOfAStreamThatDidNotChangeIsTheSame() {
        plant.production("mine", "iron").offer("pit", "iron").pass(5, () -> plant.produce("mine", 1));
        StreamView pit = plant.stream("pit");
        StreamView mine = plant.stream("mine");
        plant.pass(0.1, () -> plant.produce("mine", 1));
        assertThat(plant.stream("pit")).isSameAs(pit);
        assertThat(plant.stream("mine")).isNotSameAs(mine);
    }

    @Test
    void streamsOfAllKindsAreOrderedByIdAsTheyComeAndGo() {
        plant.consumer("a", "iron", 60)
                .offer("b", "iron")
                .production("c", "iron")
                .offer("d", "iron");
        plant.pass(0.1);
        plant.end("b").consumer("e", "iron", 60).end("d").production("f", "iron");
        Frame frame = plant.pass(0.1);
        assertThat(frame.streams()).extracting(it -> it.id().value()).containsExactly(1L, 3L, 5L, 6L);
        assertThat(frame.totals().streams()).isEqualTo(4);
        plant.end("a").end("c").end("e").end("f");
        frame = plant.pass(0.1);
        assertThat(frame.streams()).isEmpty();
        assertThat(frame.clients()).isEmpty();
        assertThat(StateText.of(plant.resource("iron"))).isEqualTo("no consumer");
    }

    @Test
    void ruleIsShownThoughNoStreamChanges() {
        plant.pass(1);
        plant.rule(new OperatorRule.Throttled(IRON, new Pace(6), null));
        assertThat(plant.pass(0.05).rules()).hasSize(1);
    }

    @Test
    void eventAloneGivesAFrame() {
        Frame before = plant.pass(1);
        Frame after = plant.event(EventLogTest.event(1)).pass(0.05);
        assertThat(after).isNotSameAs(before);
        assertThat(after.events().events()).hasSize(1);
        assertThat(after.resources()).isSameAs(before.resources());
    }

    @Test
    void totalsAddUp() {
        plant.production("mine", "iron").consumer("drill", "iron", 1_800);
        Frame frame = plant.pass(10, () -> plant.produce("mine", 1).deliver("drill", 1));
        assertThat(frame.totals().unitsPerMinute()).isBetween(1_750.0, 1_850.0);
        assertThat(frame.totals().messagesPerSecond()).isBetween(58.0, 62.0);
        assertThat(frame.totals().ledgerDifference()).isZero();
        assertThat(frame.totals().clients()).isEqualTo(2);
    }

    /** The different frames of so many seconds. */
    private Set<Long> frames(int seconds) {
        Set<Long> seen = new HashSet<>();
        long before = plant.look().sequence();
        plant.pass(seconds, () -> seen.add(plant.look().sequence()));
        seen.add(plant.look().sequence());
        seen.remove(before);
        return seen;
    }
}
