package virdi.telemetry.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import virdi.model.Pace;
import virdi.telemetry.ClientView;
import virdi.telemetry.FlowState;
import virdi.telemetry.Severity;
import virdi.telemetry.StreamView;
import virdi.ui.sign.StateText;

class FlowStatesTest {
    private final Plant plant = new Plant().tank("iron", 100, 50);

    @Test
    void consumerStarvesOnlyAfterASecondWithoutUnits() {
        plant.consumer("drill", "iron", 120).empty("iron", "drill");
        plant.look();
        plant.pass(0.9);
        assertThat(plant.stream("drill").flow()).isEqualTo(FlowState.FLOWING);
        plant.pass(0.2);
        assertThat(StateText.of(plant.stream("drill"))).isEqualTo("starving 1 s");
        plant.pass(37);
        assertThat(StateText.of(plant.stream("drill"))).isEqualTo("starving 38 s");
        assertThat(plant.stream("drill").severity()).isEqualTo(Severity.TROUBLE);
        assertThat(plant.resource("iron").starving()).isEqualTo(1);
    }

    @Test
    void secondsTickOneByOne() {
        plant.consumer("drill", "iron", 120).empty("iron", "drill");
        plant.look();
        Set<String> words = new TreeSet<>();
        plant.pass(9.5, () -> words.add(StateText.of(plant.look().streams().getFirst())));
        assertThat(words)
                .containsExactly(
                        "flowing",
                        "starving 1 s",
                        "starving 2 s",
                        "starving 3 s",
                        "starving 4 s",
                        "starving 5 s",
                        "starving 6 s",
                        "starving 7 s",
                        "starving 8 s",
                        "starving 9 s");
    }

    @Test
    void unitsThatTrickleDoNotEndTheStarving() {
        plant.consumer("drill", "iron", 120).empty("iron", "drill").production("mine", "iron");
        plant.look();
        plant.pass(1.5);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            plant.produce("mine", 1).deliver("drill", 1);
            plant.pass(
                    2, () -> seen.add(plant.look().streams().getFirst().flow().word()));
        }
        assertThat(seen).containsOnly("starving");
        assertThat(StateText.of(plant.stream("drill"))).isEqualTo("starving 11 s");
    }

    @Test
    void starvingEndsTwoSecondsAfterTheConsumerGotWhatItWants() {
        plant.consumer("drill", "iron", 120).empty("iron", "drill");
        plant.pass(5);
        plant.pipe("drill", it -> it.backlogged = false).deliver("drill", 30);
        plant.pass(1.9);
        assertThat(plant.stream("drill").flow()).isEqualTo(FlowState.STARVING);
        plant.pass(0.2);
        assertThat(plant.stream("drill").flow()).isEqualTo(FlowState.FLOWING);
    }

    @Test
    void consumerWhoseBufferIsFullIsSatisfiedAndStaysSoBetweenDeliveries() {
        plant.consumer("drill", "iron", 120).pipe("drill", it -> it.buffered = 90);
        plant.pass(1);
        List<FlowState> seen = new ArrayList<>();
        plant.pass(10, () -> {
            if (plant.look().streams().getFirst().bufferedUnits() < 89) {
                plant.pipe("drill", it -> it.buffered = 90);
            }
            seen.add(plant.stream("drill").flow());
        });
        assertThat(seen).containsOnly(FlowState.SATISFIED);
    }

    @Test
    void fastConsumerBetweenTwoDeliveriesIsSatisfied() {
        plant.consumer("drill", "iron", 600_000).pipe("drill", it -> it.buffered = 449_000);
        plant.pass(0.1);
        assertThat(plant.stream("drill").flow()).isEqualTo(FlowState.SATISFIED);
    }

    @Test
    void throttleShowsAtOnceAndHoldsTheRate() {
        plant.consumer("drill", "iron", 180);
        plant.pass(10, () -> plant.deliver("drill", 1));
        plant.pipe("drill", it -> it.throttle = new Pace(60));
        plant.pass(0.03);
        StreamView drill = plant.stream("drill");
        assertThat(StateText.of(drill)).isEqualTo("throttled to 60/min");
        assertThat(drill.possiblePerMinute()).isEqualTo(60);
        assertThat(drill.actualPerMinute()).isLessThanOrEqualTo(60);
        plant.pipe("drill", it -> it.throttle = new Pace(1_200));
        plant.pass(0.03);
        assertThat(plant.stream("drill").flow()).isEqualTo(FlowState.FLOWING);
        assertThat(plant.stream("drill").possiblePerMinute()).isEqualTo(180);
        plant.pipe("drill", it -> it.throttle = Pace.PAUSED);
        plant.pass(0.03);
        assertThat(StateText.of(plant.stream("drill"))).isEqualTo("paused by operator");
        assertThat(plant.stream("drill").actualPerMinute()).isZero();
    }

    @Test
    void throttleThatIsChangedChangesItsWords() {
        plant.consumer("drill", "iron", 1_800).pipe("drill", it -> it.throttle = new Pace(60));
        plant.pass(1);
        plant.pipe("drill", it -> it.throttle = new Pace(1_200));
        plant.pass(0.03);
        assertThat(StateText.of(plant.stream("drill"))).isEqualTo("throttled to 1,200/min");
    }

    @Test
    void consumerThatDoesNotReadSaysSoAfterASecond() {
        plant.consumer("drill", "iron", 180).pipe("drill", it -> {
            it.ready = false;
            it.due = 3;
        });
        plant.look();
        plant.pass(0.9);
        assertThat(plant.stream("drill").flow()).isEqualTo(FlowState.FLOWING);
        plant.pass(12);
        assertThat(StateText.of(plant.stream("drill"))).isEqualTo("not reading 12 s");
        plant.pipe("drill", it -> it.ready = true);
        plant.pass(1.2);
        assertThat(plant.stream("drill").flow()).isEqualTo(FlowState.FLOWING);
    }

    @Test
    void productionIsFlowingThenSilentThenFlowingAgain() {
        plant.production("mine", "iron");
        plant.pass(5, () -> plant.produce("mine", 1));
        assertThat(plant.stream("mine").flow()).isEqualTo(FlowState.FLOWING);
        plant.pass(2.9);
        assertThat(plant.stream("mine").flow()).isEqualTo(FlowState.FLOWING);
        plant.pass(9.2);
        assertThat(StateText.of(plant.stream("mine"))).isEqualTo("silent 12 s");
        plant.produce("mine", 1);
        plant.pass(0.1);
        assertThat(plant.stream("mine").flow()).isEqualTo(FlowState.FLOWING);
    }

    @Test
    void slowProductionIsNotSilentBetweenItsUnits() {
        plant.production("mine", "iron").tank("iron", 1_000, 0);
        List<FlowState> seen = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            plant.produce("mine", 1);
            boolean knows = i > 1;
            plant.pass(10, () -> {
                if (knows) {
                    seen.add(plant.look().streams().getFirst().flow());
                }
            });
        }
        assertThat(seen).containsOnly(FlowState.FLOWING);
    }

    @Test
    void productionThatNobodyAskedForSaysSo() {
        plant.production("mine", "iron").pipe("mine", it -> it.unsolicited = true);
        plant.pass(2, () -> plant.produce("mine", 1));
        assertThat(StateText.of(plant.stream("mine"))).isEqualTo("unsolicited");
    }

    @Test
    void productionWithoutDemandWaitsForARequest() {
        plant.production("mine", "iron").change("iron", it -> it.demand = false);
        plant.pass(4);
        assertThat(StateText.of(plant.stream("mine"))).isEqualTo("waiting for request");
        plant.full("iron");
        plant.pass(0.05);
        assertThat(StateText.of(plant.stream("mine"))).isEqualTo("stopped: tank full");
    }

    @Test
    void heldProductionIsThrottledNotSilent() {
        plant.production("mine", "iron").pipe("mine", it -> {
            it.held = true;
            it.throttle = new Pace(1);
        });
        plant.pass(30);
        assertThat(StateText.of(plant.stream("mine"))).isEqualTo("throttled to 1/min");
    }

    @Test
    void possibleRateOfAProductionIsTheHighestOfTheLastMinute() {
        plant.tank("iron", 100_000, 0).production("mine", "iron");
        plant.pass(10, () -> plant.produce("mine", 2));
        plant.pass(10, () -> plant.produce("mine", 1));
        StreamView mine = plant.stream("mine");
        assertThat(mine.actualPerMinute()).isBetween(1_750.0, 1_850.0);
        assertThat(mine.possiblePerMinute()).isBetween(3_500.0, 3_700.0);
        plant.pass(65, () -> plant.produce("mine", 1));
        assertThat(plant.stream("mine").possiblePerMinute()).isBetween(1_750.0, 1_850.0);
    }

    @Test
    void productionThatSendsWithJitterIsAtItsPossibleRate() {
        plant.tank("iron", 1_000_000, 0).production("mine", "iron");
        plant.pass(40, look -> plant.produce("mine", 10 + look / 20 % 2));
        StreamView mine = plant.stream("mine");
        assertThat(mine.possiblePerMinute()).isEqualTo(mine.actualPerMinute());
    }

    @Test
    void offerTellsWhatBecameOfItsRequest() {
        plant.offer("mine", "iron").pipe("mine", it -> it.unanswered = plant.now);
        plant.pass(0.5);
        assertThat(StateText.of(plant.stream("mine"))).isEqualTo("requested");
        plant.pass(41.6);
        assertThat(StateText.of(plant.stream("mine"))).isEqualTo("request unanswered 42 s");
        plant.pass(90);
        assertThat(StateText.of(plant.stream("mine"))).isEqualTo("request unanswered 2 min");
        plant.pipe("mine", it -> {
            it.unanswered = null;
            it.producing = true;
        });
        plant.pass(0.6);
        assertThat(StateText.of(plant.stream("mine"))).isEqualTo("producing");
        plant.pipe("mine", it -> it.producing = false).full("iron");
        plant.pass(0.6);
        assertThat(StateText.of(plant.stream("mine"))).isEqualTo("idle: tank full");
        plant.pipe("mine", it -> it.blocked = true);
        plant.pass(0.03);
        assertThat(StateText.of(plant.stream("mine"))).isEqualTo("blocked");
    }

    @Test
    void clientTellsTheWorstOfItsStreams() {
        plant.consumer("drill", "iron", 120).consumer("saw", "iron", 60).empty("iron", "drill", "saw");
        plant.production("mine", "iron");
        plant.pass(2);
        List<ClientView> clients = plant.look().clients();
        assertThat(clients).extracting(it -> it.peer().client().value()).containsExactly("factory", "mine");
        assertThat(StateText.of(clients.getFirst())).isEqualTo("2 starving");
        assertThat(clients.getFirst().severity()).isEqualTo(Severity.TROUBLE);
        assertThat(StateText.of(clients.getLast())).isEqualTo("flowing");
        assertThat(plant.look().totals().starving()).isEqualTo(2);
    }
}
