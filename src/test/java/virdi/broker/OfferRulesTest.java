package virdi.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.broker.Rig.capacity;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSettings;
import virdi.model.CloseStatus;
import virdi.model.CloseStatus.Code;
import virdi.model.OperatorCommand;

/** docs/protocol.md: OfferProduction. */
class OfferRulesTest {
    private final Rig rig = new Rig(capacity(100));

    @Test
    void anOfferIsRequestedAtOnceWhileThereIsDemand() {
        assertThat(rig.requests(rig.offer("smelter", "iron"))).isOne();
    }

    @Test
    void anOfferIsNotRequestedWhileTheTankIsFull() {
        rig.amount(rig.produce("mine", "iron"), 100);
        assertThat(rig.requests(rig.offer("smelter", "iron"))).isZero();
    }

    @Test
    void anUnknownResourceIsCreatedWithTheDefaultCapacity() {
        rig.offer("smelter", "iron");
        assertThat(rig.snapshot().resources()).singleElement().satisfies(state -> {
            assertThat(state.marks().capacityUnits()).isEqualTo(100);
            assertThat(state.marks().resumeUnits()).isEqualTo(75);
        });
    }

    @Test
    void anUnknownResourceIsRefusedWhereTheSettingSaysReject() {
        Rig strict =
                new Rig(BrokerSettings.builder().createUnknownResources(false).build());
        assertThat(strict.tryOffer("smelter", "iron")).isEmpty();
        assertThat(strict.lastStatus().code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(strict.tryConsume("a", "b", "iron", 1, 0, 0)).isEmpty();
        assertThat(strict.lastStatus().code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(strict.code(strict.produce("mine", "iron"))).isEqualTo(Code.FAILED_PRECONDITION);
    }

    @Test
    void theLimitOfResourcesIsNamedAndKnownOnesGoOn() {
        Rig small = new Rig(BrokerSettings.builder().maxResources(2).build());
        small.tryOffer("smelter", "iron");
        small.tryConsume("a", "b", "coal", 1, 0, 0);
        String told = "2 resources are known; the limit resources.max is 2";
        assertThat(small.tryOffer("smelter", "gold")).isEmpty();
        assertThat(small.lastStatus()).isEqualTo(new CloseStatus(Code.UNAVAILABLE, told));
        assertThat(small.tryConsume("a", "c", "gold", 1, 0, 0)).isEmpty();
        assertThat(small.lastStatus()).isEqualTo(new CloseStatus(Code.UNAVAILABLE, told));
        assertThat(small.code(small.produce("mine", "gold"))).isEqualTo(Code.UNAVAILABLE);
        assertThat(small.tryOffer("smelter", "coal")).isPresent();
    }

    @Test
    void demandReturnsAtTheResumeMarkAndNotAbove() {
        OfferStream offer = rig.offer("smelter", "iron");
        rig.amount(rig.produce("smelter", "iron"), 100);
        ConsumerStream consumer = rig.consume("furnace", "iron", 32);
        assertThat(rig.delivered(consumer)).isEqualTo(24);
        assertThat(rig.level("iron")).isEqualTo(76);
        assertThat(rig.requests(offer)).isOne();
        rig.passSeconds(2);
        assertThat(rig.level("iron")).isEqualTo(75);
        assertThat(rig.requests(offer)).isEqualTo(2);
    }

    @Test
    void anUnansweredRequestIsRepeatedWithBackoffOfOneSecondDoublingToThirty() {
        OfferStream offer = rig.offer("smelter", "iron");
        long expected = 1;
        for (int wait : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            rig.pass(Duration.ofSeconds(wait).minusNanos(1));
            assertThat(rig.requests(offer)).isEqualTo(expected);
            rig.pass(Duration.ofNanos(1));
            assertThat(rig.requests(offer)).isEqualTo(++expected);
        }
    }

    @Test
    void aRequestThatWaitsForItsTransportHasAskedNobodyYet() {
        OfferStream offer = rig.offer("smelter", "iron");
        rig.cancel(rig.produce("smelter", "iron"));
        rig.ready(offer, false);
        rig.passSeconds(2);
        assertThat(rig.requests(offer)).isOne();
        assertThat(offer.state().unansweredSinceNanos()).isNull();
        rig.produce("smelter", "iron");
        assertThat(rig.snapshot().productions()).singleElement().matches(open -> open.unsolicited());
    }

    @Test
    void anOfferIsShownAsUnblockedAlsoWhereNothingIsAskedOfIt() {
        OfferStream offer = rig.offer("smelter", "iron");
        rig.amount(rig.produce("mine", "iron"), 100);
        rig.done(new OperatorCommand.Block(Rig.production("smelter", "iron"), "", Duration.ofSeconds(1)));
        assertThat(rig.snapshot().offers()).singleElement().matches(state -> state.blocked());
        rig.passSeconds(1);
        assertThat(rig.snapshot().offers()).singleElement().matches(state -> !state.blocked());
        assertThat(rig.requests(offer)).isOne();
    }

    @Test
    void aRequestIsNotRepeatedOnceAProductionAnswersIt() {
        OfferStream offer = rig.offer("smelter", "iron");
        rig.produce("smelter", "iron");
        rig.passSeconds(60);
        assertThat(rig.requests(offer)).isOne();
    }

    @Test
    void aRequestIsNotRepeatedOnceTheTankIsFull() {
        OfferStream offer = rig.offer("smelter", "iron");
        rig.amount(rig.produce("mine", "iron"), 100);
        rig.passSeconds(60);
        assertThat(rig.requests(offer)).isOne();
    }

    @Test
    void anOfferWhoseClientProducesTheResourceAlreadyGetsNoRequest() {
        rig.produce("smelter", "iron");
        OfferStream same = rig.offer("smelter", "iron");
        OfferStream other = rig.offer("smelter", "steel");
        assertThat(rig.requests(same)).isZero();
        assertThat(rig.requests(other)).isOne();
    }

    @Test
    void aProductionThatTheClientEndedWhileDemandLastsIsRequestedAgainAfterASecond() {
        OfferStream offer = rig.offer("smelter", "iron");
        ProductionStream production = rig.produce("smelter", "iron");
        rig.amount(production, 10);
        rig.halfClose(production);
        rig.passMillis(999);
        assertThat(rig.requests(offer)).isOne();
        rig.passMillis(1);
        assertThat(rig.requests(offer)).isEqualTo(2);
    }

    @Test
    void productionsThatBringNothingAreRequestedLessAndLessOften() {
        OfferStream offer = rig.offer("smelter", "iron");
        for (int wait : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            long before = rig.requests(offer);
            rig.cancel(rig.produce("smelter", "iron"));
            rig.pass(Duration.ofSeconds(wait).minusNanos(1));
            assertThat(rig.requests(offer)).isEqualTo(before);
            rig.pass(Duration.ofNanos(1));
            assertThat(rig.requests(offer)).isEqualTo(before + 1);
        }
    }

    @Test
    void aClientMayOfferTheSameResourceMoreThanOnceAndEachOfferIsAsked() {
        List<OfferStream> offers = List.of(rig.offer("smelter", "iron"), rig.offer("smelter", "iron"));
        assertThat(offers).allSatisfy(offer -> assertThat(rig.requests(offer)).isOne());
        rig.amount(rig.produce("smelter", "iron"), 100);
        rig.done(new OperatorCommand.Purge(Rig.resource("iron"), 50));
        assertThat(offers).allSatisfy(offer -> assertThat(rig.requests(offer)).isEqualTo(2));
    }

    @Test
    void aRequestWaitsForATransportThatIsNotReadyAndIsSentOnce() {
        rig.amount(rig.produce("mine", "iron"), 100);
        OfferStream offer = rig.offer("smelter", "iron");
        rig.ready(offer, false);
        rig.done(new OperatorCommand.Purge(Rig.resource("iron"), 50));
        assertThat(rig.requests(offer)).isZero();
        rig.ready(offer, true);
        assertThat(rig.requests(offer)).isOne();
    }

    @Test
    void anOfferThatWasCancelledIsNeverAskedAgain() {
        OfferStream offer = rig.offer("smelter", "iron");
        rig.cancel(offer);
        rig.passSeconds(60);
        assertThat(rig.requests(offer)).isOne();
        assertThat(rig.broker.nextDeadline()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void eachRequestIsJournalledWithItsNumber() {
        rig.offer("smelter", "iron");
        rig.passSeconds(1);
        assertThat(rig.events)
                .filteredOn(event -> event.kind() == BrokerEvent.Kind.REQUESTED)
                .extracting(BrokerEvent::units)
                .containsExactly(1L, 2L);
    }
}
