package virdi.telemetry.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Severity;
import virdi.telemetry.TankState;
import virdi.ui.sign.StateText;

class TankStatesTest {
    private final Plant plant =
            new Plant().tank("iron", 10_000, 5_000).production("mine", "iron").consumer("drill", "iron", 100_000);

    @Test
    void tankThatGainsFillsAndSaysWhenItIsFull() {
        plant.pass(10, () -> plant.produce("mine", 2).deliver("drill", 1));
        assertThat(iron().tank()).isEqualTo(TankState.FILLING);
        assertThat(StateText.of(iron())).isEqualTo("filling · full in 3 min");
        assertThat(iron().inPerMinute()).isBetween(3_500.0, 3_700.0);
        assertThat(iron().outPerMinute()).isBetween(1_750.0, 1_850.0);
    }

    @Test
    void tankThatLosesDrainsAndSaysWhenItIsEmpty() {
        plant.change("iron", it -> it.level = 600);
        plant.pass(10, () -> plant.produce("mine", 1).deliver("drill", 2));
        assertThat(StateText.of(iron())).isEqualTo("draining · empty in 10 s");
    }

    @Test
    void whatATankGainsIsToldWithItsSign() {
        plant.pass(10, () -> plant.produce("mine", 2).deliver("drill", 1));
        assertThat(iron().netPerMinute()).isBetween(1_700.0, 1_900.0);
        plant.pass(10, () -> plant.produce("mine", 1).deliver("drill", 2));
        assertThat(iron().netPerMinute()).isBetween(-1_900.0, -1_700.0);
    }

    @Test
    void whatASteadyTankGainsIsNotTold() {
        plant.pass(10, () -> plant.produce("mine", 1).deliver("drill", 1));
        assertThat(iron().tank()).isEqualTo(TankState.STEADY);
        assertThat(iron().netPerMinute()).isZero();
    }

    @Test
    void aGainIsNotToldBeyondItsEnd() {
        plant.pass(10, () -> plant.produce("mine", 2).deliver("drill", 1));
        plant.pass(20);
        assertThat(iron().netPerMinute()).isZero();
    }

    @Test
    void aGainNeverPointsAgainstTheWord() {
        plant.pass(10, () -> plant.produce("mine", 2).deliver("drill", 1));
        Set<TankState> seen = new HashSet<>();
        plant.pass(5, () -> {
            plant.deliver("drill", 2);
            ResourceView tank = plant.look().resources().getFirst();
            seen.add(tank.tank());
            assertThat(tank.tank() == TankState.FILLING ? tank.netPerMinute() >= 0 : tank.netPerMinute() <= 0)
                    .as("%s at %s/min", tank.tank(), tank.netPerMinute())
                    .isTrue();
        });
        assertThat(seen).contains(TankState.FILLING, TankState.DRAINING);
    }

    @Test
    void whatIsInjectedAtOnceIsNoRate() {
        plant.pass(10, () -> plant.produce("mine", 1).deliver("drill", 1));
        plant.change("iron", it -> {
            it.injected += 3_000;
            it.level += 3_000;
        });
        plant.pass(1, () -> plant.produce("mine", 1).deliver("drill", 1));
        assertThat(StateText.of(iron())).isEqualTo("steady");
        assertThat(iron().inPerMinute()).isBetween(1_700.0, 1_900.0);
    }

    @Test
    void aGainThatIsNoiseInItsLastDigitsStandsStill() {
        Set<Double> told = new HashSet<>();
        plant.pass(60, look -> {
            plant.produce("mine", look / 15 % 2 == 0 ? 12 : 8).deliver("drill", 5);
            if (look > 900) {
                told.add(plant.look().resources().getFirst().netPerMinute());
            }
        });
        assertThat(told).hasSizeLessThanOrEqualTo(2).allMatch(gain -> gain > 8_000);
    }

    @Test
    void tankThatWillBeRefilledSaysWhenItAsksAgain() {
        plant.change("iron", it -> {
            it.level = 9_300;
            it.demand = false;
        });
        plant.pass(10, () -> plant.deliver("drill", 1));
        assertThat(StateText.of(iron())).isEqualTo("draining · asks again in 50 s");
    }

    @Test
    void tankWhoseFlowsAreAboutEqualIsSteady() {
        Set<String> seen = new HashSet<>();
        plant.pass(30, look -> {
            plant.produce("mine", 3 + look % 2).deliver("drill", 4 - look % 3 / 2);
            if (look > 90) {
                seen.add(StateText.of(plant.look().resources().getFirst()));
            }
        });
        assertThat(seen).containsOnly("steady");
    }

    @Test
    void forecastOfANoisyTankDoesNotJump() {
        plant.change("iron", it -> it.capacity = 20_000);
        Set<String> seen = new HashSet<>();
        plant.pass(60, look -> {
            // Ten a look on average, in two gusts a second; nine go out.
            plant.produce("mine", look / 15 % 2 == 0 ? 12 : 8).deliver("drill", 9);
            if (look > 600) {
                seen.add(StateText.of(plant.look().resources().getFirst()));
            }
        });
        assertThat(seen).isSubsetOf("filling · full in 7 min", "filling · full in 8 min", "filling · full in 9 min");
    }

    @Test
    void forecastTurnsWithinSecondsWhenTheProducerStops() {
        plant.pass(20, () -> plant.produce("mine", 2).deliver("drill", 1));
        plant.pass(4, () -> plant.deliver("drill", 1));
        assertThat(StateText.of(iron())).startsWith("draining · empty in 3 min");
    }

    @Test
    void emptyTankSaysForHowLong() {
        plant.empty("iron", "drill");
        plant.pass(0.9);
        assertThat(iron().tank()).isNotEqualTo(TankState.EMPTY);
        plant.pass(37.2);
        assertThat(StateText.of(iron())).isEqualTo("empty for 38 s");
        assertThat(iron().severity()).isEqualTo(Severity.TROUBLE);
        assertThat(plant.look().totals().tanksEmpty()).isEqualTo(1);
    }

    @Test
    void unitThatComesAndGoesDoesNotEndTheEmptiness() {
        plant.empty("iron", "drill");
        plant.pass(10);
        plant.change("iron", it -> it.emptySince = null);
        plant.pass(0.5);
        plant.empty("iron");
        plant.pass(10);
        assertThat(StateText.of(iron())).isEqualTo("empty for 20 s");
    }

    @Test
    void fullTankSaysItsOverfill() {
        plant.full("iron");
        plant.pass(0.1);
        assertThat(StateText.of(iron())).isEqualTo("full");
        plant.change("iron", it -> it.level += 1_004);
        plant.pass(0.1);
        assertThat(StateText.of(iron())).isEqualTo("full · overfill 1,004");
        assertThat(iron().fillShare()).isGreaterThan(1.1);
        assertThat(plant.look().totals().tanksFull()).isEqualTo(1);
    }

    @Test
    void fullTankStaysFullUntilItHasDrainedALittle() {
        plant.full("iron");
        plant.pass(0.1);
        plant.deliver("drill", 400);
        plant.pass(0.1);
        assertThat(iron().tank()).isEqualTo(TankState.FULL);
        plant.deliver("drill", 200);
        plant.pass(0.1);
        assertThat(iron().tank()).isNotEqualTo(TankState.FULL);
    }

    @Test
    void tankWithoutProducerSaysSoAndWhenItRunsDry() {
        plant.end("mine").change("iron", it -> it.level = 1_800);
        plant.pass(10, () -> plant.deliver("drill", 1));
        assertThat(StateText.of(iron())).isEqualTo("no producer · empty in 50 s");
        assertThat(iron().producers()).isZero();
    }

    @Test
    void tankWithoutConsumerSaysSo() {
        plant.end("drill").pass(0.1);
        assertThat(StateText.of(iron())).isEqualTo("no consumer");
        assertThat(iron().severity()).isEqualTo(Severity.CALM);
    }

    @Test
    void clientThatOffersAndProducesIsOneProducer() {
        plant.offer("mine", "iron").offer("pit", "iron").pass(0.1);
        assertThat(iron().producers()).isEqualTo(2);
        assertThat(iron().consumers()).isEqualTo(1);
    }

    @Test
    void ledgerThatDoesNotBalanceShows() {
        plant.change("iron", it -> it.level += 7).pass(0.1);
        assertThat(plant.look().totals().ledgerDifference()).isEqualTo(7);
    }

    private ResourceView iron() {
        return plant.resource("iron");
    }
}
