package virdi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import virdi.engine.StreamGateway.Inlet;
import virdi.engine.StreamGateway.ProduceInlet;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.CloseStatus.Code;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.InitialState;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.model.Pace;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.model.Target;

/** The loop, turned by hand. */
class BrokerLoopTest {
    private static final ResourceId IRON = new ResourceId("iron");
    private static final Target MINE = new Target.Production(new ClientId("mine"), IRON);

    private long now = 1_800_000_000_000_000_000L;
    private final BrokerLoop loop = new BrokerLoop(BrokerSettings.DEFAULT, InitialState.NOTHING, () -> now);

    private static Peer peer(String client) {
        return new Peer(new ClientId(client), true, "127.0.0.1:1");
    }

    private void turn() {
        loop.turn(now);
    }

    private void turnAfter(Duration time) {
        now += time.toNanos();
        turn();
    }

    private ProduceInlet produce(Outlets outlet) {
        ProduceInlet production = loop.openProduction(peer("mine"), outlet);
        production.init(IRON);
        return production;
    }

    private Inlet consume(String client, Outlets outlet) {
        return loop.openConsumption(peer(client), new ConsumptionSpec(new ConsumerId("x"), IRON, 60_000, 0, 0), outlet);
    }

    private static void pour(ProduceInlet production, int messages) {
        for (int i = 0; i < messages; i++) {
            production.amount(1);
        }
        production.flush();
    }

    private static CloseStatus status(Outlets outlet) {
        return Objects.requireNonNull(outlet.status.get(), "the stream is open");
    }

    private BrokerSnapshot.ResourceState iron() {
        turnAfter(Duration.ofSeconds(1));
        return loop.snapshot().resources().getFirst();
    }

    @Test
    void whatIsPouredBeforeATurnIsDeliveredAtItsEndInOneMessage() {
        Outlets taker = new Outlets();
        consume("furnace", taker);
        pour(produce(new Outlets()), 100);
        assertThat(taker.deliveries).isEmpty();
        turn();
        assertThat(taker.deliveries).containsExactly(100L);
    }

    @Test
    void whatWaitsInAnInletIsTakenOnceItIsFlushed() {
        ProduceInlet production = produce(new Outlets());
        turn();
        production.amount(5);
        turn();
        assertThat(iron().ledger().accepted()).isZero();
        production.flush();
        turn();
        assertThat(iron().ledger().accepted()).isEqualTo(5);
    }

    @Test
    void creditComesBackInBatchesAndNeverExceedsWhatWasRead() {
        Outlets outlet = new Outlets();
        ProduceInlet production = produce(outlet);
        assertThat(production.initialCredit()).isEqualTo(1_024);
        pour(production, 254);
        turn();
        assertThat(outlet.credit.availablePermits()).isZero();
        pour(production, 1);
        turn();
        assertThat(outlet.credit.availablePermits()).isEqualTo(256);
    }

    @Test
    void aPausedProductionGetsNoMoreCreditAndWhatItSentWaitsInItsInlet() {
        Outlets outlet = new Outlets();
        ProduceInlet production = produce(outlet);
        turn();
        assertThat(done(new OperatorCommand.Throttle(MINE, Pace.PAUSED, null))).isTrue();
        pour(production, 255);
        turn();
        turnAfter(Duration.ofHours(1));
        assertThat(outlet.credit.availablePermits()).isZero();
        assertThat(iron().ledger().accepted()).isZero();
        assertThat(done(new OperatorCommand.Unthrottle(MINE))).isTrue();
        turn();
        assertThat(iron().ledger().accepted()).isEqualTo(255);
        assertThat(outlet.credit.availablePermits()).isEqualTo(256);
    }

    @Test
    void aHalfCloseBehindHeldMessagesWaitsForThem() {
        Outlets outlet = new Outlets();
        ProduceInlet production = produce(outlet);
        turn();
        done(new OperatorCommand.Throttle(MINE, Pace.PAUSED, null));
        pour(production, 5);
        production.halfClosed();
        turn();
        assertThat(outlet.status.get()).isNull();
        done(new OperatorCommand.Unthrottle(MINE));
        turn();
        assertThat(status(outlet).code()).isEqualTo(Code.OK);
        assertThat(outlet.endUnits).hasValue(5);
    }

    @Test
    void messagesThatCameBeforeACancelCount() {
        Outlets outlet = new Outlets();
        ProduceInlet production = produce(outlet);
        pour(production, 5);
        production.cancelled();
        turn();
        assertThat(status(outlet).code()).isEqualTo(Code.CANCELLED);
        assertThat(iron().ledger().accepted()).isEqualTo(5);
        assertThat(loop.openPorts()).isZero();
    }

    @Test
    void messagesThatCameBeforeAViolationCount() {
        Outlets outlet = new Outlets();
        ProduceInlet production = produce(outlet);
        pour(production, 5);
        production.violated(CloseStatus.invalid("expected amount"));
        turn();
        assertThat(status(outlet).code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(outlet.endUnits).hasValue(5);
    }

    @Test
    void whatWasReadAheadBeyondTheMessageThatFillsTheTankIsNotAccepted() {
        Outlets outlet = new Outlets();
        ProduceInlet production = produce(outlet);
        production.amount(9_999);
        production.amount(2);
        pour(production, 100);
        turn();
        assertThat(status(outlet).code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(outlet.endUnits).hasValue(10_001);
        assertThat(iron().ledger().accepted()).isEqualTo(10_001);
    }

    @Test
    void aConsumerThatIsNoLongerReadyGetsNothingUntilItSaysReady() {
        Outlets taker = new Outlets();
        taker.room = 1;
        Inlet consumer = consume("furnace", taker);
        ProduceInlet production = produce(new Outlets());
        pour(production, 10);
        turn();
        pour(production, 10);
        turnAfter(Duration.ofSeconds(1));
        assertThat(taker.deliveries).containsExactly(10L);
        assertThat(iron().ledger().level()).isEqualTo(10);
        taker.room = 10;
        taker.ready = true;
        consumer.ready();
        turn();
        assertThat(taker.deliveries).containsExactly(10L, 10L);
    }

    @Test
    void unitsForACallThatIsGoneStayInTheBroker() {
        Outlets taker = new Outlets();
        taker.gone = true;
        Inlet consumer = consume("furnace", taker);
        pour(produce(new Outlets()), 10);
        turn();
        assertThat(iron().ledger().delivered()).isZero();
        consumer.cancelled();
        turn();
        assertThat(iron().ledger().level()).isEqualTo(10);
    }

    @Test
    void unitsForACallThatIsGoneGoToTheNextConsumerWithItsNextMessage() {
        Outlets gone = new Outlets();
        gone.gone = true;
        Outlets other = new Outlets();
        consume("gone", gone);
        consume("other", other);
        pour(produce(new Outlets()), 10);
        turn();
        turnAfter(Duration.ofMillis(100));
        assertThat(other.deliveries).containsExactly(5L, 5L);
    }

    @Test
    void aTransportThatFailsIsGivenUpAndWhatItDidNotTakeGoesToOthersOnce() {
        Outlets good = new Outlets();
        Outlets bad = new Outlets() {
            @Override
            public boolean deliver(long units) {
                throw new IllegalStateException("a bug planted by this test");
            }
        };
        consume("good", good);
        consume("bad", bad);
        ProduceInlet production = produce(new Outlets());
        pour(production, 20);
        turn();
        turnAfter(Duration.ofSeconds(1));
        pour(production, 1);
        turnAfter(Duration.ofSeconds(1));
        assertThat(status(bad).code()).isEqualTo(Code.CANCELLED);
        assertThat(good.delivered.get()).isEqualTo(21);
        assertThat(iron().ledger().delivered()).isEqualTo(21);
    }

    @Test
    void trafficAndCommandsHaveOneOrder() {
        Outlets taker = new Outlets();
        consume("furnace", taker);
        turn();
        var outcome = loop.submit(new OperatorCommand.Inject(IRON, 7));
        var late = loop.submit(new OperatorCommand.Purge(IRON, 100));
        assertThat(outcome).isNotDone();
        turn();
        assertThat(outcome).isCompletedWithValueMatching(Outcome.Done.class::isInstance);
        assertThat(late).isCompletedWithValueMatching(Outcome.Refused.class::isInstance);
        assertThat(taker.delivered).hasValue(7);
    }

    @Test
    void aRefusedStreamIsClosedAndForgotten() {
        consume("furnace", new Outlets());
        Outlets twin = new Outlets();
        Inlet refused = consume("furnace", twin);
        turn();
        assertThat(status(twin).code()).isEqualTo(Code.ALREADY_EXISTS);
        refused.cancelled();
        turn();
        assertThat(loop.openPorts()).isOne();
    }

    @Test
    void anOfferIsAskedWhenItsTransportIsReady() {
        Outlets outlet = new Outlets();
        outlet.ready = false;
        Inlet offer = loop.openOffer(peer("mine"), IRON, outlet);
        turn();
        assertThat(outlet.requests).hasValue(0);
        outlet.ready = true;
        offer.ready();
        turn();
        assertThat(outlet.requests).hasValue(1);
    }

    @Test
    void theNextTurnIsDueWithTheNextDeadline() {
        loop.openOffer(peer("mine"), IRON, new Outlets());
        turn();
        turnAfter(Duration.ofMillis(100));
        assertThat(loop.nextTurnNanos() - now).isEqualTo(Duration.ofMillis(900).toNanos());
    }

    @Test
    void aLoopWithNothingToDoIsNeverDue() {
        turn();
        turnAfter(Duration.ofSeconds(1));
        assertThat(loop.nextTurnNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theSnapshotIsTheSameInstanceWhileNothingChangesAndAtMostThirtyASecondAreMade() {
        consume("furnace", new Outlets());
        turn();
        BrokerSnapshot first = loop.snapshot();
        pour(produce(new Outlets()), 1);
        turnAfter(Duration.ofMillis(20));
        assertThat(loop.snapshot()).isSameAs(first);
        turnAfter(Duration.ofMillis(14));
        BrokerSnapshot second = loop.snapshot();
        assertThat(second).isNotSameAs(first);
        turnAfter(Duration.ofSeconds(10));
        assertThat(loop.snapshot()).isSameAs(second);
    }

    @Test
    void statesOfStreamsThatDidNotChangeAreTheSameInstances() {
        loop.openOffer(peer("a"), IRON, new Outlets());
        turn();
        BrokerSnapshot first = loop.snapshot();
        loop.openOffer(peer("b"), new ResourceId("coal"), new Outlets());
        turnAfter(Duration.ofMillis(40));
        assertThat(loop.snapshot().offers().getFirst()).isSameAs(first.offers().getFirst());
    }

    @Test
    void streamsAreListedForWhoeverWantsThemAndAtOnce() {
        loop.listStreams(false);
        loop.openOffer(peer("a"), IRON, new Outlets());
        consume("furnace", new Outlets());
        turn();
        assertThat(loop.snapshot().offers()).isEmpty();
        assertThat(loop.snapshot().consumers()).isEmpty();
        assertThat(loop.snapshot().resources()).hasSize(1);
        loop.listStreams(true);
        turnAfter(Duration.ofMillis(40));
        assertThat(loop.snapshot().offers()).hasSize(1);
        assertThat(loop.snapshot().consumers()).hasSize(1);
    }

    @Test
    void whoeverWaitsIsToldOfEachSnapshotAndEventAndOfNothingElse() {
        turnAfter(Duration.ofMillis(40));
        List<Long> told = new ArrayList<>();
        loop.onNews(() -> told.add(loop.snapshot().sequence()));
        turnAfter(Duration.ofMillis(40));
        assertThat(told).isEmpty();
        long before = loop.snapshot().sequence();
        loop.refused(peer("bad"), StreamKind.OFFER, CloseStatus.invalid("no"));
        turn();
        assertThat(told).isNotEmpty();
        assertThat(loop.eventsAfter(0)).isNotEmpty();
        told.clear();
        consume("furnace", new Outlets());
        turnAfter(Duration.ofMillis(40));
        assertThat(told).last().isEqualTo(loop.snapshot().sequence());
        assertThat(loop.snapshot().sequence()).isGreaterThan(before);
    }

    @Test
    void eventsAreNumberedWithoutGapsAndTheReaderSeesWhatWasDropped() {
        for (int i = 0; i < 20_000; i++) {
            loop.refused(peer("bad"), StreamKind.OFFER, CloseStatus.invalid("no"));
        }
        turn();
        List<BrokerEvent> events = loop.eventsAfter(0);
        assertThat(events).hasSize(16_384);
        assertThat(events.getFirst().sequence()).isEqualTo(20_000 - 16_384 + 1);
        assertThat(events.getLast().sequence()).isEqualTo(20_000);
        assertThat(loop.eventsAfter(20_000)).isEmpty();
        assertThat(loop.eventsAfter(19_998)).extracting(BrokerEvent::sequence).containsExactly(19_999L, 20_000L);
    }

    @Test
    void shuttingDownClosesEveryStreamAsUnavailable() {
        Outlets outlet = new Outlets();
        loop.openOffer(peer("mine"), IRON, outlet);
        var done = loop.shutDown();
        Outlets late = new Outlets();
        loop.openOffer(peer("late"), IRON, late);
        turn();
        assertThat(done).isCompleted();
        turn();
        assertThat(status(late)).isEqualTo(CloseStatus.SHUTTING_DOWN);
        assertThat(loop.openPorts()).isZero();
    }

    @Test
    void aStoppedLoopRefusesCommands() {
        loop.close();
        assertThat(loop.submit(new OperatorCommand.Inject(IRON, 1)))
                .isCompletedWithValueMatching(Outcome.Refused.class::isInstance);
    }

    private boolean done(OperatorCommand command) {
        var outcome = loop.submit(command);
        turn();
        return outcome.join() instanceof Outcome.Done;
    }
}
