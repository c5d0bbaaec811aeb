package virdi.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import virdi.model.OperatorCommand;
import virdi.model.Pace;
import virdi.model.Target;

/** docs/protocol.md: Fairness, Operator control. Here a throttle that several streams share is short. */
class ThrottleFairnessTest {
    private static final long PLENTY = 1_000_000_000_000L;
    private static final long GREEDY = 60_000_000;
    private static final long[] COALESCING_MILLIS = {0, 20, 100, 1_000};

    /** Consumers of a shared throttle; time goes in seconds, and between two of them things change. */
    private static final class Sharers {
        private final Random random;
        private final Rig rig;
        private final boolean byClient;
        private final int tanks;
        private final List<Sharer> sharers = new ArrayList<>();
        private int names;

        Sharers(long seed) {
            random = new Random(seed);
            long coalescing = COALESCING_MILLIS[random.nextInt(COALESCING_MILLIS.length)];
            rig = new Rig(Rig.settings(PLENTY, Duration.ofMillis(coalescing)));
            byClient = random.nextBoolean();
            tanks = byClient ? 1 + random.nextInt(3) : 1;
            for (int tank = 0; tank < tanks; tank++) {
                stock(rig, "iron" + tank);
            }
            long pace = 1 + (long) Math.pow(10, 1 + random.nextDouble() * 4);
            throttle(rig, byClient ? Rig.client("a") : outflow("iron0"), pace);
        }

        private final class Sharer {
            private final ConsumerStream stream;
            private final boolean greedy;
            private boolean away;
            private long before;

            Sharer(ConsumerStream stream, boolean greedy) {
                this.stream = stream;
                this.greedy = greedy;
            }

            long gain() {
                return claims(stream) - before;
            }
        }

        void join() {
            String name = "x" + names++;
            String client = byClient ? "a" : "client-" + name;
            boolean greedy = random.nextInt(3) > 0;
            long modest = 30 + random.nextInt(3_000);
            boolean throttled = !greedy && random.nextBoolean();
            if (throttled) {
                throttle(rig, Rig.consumption(client, name), modest);
            }
            long rate = greedy || throttled ? GREEDY : modest;
            // The buffer of a modest one stands at its fill target, so that it is owed nothing for the past.
            long limit = Math.max(8, rate / 4);
            ConsumerStream stream =
                    rig.consume(client, name, "iron" + random.nextInt(tanks), rate, limit, greedy ? 0 : limit * 3 / 4);
            sharers.add(new Sharer(stream, greedy));
            rig.pass(Duration.ofNanos(random.nextLong(40_000_000)));
        }

        void change() {
            Sharer any = sharers.get(random.nextInt(sharers.size()));
            switch (random.nextInt(4)) {
                case 0 -> join();
                case 1 -> {
                    rig.cancel(any.stream);
                    sharers.remove(any);
                    join();
                }
                default -> {
                    any.away = !any.away;
                    rig.ready(any.stream, !any.away);
                }
            }
        }

        void second() {
            sharers.forEach(sharer -> sharer.before = claims(sharer.stream));
            rig.pass(Duration.ofNanos(1_000_000_000 + random.nextLong(100_000_000)));
            LongSummaryStatistics greedy = sharers.stream()
                    .filter(sharer -> sharer.greedy && !sharer.away)
                    .mapToLong(Sharer::gain)
                    .summaryStatistics();
            if (greedy.getCount() > 0) {
                assertThat(greedy.getMax() - greedy.getMin()).isLessThanOrEqualTo(1);
                sharers.stream()
                        .filter(sharer -> !sharer.greedy)
                        .forEach(sharer -> assertThat(sharer.gain()).isLessThanOrEqualTo(greedy.getMin() + 1));
            }
        }
    }

    private static long claims(ConsumerStream consumer) {
        return consumer.state().deliveredUnits() + consumer.state().dueUnits();
    }

    private static void stock(Rig rig, String resource) {
        rig.offer("mine", resource);
        rig.done(new OperatorCommand.Inject(Rig.resource(resource), 1_000_000_000));
    }

    private static Target outflow(String resource) {
        return new Target.Outflow(Rig.resource(resource));
    }

    private static void throttle(Rig rig, Target target, long unitsPerMinute) {
        rig.done(new OperatorCommand.Throttle(target, new Pace(unitsPerMinute), null));
    }

    @Property(tries = 200)
    void inEverySecondNobodyThatWaitsGetsOverAUnitLessThanOthersOfItsThrottle(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 2, max = 10) int count) {
        Sharers sharers = new Sharers(seed);
        for (int i = 0; i < count; i++) {
            sharers.join();
        }
        for (int i = 0; i < 8; i++) {
            sharers.second();
            sharers.change();
        }
    }

    @Property(tries = 100)
    void productionsThatShareAThrottleTakeTurns(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 2, max = 10) int count) {
        Random random = new Random(seed);
        Rig rig = new Rig(Rig.capacity(PLENTY));
        boolean byClient = random.nextBoolean();
        throttle(
                rig,
                byClient ? Rig.client("a") : new Target.Inflow(Rig.resource("iron")),
                1_200 + random.nextInt(100_000));
        List<ProductionStream> productions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            productions.add(rig.produce(byClient ? "a" : "c" + i, byClient ? "iron" + i % 3 : "iron"));
        }
        for (int i = 0; i < 3; i++) {
            long[] before = messages(productions).toArray();
            for (int release = 0; release < 20; release++) {
                rig.offerUntilHeld(productions, 1_000);
                rig.pass(Duration.ofNanos(Math.max(0, rig.broker.nextDeadline() - rig.now)));
            }
            long[] after = messages(productions).toArray();
            LongSummaryStatistics gains = LongStream.range(0, count)
                    .map(each -> after[(int) each] - before[(int) each])
                    .summaryStatistics();
            assertThat(gains.getMax() - gains.getMin()).isLessThanOrEqualTo(1);
        }
    }

    private static LongStream messages(List<ProductionStream> productions) {
        return productions.stream().mapToLong(stream -> stream.state().acceptedMessages());
    }

    @ParameterizedTest
    @CsvSource({"0", "20", "100", "1000"})
    void aThrottledFlowReachesItsPaceHoweverManyShareItAndHoweverItIsCoalesced(long coalescingMillis) {
        for (long pace : new long[] {1, 7, 59, 600, 1_199, 1_201, 1_799, 5_003, 60_000, 1_000_000}) {
            for (int count : new int[] {1, 2, 3, 10}) {
                Rig rig = new Rig(Rig.settings(PLENTY, Duration.ofMillis(coalescingMillis)));
                stock(rig, "iron");
                throttle(rig, outflow("iron"), pace);
                List<ConsumerStream> consumers = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    consumers.add(rig.consume("c" + i, "iron", GREEDY));
                    throttle(rig, Rig.client("client-c" + i), pace);
                    throttle(rig, Rig.consumption("client-c" + i, "c" + i), pace);
                }
                rig.passSeconds(2);
                long before = total(consumers);
                long seconds = pace > 100_000 ? 3 : 60;
                rig.passSeconds(seconds);
                double due = pace * seconds / 60.0;
                assertThat((double) total(consumers) - before)
                        .as("%s a minute among %s", pace, count)
                        .isCloseTo(due, within(Math.max(1, due / 100)));
            }
        }
    }

    private static long total(List<ConsumerStream> consumers) {
        return consumers.stream().mapToLong(ThrottleFairnessTest::claims).sum();
    }

    @Test
    void whoIsHeldByAThrottleOfItsOwnAsWellComesInItsTurn() {
        Rig rig = new Rig(Rig.capacity(PLENTY));
        stock(rig, "iron");
        throttle(rig, outflow("iron"), 60);
        ConsumerStream greedy = rig.consume("greedy", "iron", GREEDY);
        ConsumerStream held = rig.consume("held", "iron", GREEDY);
        throttle(rig, Rig.consumption("client-held", "held"), 30);
        rig.passSeconds(600);
        assertThat(claims(greedy) - claims(held)).isBetween(-2L, 2L);
    }

    @Test
    void aConsumerThatAThrottleHoldsDoesNotWaitForUnits() {
        Rig rig = new Rig(Rig.capacity(PLENTY));
        stock(rig, "iron");
        throttle(rig, outflow("iron"), 60);
        ConsumerStream first = rig.consume("first", "iron", GREEDY);
        ConsumerStream second = rig.consume("second", "iron", GREEDY);
        rig.passSeconds(10);
        assertThat(first.state().backlogged() || second.state().backlogged()).isFalse();
        assertThat(rig.snapshot().resources().getFirst().emptySinceNanos()).isNull();
    }

    /** A stream whose client's throttle is short, and something else that its siblings under that throttle do not need. */
    private static final class Torn {
        private static final double SECONDS = 600;
        private final Rig rig = new Rig(Rig.settings(PLENTY, Duration.ZERO));
        private final ConsumerStream torn;
        private final List<ConsumerStream> siblings = new ArrayList<>();
        private final List<ConsumerStream> rivals = new ArrayList<>();

        Torn(int siblings, int rivals, boolean byOutflow) {
            stock(rig, "iron");
            if (byOutflow) {
                stock(rig, "gold");
                throttle(rig, outflow("gold"), 600);
            }
            throttle(rig, Rig.client("a"), 600);
            torn = rig.consume("a", "torn", "gold", GREEDY, 0, 0);
            for (int i = 0; i < siblings; i++) {
                this.siblings.add(rig.consume("a", "sibling" + i, "iron", GREEDY, 0, 0));
            }
            for (int i = 0; i < rivals; i++) {
                this.rivals.add(rig.consume("rival" + i, "gold", GREEDY));
            }
        }

        /** Of what is shared by more: the share of each. */
        double fairShare() {
            return 10 * SECONDS / (1 + Math.max(siblings.size(), rivals.size()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "1, 3", "3, 3", "10, 10"})
    void aThrottleStarvesNobodyWhoseTankIsShortAsWell(int siblings, int rivals) {
        Torn of = new Torn(siblings, rivals, false);
        Random random = new Random(siblings);
        for (int i = 0; i < 10 * Torn.SECONDS; i++) {
            of.rig.done(new OperatorCommand.Inject(Rig.resource("gold"), 1));
            of.rig.pass(Duration.ofNanos(random.nextLong(200_000_000)));
        }
        assertThat((double) claims(of.torn)).isGreaterThan(of.fairShare() / 2);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "1, 3", "3, 3", "10, 10"})
    void ofTwoThrottlesThatAreShortEachStarvesNobody(int siblings, int rivals) {
        Torn of = new Torn(siblings, rivals, true);
        of.rig.pass(Duration.ofSeconds((long) Torn.SECONDS));
        assertThat((double) claims(of.torn)).isCloseTo(of.fairShare(), withinPercentage(5));
        assertThat((double) claims(of.torn) + total(of.siblings)).isCloseTo(10 * Torn.SECONDS, withinPercentage(1));
        assertThat((double) claims(of.torn) + total(of.rivals)).isCloseTo(10 * Torn.SECONDS, withinPercentage(1));
    }

    @Test
    void ofTwoThrottlesThatAreShortEachStarvesNoProduction() {
        Rig rig = new Rig(Rig.capacity(PLENTY));
        throttle(rig, Rig.client("a"), 1_800);
        throttle(rig, new Target.Inflow(Rig.resource("gold")), 1_803);
        ProductionStream torn = rig.produce("a", "gold");
        ProductionStream sibling = rig.produce("a", "iron");
        ProductionStream rival = rig.produce("b", "gold");
        List<ProductionStream> all = List.of(torn, sibling, rival);
        while (rig.now < Rig.START_NANOS + 600_000_000_000L) {
            rig.offerUntilHeld(all, 1);
            rig.pass(Duration.ofNanos(Math.max(0, rig.broker.nextDeadline() - rig.now)));
        }
        assertThat(messages(all).boxed().toList())
                .allSatisfy(count -> assertThat(count).isCloseTo(9_000L, withinPercentage(5)));
    }
}
