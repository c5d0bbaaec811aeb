package virdi.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import virdi.broker.ProductionStream.Take;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.CloseStatus.Code;
import virdi.model.Effect;
import virdi.model.InitialState;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.Target;

/** docs/protocol.md: Every stream, Operator control. */
class OperatorRulesTest {
    private static final Target INFLOW = new Target.Inflow(Rig.resource("iron"));
    private static final Target OUTFLOW = new Target.Outflow(Rig.resource("iron"));

    private final Rig rig = new Rig(Rig.settings(1_000_000, Duration.ofMillis(100)));

    private OperatorCommand throttle(Target target, long unitsPerMinute) {
        return new OperatorCommand.Throttle(target, new Pace(unitsPerMinute), null);
    }

    private void stock(long units) {
        rig.amount(rig.produce("stock", "iron"), units);
    }

    /** Offers messages of one unit as fast as they are taken, for some time; how many were. */
    private long push(ProductionStream production, Duration time) {
        long taken = 0;
        for (long millis = 0; millis < time.toMillis(); millis++) {
            for (int i = 0; i < 10 && rig.amount(production, 1) == Take.TAKEN; i++) {
                taken++;
            }
            rig.passMillis(1);
        }
        return taken;
    }

    /** As the engine does: message after message until the throttle holds. */
    private void takeAll(ProductionStream production) {
        Take take = Take.TAKEN;
        while (take == Take.TAKEN) {
            take = rig.amount(production, 1);
        }
    }

    @Test
    void aThrottledProductionIsReadAtItsPaceAndNoUnitIsDropped() {
        ProductionStream production = rig.produce("mine", "iron");
        rig.done(throttle(Rig.production("mine", "iron"), 600));
        assertThat(push(production, Duration.ofSeconds(30))).isBetween(299L, 302L);
        assertThat(production.isOpen()).isTrue();
    }

    @Test
    void aPausedProductionIsNotReadAndGoesOnWhenThePauseIsLifted() {
        ProductionStream production = rig.produce("mine", "iron");
        rig.done(throttle(Rig.production("mine", "iron"), 0));
        assertThat(rig.amount(production, 1)).isEqualTo(Take.HELD);
        rig.passSeconds(3_600);
        assertThat(rig.level("iron")).isZero();
        rig.done(new OperatorCommand.Unthrottle(Rig.production("mine", "iron")));
        assertThat(rig.effects).contains(new Effect.Resume(production.id()));
        assertThat(rig.amount(production, 1)).isEqualTo(Take.TAKEN);
    }

    @Test
    void aMessageLargerThanAMinutesWorthIsTakenWholeAndPaidForByWaiting() {
        ProductionStream production = rig.produce("mine", "iron");
        rig.done(throttle(Rig.production("mine", "iron"), 60));
        assertThat(rig.amount(production, 120)).isEqualTo(Take.TAKEN);
        rig.passSeconds(119);
        assertThat(rig.amount(production, 1)).isEqualTo(Take.HELD);
        rig.passSeconds(1);
        assertThat(rig.amount(production, 1)).isEqualTo(Take.TAKEN);
    }

    @Test
    void aThrottledConsumerGetsTheSmallerOfItsMaxRateAndTheThrottle() {
        stock(100_000);
        ConsumerStream held = rig.consume("a", "held", "iron", 6_000, 10, 0);
        ConsumerStream unmoved = rig.consume("a", "unmoved", "iron", 60, 10, 0);
        rig.done(throttle(Rig.consumption("a", "held"), 600));
        rig.done(throttle(Rig.consumption("a", "unmoved"), 600));
        long heldBefore = rig.delivered(held);
        long unmovedBefore = rig.delivered(unmoved);
        rig.passSeconds(60);
        assertThat(rig.delivered(held) - heldBefore).isBetween(598L, 601L);
        assertThat(rig.delivered(unmoved) - unmovedBefore).isBetween(59L, 61L);
    }

    @Test
    void aPausedConsumerGetsNothingAndWhatWasDueToItGoesToOthers() {
        ConsumerStream paused = rig.consume("paused", "iron", 100_000);
        ConsumerStream other = rig.consume("other", "iron", 100_000);
        ProductionStream production = rig.produce("mine", "iron");
        rig.amount(production, 2);
        rig.amount(production, 100);
        rig.done(throttle(Rig.consumption("client-paused", "paused"), 0));
        rig.passSeconds(1);
        rig.amount(production, 100);
        assertThat(rig.delivered(paused)).isEqualTo(1);
        assertThat(rig.delivered(other)).isEqualTo(201);
        rig.done(new OperatorCommand.Unthrottle(Rig.consumption("client-paused", "paused")));
        rig.passSeconds(1);
        rig.amount(production, 100);
        rig.passSeconds(1);
        assertThat(rig.delivered(paused)).isGreaterThan(40);
    }

    @Test
    void aThrottleOfAClientHoldsTheSumOfItsStreams() {
        stock(100_000);
        List<ConsumerStream> consumers = List.of(
                rig.consume("a", "x", "iron", 60_000, 100, 75),
                rig.consume("a", "y", "iron", 60_000, 100, 75),
                rig.consume("b", "z", "iron", 60_000, 1_000, 750));
        rig.done(throttle(Rig.client("a"), 1_200));
        rig.passSeconds(60);
        assertThat(rig.delivered(consumers.get(0)) + rig.delivered(consumers.get(1)))
                .isBetween(1_190L, 1_203L);
        assertThat(rig.delivered(consumers.get(0))).isBetween(500L, 700L);
        assertThat(rig.delivered(consumers.get(2))).isBetween(59_000L, 60_100L);
    }

    @Test
    void throttlesOfInflowAndOutflowHoldAllStreamsOfTheResource() {
        ProductionStream one = rig.produce("mine-1", "iron");
        ProductionStream two = rig.produce("mine-2", "iron");
        rig.done(throttle(INFLOW, 600));
        rig.done(throttle(OUTFLOW, 300));
        ConsumerStream consumer = rig.consume("a", "iron", 60_000);
        takeAll(one);
        takeAll(two);
        int seen = 0;
        for (int millis = 0; millis < 60_000; millis++) {
            for (; seen < rig.effects.size(); seen++) {
                if (rig.effects.get(seen) instanceof Effect.Resume resume) {
                    takeAll(resume.stream().equals(one.id()) ? one : two);
                }
            }
            rig.passMillis(1);
        }
        assertThat(one.units() + two.units()).isBetween(599L, 602L);
        assertThat(one.units()).isBetween(295L, 305L);
        assertThat(rig.delivered(consumer)).isBetween(299L, 302L);
    }

    @Test
    void aThrottleLiftsItselfAfterItsTime() {
        ProductionStream production = rig.produce("mine", "iron");
        rig.done(new OperatorCommand.Throttle(Rig.production("mine", "iron"), Pace.PAUSED, Duration.ofSeconds(90)));
        assertThat(rig.amount(production, 1)).isEqualTo(Take.HELD);
        rig.passSeconds(90);
        assertThat(rig.amount(production, 1)).isEqualTo(Take.TAKEN);
        assertThat(rig.snapshot().rules()).isEmpty();
        assertThat(rig.events).anyMatch(event -> event.kind() == BrokerEvent.Kind.RULE_LIFTED);
    }

    @Test
    void aThrottleHoldsTheNextStreamOfTheSameProductionToo() {
        rig.done(throttle(Rig.production("mine", "iron"), 0));
        assertThat(rig.amount(rig.produce("mine", "iron"), 1)).isEqualTo(Take.HELD);
    }

    @Test
    void aThrottleOfAStreamIsARuleOnItsProduction() {
        ProductionStream production = rig.produce("mine", "iron");
        rig.done(throttle(new Target.OneStream(production.id()), 60));
        assertThat(rig.snapshot().rules())
                .containsExactly(new OperatorRule.Throttled(Rig.production("mine", "iron"), new Pace(60), null));
    }

    @Test
    void aDisconnectEndsTheStreamsWithAbortedAndTheReason() {
        ProductionStream production = rig.produce("a", "iron");
        ConsumerStream consumer = rig.consume("a", "x", "coal", 60, 0, 0);
        OfferStream other = rig.offer("b", "iron");
        rig.done(new OperatorCommand.Disconnect(Rig.client("a"), "go home"));
        assertThat(rig.close(production).status().code()).isEqualTo(Code.ABORTED);
        assertThat(rig.close(production).status().message()).isEqualTo("go home");
        assertThat(rig.code(consumer)).isEqualTo(Code.ABORTED);
        assertThat(other.isOpen()).isTrue();
    }

    @Test
    void aBlockEndsWhatIsOpenAndRefusesItsSuccessorsUntilLifted() {
        ConsumerStream consumer = rig.consume("a", "x", "iron", 60, 0, 0);
        rig.done(new OperatorCommand.Block(Rig.consumption("a", "x"), "too greedy", null));
        assertThat(rig.code(consumer)).isEqualTo(Code.ABORTED);
        assertThat(rig.tryConsume("a", "x", "iron", 60, 0, 0)).isEmpty();
        assertThat(rig.lastStatus().code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(rig.lastStatus().message()).contains("too greedy");
        assertThat(rig.tryConsume("a", "y", "iron", 60, 0, 0)).isPresent();
        rig.done(new OperatorCommand.Unblock(Rig.consumption("a", "x")));
        assertThat(rig.tryConsume("a", "x", "iron", 60, 0, 0)).isPresent();
    }

    @Test
    void aBlockedClientOrResourceIsRefusedOnEveryKindOfStream() {
        rig.done(new OperatorCommand.Block(Rig.client("bad"), "", null));
        rig.done(new OperatorCommand.Block(new Target.Resource(Rig.resource("mud")), "", Duration.ofSeconds(5)));
        assertThat(rig.tryOffer("bad", "iron")).isEmpty();
        assertThat(rig.lastStatus().code()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(rig.tryOffer("good", "mud")).isEmpty();
        assertThat(rig.tryConsume("good", "x", "mud", 1, 0, 0)).isEmpty();
        assertThat(rig.code(rig.produce("good", "mud"))).isEqualTo(Code.PERMISSION_DENIED);
        rig.passSeconds(5);
        assertThat(rig.tryOffer("good", "mud")).isPresent();
        assertThat(rig.tryOffer("bad", "iron")).isEmpty();
    }

    @Test
    void aBlockedProductionLeavesTheOfferOpenAndUnasked() {
        OfferStream offer = rig.offer("smelter", "iron");
        rig.done(new OperatorCommand.Block(Rig.production("smelter", "iron"), "", Duration.ofMinutes(1)));
        rig.passSeconds(59);
        assertThat(rig.requests(offer)).isOne();
        assertThat(rig.code(rig.produce("smelter", "iron"))).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(rig.snapshot().offers()).singleElement().matches(OfferState::blocked);
        rig.passSeconds(1);
        assertThat(rig.requests(offer)).isEqualTo(2);
    }

    @Test
    void injectedUnitsGoToConsumersWithCreditFirst() {
        ConsumerStream consumer = rig.consume("a", "iron", 100);
        rig.done(new OperatorCommand.Inject(Rig.resource("iron"), 100));
        assertThat(rig.delivered(consumer)).isEqualTo(75);
        assertThat(rig.level("iron")).isEqualTo(25);
    }

    @Test
    void everyActThatCanBeUndoneTellsHowAndTheUndoIsExact() {
        stock(500);
        var iron = Rig.resource("iron");
        List<OperatorCommand> acts = List.of(
                new OperatorCommand.Inject(iron, 40),
                new OperatorCommand.Purge(iron, 1_000),
                new OperatorCommand.SetCapacity(iron, 777),
                throttle(Rig.client("a"), 5),
                throttle(Rig.client("a"), 7),
                new OperatorCommand.Unthrottle(Rig.client("a")),
                new OperatorCommand.Block(Rig.client("b"), "why", null),
                new OperatorCommand.Unblock(Rig.client("b")));
        for (OperatorCommand act : acts) {
            long level = rig.level("iron");
            var marks = rig.snapshot().resources().getFirst().marks();
            var rules = rig.snapshot().rules();
            rig.done(rig.done(act).orElseThrow());
            assertThat(rig.level("iron")).as("level after %s and its undo", act).isEqualTo(level);
            assertThat(rig.snapshot().resources().getFirst().marks()).isEqualTo(marks);
            assertThat(rig.snapshot().rules()).containsExactlyInAnyOrderElementsOf(rules);
            rig.done(act);
        }
    }

    @Test
    void aThrottleOfAClientAlsoHoldsAProductionThatHasNotSaidWhatItProduces() {
        ProductionStream silent = rig.open("a");
        ConsumerStream consumer = rig.consume("a", "x", "iron", 60, 0, 0);
        rig.done(throttle(Rig.client("a"), 0));
        rig.init(silent, "iron");
        assertThat(rig.amount(silent, 5)).isEqualTo(Take.HELD);
        stock(5);
        assertThat(rig.delivered(consumer)).isZero();
        rig.open("a");
        rig.done(new OperatorCommand.Unthrottle(Rig.client("a")));
        assertThat(rig.delivered(consumer)).isEqualTo(5);
    }

    @Test
    void aDebtOfCenturiesHoldsAProductionWithoutEnd() {
        ProductionStream production = rig.produce("mine", "iron");
        rig.done(new OperatorCommand.SetCapacity(Rig.resource("iron"), OperatorCommand.MAX_UNITS));
        rig.done(throttle(Rig.production("mine", "iron"), 30));
        rig.amount(production, 4_294_967_295L);
        assertThat(rig.amount(production, 1)).isEqualTo(Take.HELD);
        rig.passSeconds(3_600);
        assertThat(rig.effects).noneMatch(Effect.Resume.class::isInstance);
    }

    @Test
    void aRequestByHandOnAFullTankIsAnsweredButNotMissed() {
        OfferStream offer = rig.offer("smelter", "iron");
        stock(1_000_000);
        rig.done(new OperatorCommand.RequestNow(Rig.resource("iron")));
        assertThat(offer.state().unansweredSinceNanos()).isNull();
        rig.done(new OperatorCommand.Purge(Rig.resource("iron"), 100));
        rig.produce("smelter", "iron");
        assertThat(rig.snapshot().productions()).noneMatch(virdi.model.BrokerSnapshot.ProductionState::unsolicited);
    }

    @Test
    void aDisconnectAndARequestCannotBeUndone() {
        rig.offer("smelter", "iron");
        assertThat(rig.done(new OperatorCommand.RequestNow(Rig.resource("iron"))))
                .isEmpty();
        assertThat(rig.done(new OperatorCommand.Disconnect(Rig.client("smelter"), "")))
                .isEmpty();
    }

    @Test
    void aRequestByHandGoesToOffersWithoutDemandButNotToThoseWhoProduce() {
        OfferStream idle = rig.offer("smelter", "iron");
        OfferStream busy = rig.offer("mine", "iron");
        rig.produce("mine", "iron");
        rig.done(new OperatorCommand.RequestNow(Rig.resource("iron")));
        assertThat(rig.requests(idle)).isEqualTo(2);
        assertThat(rig.requests(busy)).isOne();
    }

    @Test
    void whatCannotBeDoneIsRefusedWithASentence() {
        rig.offer("smelter", "iron");
        assertThat(rig.refusal(new OperatorCommand.Inject(Rig.resource("gold"), 1)))
                .contains("gold");
        assertThat(rig.refusal(new OperatorCommand.Inject(Rig.resource("iron"), 0)))
                .contains("1 to");
        assertThat(rig.refusal(new OperatorCommand.SetCapacity(Rig.resource("iron"), 0)))
                .contains("1 to");
        assertThat(rig.refusal(new OperatorCommand.Purge(Rig.resource("iron"), 1)))
                .contains("no unit");
        assertThat(rig.refusal(new OperatorCommand.Unthrottle(Rig.client("a")))).contains("not throttled");
        assertThat(rig.refusal(new OperatorCommand.Unblock(Rig.client("a")))).contains("not blocked");
        assertThat(rig.refusal(new OperatorCommand.Disconnect(Rig.client("a"), "")))
                .contains("no open stream");
        assertThat(rig.refusal(throttle(new Target.Resource(Rig.resource("iron")), 1)))
                .contains("inflow");
        assertThat(rig.refusal(new OperatorCommand.RequestNow(Rig.resource("gold"))))
                .contains("gold");
    }

    @Test
    void shuttingDownEndsEveryStreamAsUnavailableAndRefusesNewOnes() {
        List<BrokerStream> streams =
                List.of(rig.offer("a", "iron"), rig.produce("b", "iron"), rig.open("d"), rig.consume("c", "iron", 60));
        rig.broker.shutDown(rig.now);
        assertThat(streams).allSatisfy(stream -> {
            assertThat(rig.close(stream).status().code()).isEqualTo(Code.UNAVAILABLE);
            assertThat(rig.close(stream).status().message()).isEqualTo("broker is shutting down");
        });
        assertThat(rig.tryOffer("late", "iron")).isEmpty();
        assertThat(rig.lastStatus().code()).isEqualTo(Code.UNAVAILABLE);
    }

    @Test
    void theBrokersOwnLimitsAreUnavailableAndNamed() {
        var few = new Rig(
                BrokerSettings.builder().maxStreamsPerClient(2).maxClients(1).build());
        few.offer("a", "iron");
        few.offer("a", "coal");
        assertThat(few.tryOffer("a", "gold")).isEmpty();
        assertThat(few.lastStatus().code()).isEqualTo(Code.UNAVAILABLE);
        assertThat(few.lastStatus().message()).contains("clients.max-streams").contains("2");
        assertThat(few.tryOffer("b", "iron")).isEmpty();
        assertThat(few.lastStatus().message()).contains("clients.max").contains("1");
    }

    @Test
    void whatWasRestoredIsTheOpeningOfTheLedgerAndRulesHoldFromTheStart() {
        var iron = Rig.resource("iron");
        Rig restored = new Rig(
                Rig.capacity(100),
                new InitialState(
                        Map.of(iron, 60L),
                        List.of(
                                new OperatorRule.CapacitySet(iron, 50),
                                new OperatorRule.Blocked(Rig.client("bad"), "", null),
                                new OperatorRule.Throttled(Rig.client("slow"), Pace.PAUSED, null))));
        assertThat(restored.ledger("iron").opening()).isEqualTo(60);
        assertThat(restored.requests(restored.offer("smelter", "iron"))).isZero();
        assertThat(restored.tryOffer("bad", "iron")).isEmpty();
        assertThat(restored.delivered(restored.consume("slow", "x", "iron", 100, 0, 0)))
                .isZero();
        assertThat(restored.delivered(restored.consume("fast", "x", "iron", 40, 0, 0)))
                .isEqualTo(30);
    }
}
