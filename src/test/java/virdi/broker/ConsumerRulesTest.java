package virdi.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.broker.Rig.capacity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import virdi.model.CloseStatus;
import virdi.model.CloseStatus.Code;
import virdi.model.OperatorCommand;
import virdi.model.Pace;
import virdi.model.Target;
import virdi.model.Units;

/** docs/protocol.md: Consume, Pacing, Fairness, Flow control. */
class ConsumerRulesTest {
    private final Rig rig = new Rig(capacity(1_000_000));

    private void stock(long units) {
        rig.amount(rig.produce("mine", "iron"), units);
    }

    @Test
    void aBufferLimitOfZeroMeansMaxRateAndTheFillTargetIsThreeQuartersOfIt() {
        stock(1_000);
        assertThat(rig.delivered(rig.consume("a", "a", "iron", 100, 0, 0))).isEqualTo(75);
        assertThat(rig.delivered(rig.consume("b", "b", "iron", 100, 40, 0))).isEqualTo(30);
    }

    @Test
    void whatTheClientsBufferHoldsAlreadyIsNotSent() {
        stock(1_000);
        assertThat(rig.delivered(rig.consume("a", "a", "iron", 100, 100, 70))).isEqualTo(5);
    }

    @Test
    void aBufferAboveItsLimitMeansFull() {
        stock(1_000);
        ConsumerStream consumer = rig.consume("a", "a", "iron", 60, 60, 4_000);
        assertThat(rig.delivered(consumer)).isZero();
        rig.passSeconds(15);
        assertThat(rig.delivered(consumer)).isZero();
        rig.passSeconds(1);
        assertThat(rig.delivered(consumer)).isOne();
    }

    @Test
    void theFillTargetIsAtLeastOneUnit() {
        stock(10);
        assertThat(rig.delivered(rig.consume("a", "a", "iron", 1, 1, 0))).isOne();
    }

    @Test
    void oneUnitAMinuteIsOneUnitAMinuteForDays() {
        stock(100_000);
        ConsumerStream consumer = rig.consume("a", "a", "iron", 1, 1, 0);
        rig.pass(Duration.ofDays(7));
        assertThat(rig.delivered(consumer)).isEqualTo(1 + Duration.ofDays(7).toMinutes());
    }

    @Test
    void anOddRateIsExactAfterDays() {
        stock(1_000_000);
        ConsumerStream consumer = rig.consume("a", "a", "iron", 7, 7, 0);
        rig.pass(Duration.ofDays(3));
        assertThat(rig.delivered(consumer)).isEqualTo(5 + 7 * Duration.ofDays(3).toMinutes());
    }

    @Test
    void theLargestRateAndLimitDoNotWrap() {
        Rig wide = new Rig(Rig.settings(OperatorCommand.MAX_UNITS, Duration.ofMillis(100)));
        wide.offer("mine", "iron");
        wide.done(new OperatorCommand.Inject(Rig.resource("iron"), 100_000_000_000L));
        ConsumerStream consumer = wide.consume("a", "a", "iron", Units.MAX_UINT32, Units.MAX_UINT32, 0);
        assertThat(wide.delivered(consumer)).isEqualTo(Units.MAX_UINT32 * 75 / 100);
        wide.passSeconds(60);
        assertThat(wide.delivered(consumer)).isBetween(Units.MAX_UINT32 * 174 / 100, Units.MAX_UINT32 * 175 / 100 + 1);
    }

    @Test
    void aBufferThatTakesCenturiesToDrainHoldsUpNobody() {
        stock(1_000);
        for (long rate = 1; rate <= 40; rate++) {
            rig.consume("full", "x" + rate, "iron", rate, Units.MAX_UINT32, Units.MAX_UINT32);
            rig.consume("long", "x" + rate, "iron", rate, rate * 140_000_000, rate * 140_000_000);
        }
        rig.passSeconds(60);
        assertThat(rig.level("iron")).isEqualTo(1_000);
        assertThat(rig.broker.nextDeadline()).isGreaterThan(rig.now);
    }

    @Test
    void aSecondStreamForTheSameConsumerIsRefusedWhileTheFirstIsOpen() {
        ConsumerStream first = rig.consume("a", "x", "iron", 1, 0, 0);
        assertThat(rig.tryConsume("a", "x", "coal", 1, 0, 0)).isEmpty();
        assertThat(rig.lastStatus().code()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(first.isOpen()).isTrue();
    }

    @Test
    void anotherClientMayUseTheSameConsumerId() {
        rig.consume("a", "x", "iron", 1, 0, 0);
        assertThat(rig.tryConsume("b", "x", "iron", 1, 0, 0)).isPresent();
    }

    @Test
    void theIdIsFreeAtOnceHoweverTheFirstEnded() {
        for (CloseStatus how : List.of(CloseStatus.CANCELLED, new CloseStatus(Code.ABORTED, "by the operator"))) {
            rig.broker.end(rig.consume("a", "x", "iron", 1, 0, 0), how, rig.now);
        }
        assertThat(rig.tryConsume("a", "x", "iron", 1, 0, 0)).isPresent();
    }

    @Test
    void unitsGoOutTheMomentTheyCome() {
        ConsumerStream consumer = rig.consume("furnace", "iron", 60);
        stock(3);
        assertThat(rig.deliveries(consumer)).containsExactly(3L);
    }

    @Test
    void aBusyConsumerGetsAtMostOneMessageInAHundredMilliseconds() {
        Rig busy = new Rig();
        ConsumerStream consumer = busy.consume("furnace", "iron", 600_000);
        ProductionStream production = busy.produce("mine", "iron");
        for (int i = 0; i < 1_000; i++) {
            busy.amount(production, 1);
            busy.passMillis(1);
        }
        assertThat(busy.deliveries(consumer)).hasSize(11).first().isEqualTo(1L);
        assertThat(busy.delivered(consumer)).isEqualTo(1_000);
    }

    @Test
    void aSlowConsumerSeesItsUnitsSingly() {
        Rig coalescing = new Rig();
        coalescing.amount(coalescing.produce("mine", "iron"), 100);
        ConsumerStream consumer = coalescing.consume("a", "a", "iron", 60, 1, 0);
        coalescing.passSeconds(5);
        assertThat(coalescing.deliveries(consumer)).containsExactly(1L, 1L, 1L, 1L, 1L, 1L);
    }

    @Test
    void aFastConsumerGetsItsWholeRateOutOfAStockDespiteCoalescing() {
        Rig coalescing = new Rig(Rig.settings(10_000_000, Duration.ofMillis(100)));
        coalescing.amount(coalescing.produce("mine", "iron"), 9_000_000);
        ConsumerStream consumer = coalescing.consume("a", "a", "iron", 600_000, 100_000, 0);
        coalescing.passSeconds(60);
        assertThat(coalescing.delivered(consumer)).isBetween(75_000 + 598_000L, 75_000 + 600_000L);
    }

    @Test
    void aConsumerThatDoesNotReadHoldsUpNobody() {
        ConsumerStream stuck = rig.consume("stuck", "iron", 100);
        rig.ready(stuck, false);
        ConsumerStream reading = rig.consume("reading", "iron", 100);
        stock(60);
        assertThat(rig.delivered(stuck)).isZero();
        assertThat(rig.delivered(reading)).isEqualTo(60);
    }

    @Test
    void aConsumerThatReadsAgainGetsWhatIsThere() {
        ConsumerStream stuck = rig.consume("stuck", "iron", 100);
        rig.ready(stuck, false);
        stock(60);
        rig.ready(stuck, true);
        assertThat(rig.delivered(stuck)).isEqualTo(60);
    }

    @Test
    void unitsDueToAConsumerThatStopsReadingGoToTheOthers() {
        Rig coalescing = new Rig();
        ConsumerStream stops = coalescing.consume("stops", "iron", 1_000);
        ProductionStream production = coalescing.produce("mine", "iron");
        coalescing.amount(production, 10);
        coalescing.amount(production, 50);
        ConsumerStream other = coalescing.consume("other", "iron", 1_000);
        coalescing.ready(stops, false);
        coalescing.passSeconds(1);
        assertThat(coalescing.delivered(stops)).isEqualTo(10);
        assertThat(coalescing.delivered(other)).isEqualTo(50);
    }

    @Test
    void whatWasNotHandedOverWhenAConsumerCancelsStaysInTheBuffer() {
        Rig coalescing = new Rig();
        ConsumerStream consumer = coalescing.consume("a", "iron", 1_000);
        ProductionStream production = coalescing.produce("mine", "iron");
        coalescing.amount(production, 10);
        coalescing.amount(production, 50);
        coalescing.cancel(consumer);
        assertThat(coalescing.level("iron")).isEqualTo(50);
        assertThat(coalescing.delivered(coalescing.consume("a", "iron", 1_000))).isEqualTo(50);
    }

    @Test
    void whatCouldNotBeHandedOverIsTheBuffersAgain() {
        ConsumerStream gone = rig.consume("gone", "iron", 1_000);
        stock(50);
        rig.broker.onUndelivered(gone, 50, rig.now);
        rig.cancel(gone);
        assertThat(rig.level("iron")).isEqualTo(50);
        assertThat(rig.ledger("iron").delivered()).isZero();
    }

    @Test
    void scarceUnitsAreSharedEquallyWhateverTheOrderOfArrival() {
        List<ConsumerStream> consumers = new ArrayList<>();
        ProductionStream production = rig.produce("mine", "iron");
        for (int i = 0; i < 7; i++) {
            consumers.add(rig.consume("c" + i, "iron", 100_000));
            rig.amount(production, 3);
        }
        long[] before = consumers.stream().mapToLong(rig::delivered).toArray();
        for (int i = 0; i < 1_000; i++) {
            rig.amount(production, 1 + i % 5);
        }
        LongSummaryStatistics shares = IntStream.range(0, before.length)
                .mapToLong(i -> rig.delivered(consumers.get(i)) - before[i])
                .summaryStatistics();
        assertThat(shares.getSum()).isEqualTo(3_000);
        assertThat(shares.getMax() - shares.getMin()).isLessThanOrEqualTo(1);
    }

    @Test
    void aSmallConsumerIsServedInFullBeforeGreedyOnesShareTheRest() {
        ConsumerStream small = rig.consume("a", "small", "iron", 60, 1, 0);
        ConsumerStream greedy = rig.consume("greedy", "iron", 1_000_000);
        ConsumerStream greedier = rig.consume("greedier", "iron", 4_000_000);
        ProductionStream production = rig.produce("mine", "iron");
        for (int second = 0; second < 60; second++) {
            rig.amount(production, 11);
            rig.passSeconds(1);
        }
        assertThat(rig.delivered(small)).isBetween(59L, 61L);
        assertThat(Math.abs(rig.delivered(greedy) - rig.delivered(greedier))).isLessThanOrEqualTo(1);
        assertThat(rig.level("iron")).isZero();
    }

    @Test
    void nobodyStarvesAmongThousandsThatWant() {
        List<ConsumerStream> consumers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            consumers.add(rig.consume("c" + i, "iron", 600));
        }
        ProductionStream production = rig.produce("mine", "iron");
        for (int i = 0; i < 1_000; i++) {
            rig.amount(production, 1);
        }
        assertThat(consumers)
                .allSatisfy(consumer -> assertThat(rig.delivered(consumer)).isOne());
    }

    @Test
    void unitsThatWereDueBeforeAThrottleCameAreNotRefundedToIt() {
        Rig coalescing = new Rig();
        ConsumerStream leaves = coalescing.consume("a", "leaves", "iron", 60_000, 40, 0);
        ConsumerStream stays = coalescing.consume("a", "stays", "iron", 60_000, 60_000, 0);
        ProductionStream production = coalescing.produce("mine", "iron");
        coalescing.amount(production, 2);
        coalescing.amount(production, 58);
        coalescing.done(new OperatorCommand.Throttle(Rig.client("a"), new Pace(60), null));
        coalescing.amount(production, 1);
        assertThat(stays.state().dueUnits()).isEqualTo(30);
        coalescing.cancel(leaves);
        assertThat(stays.state().dueUnits()).isEqualTo(30);
    }

    @Test
    void ofConsumersThatShareAThrottleNoneStarvesWhoAlwaysComesJustAfterAnother() {
        Rig coalescing = new Rig();
        coalescing.amount(coalescing.produce("mine", "iron"), 1_000_000);
        coalescing.done(new OperatorCommand.Throttle(new Target.Outflow(Rig.resource("iron")), new Pace(6_000), null));
        ConsumerStream first = coalescing.consume("first", "iron", 600_000);
        coalescing.passMillis(1);
        ConsumerStream second = coalescing.consume("second", "iron", 600_000);
        coalescing.passSeconds(60);
        assertThat(coalescing.delivered(first)).isBetween(2_000L, 4_000L);
        assertThat(coalescing.delivered(second)).isBetween(2_000L, 4_000L);
    }
}
