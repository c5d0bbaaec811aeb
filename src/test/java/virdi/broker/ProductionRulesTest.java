package virdi.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.broker.ProductionStream.Take.OVER;
import static virdi.broker.ProductionStream.Take.TAKEN;
import static virdi.broker.Rig.capacity;

import org.junit.jupiter.api.Test;
import virdi.model.CloseStatus.Code;
import virdi.model.OperatorCommand;
import virdi.model.Units;

/** docs/protocol.md: Produce. */
class ProductionRulesTest {
    private final Rig rig = new Rig(capacity(100));

    @Test
    void aProductionWithoutFirstMessageEndsAfterTenSeconds() {
        ProductionStream silent = rig.open("mine");
        rig.passMillis(9_999);
        assertThat(silent.isOpen()).isTrue();
        rig.passMillis(1);
        assertThat(rig.code(silent)).isEqualTo(Code.DEADLINE_EXCEEDED);
    }

    @Test
    void theFirstMessageEndsTheWaitForIt() {
        ProductionStream production = rig.produce("mine", "iron");
        rig.passSeconds(3_600);
        assertThat(production.isOpen()).isTrue();
    }

    @Test
    void aProductionNobodyAskedForIsServedAndMarkedUnsolicited() {
        rig.amount(rig.produce("mine", "iron"), 7);
        rig.offer("smelter", "iron");
        rig.produce("smelter", "iron");
        assertThat(rig.level("iron")).isEqualTo(7);
        assertThat(rig.snapshot().productions())
                .extracting(virdi.model.BrokerSnapshot.ProductionState::unsolicited)
                .containsExactly(true, false);
    }

    @Test
    void anAmountGoesFirstToConsumersWithCreditTheRestIntoTheBuffer() {
        ConsumerStream consumer = rig.consume("furnace", "iron", 40);
        rig.amount(rig.produce("mine", "iron"), 90);
        assertThat(rig.delivered(consumer)).isEqualTo(30);
        assertThat(rig.level("iron")).isEqualTo(60);
    }

    @Test
    void whatConsumersTakeDoesNotFillTheBuffer() {
        rig.consume("furnace", "iron", 400);
        ProductionStream production = rig.produce("mine", "iron");
        rig.amount(production, 399);
        assertThat(production.isOpen()).isTrue();
        rig.amount(production, 1);
        assertThat(rig.close(production).units()).isEqualTo(400);
    }

    @Test
    void unitsDueToAConsumerWithinItsCoalescingIntervalDoNotFillTheBuffer() {
        Rig coalescing = new Rig(Rig.settings(100, java.time.Duration.ofMillis(100)));
        ConsumerStream consumer = coalescing.consume("furnace", "iron", 4_000);
        ProductionStream production = coalescing.produce("mine", "iron");
        coalescing.amount(production, 1);
        coalescing.amount(production, 1_500);
        assertThat(production.isOpen()).isTrue();
        assertThat(coalescing.deliveries(consumer)).containsExactly(1L);
        coalescing.passMillis(100);
        assertThat(coalescing.deliveries(consumer)).containsExactly(1L, 1_500L);
    }

    @Test
    void theMessageThatFillsTheBufferIsAcceptedWholeAndIsTheLast() {
        ProductionStream production = rig.produce("mine", "iron");
        assertThat(rig.amount(production, 99)).isEqualTo(TAKEN);
        assertThat(rig.amount(production, 50)).isEqualTo(TAKEN);
        assertThat(rig.amount(production, 1)).isEqualTo(OVER);
        assertThat(rig.level("iron")).isEqualTo(149);
        assertThat(rig.close(production).status().code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(rig.close(production).units()).isEqualTo(149);
    }

    @Test
    void aFullBufferEndsAllProductionsOfTheResourceAndNoOther() {
        ProductionStream one = rig.produce("mine-1", "iron");
        ProductionStream two = rig.produce("mine-2", "iron");
        ProductionStream other = rig.produce("mine-2", "coal");
        rig.amount(one, 100);
        assertThat(rig.code(one)).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(rig.code(two)).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(other.isOpen()).isTrue();
    }

    @Test
    void aProductionThatOpensOnAFullBufferEndsRightAfterItsFirstMessage() {
        rig.amount(rig.produce("mine", "iron"), 100);
        ProductionStream late = rig.produce("mine", "iron");
        assertThat(rig.code(late)).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(rig.close(late).units()).isZero();
    }

    @Test
    void anAmountOfZeroIsLegalAndMovesNothing() {
        ProductionStream production = rig.produce("mine", "iron");
        assertThat(rig.amount(production, 0)).isEqualTo(TAKEN);
        assertThat(production.isOpen()).isTrue();
        assertThat(rig.level("iron")).isZero();
    }

    @Test
    void theLargestAmountIsAcceptedWhole() {
        ProductionStream production = rig.produce("mine", "iron");
        rig.amount(production, Units.MAX_UINT32);
        assertThat(rig.level("iron")).isEqualTo(4_294_967_295L);
        assertThat(rig.close(production).units()).isEqualTo(4_294_967_295L);
    }

    @Test
    void aHalfClosedProductionEndsOkWithWhatWasAccepted() {
        ProductionStream production = rig.produce("mine", "iron");
        rig.amount(production, 12);
        rig.halfClose(production);
        assertThat(rig.close(production).status().code()).isEqualTo(Code.OK);
        assertThat(rig.close(production).units()).isEqualTo(12);
    }

    @Test
    void aVanishedClientLosesNothingThatWasAccepted() {
        ProductionStream production = rig.produce("mine", "iron");
        rig.amount(production, 12);
        rig.cancel(production);
        assertThat(rig.delivered(rig.consume("furnace", "iron", 100))).isEqualTo(12);
    }

    @Test
    void aTankBetweenItsMarksIsFilledOnceMoreByWhoComesUnasked() {
        rig.amount(rig.produce("mine", "iron"), 100);
        rig.done(new OperatorCommand.Purge(Rig.resource("iron"), 10));
        ProductionStream unasked = rig.produce("mine", "iron");
        rig.amount(unasked, 9);
        assertThat(unasked.isOpen()).isTrue();
        rig.amount(unasked, 1);
        assertThat(rig.code(unasked)).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(rig.level("iron")).isEqualTo(100);
    }

    @Test
    void aTankMadeSmallerThanItsLevelIsFullAndEndsItsProductions() {
        ProductionStream production = rig.produce("mine", "iron");
        rig.amount(production, 60);
        rig.done(new OperatorCommand.SetCapacity(Rig.resource("iron"), 50));
        assertThat(rig.code(production)).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(rig.level("iron")).isEqualTo(60);
    }
}
