package virdi.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.Effect;
import virdi.model.OperatorCommand;
import virdi.model.Pace;
import virdi.model.StreamId;
import virdi.model.Target;

/** Whatever clients and operators do in whatever order: conservation, pacing, fairness. */
class AnyHistoryTest {
    private static final String[] RESOURCES = {"iron", "coal"};
    private static final String[] CLIENTS = {"a", "b", "c"};

    /** One random history with the checks after each of its steps; {@link Rig} checks conservation by itself. */
    private static final class History {
        private final Random random;
        private final Rig rig;
        private final List<ProductionStream> productions = new ArrayList<>();
        private final List<ConsumerStream> consumers = new ArrayList<>();
        private final Map<StreamId, List<long[]>> sent = new HashMap<>();
        private int seen;

        History(long seed) {
            random = new Random(seed);
            long coalescingMillis = random.nextBoolean() ? 100 : 0;
            rig = new Rig(Rig.settings(1 + random.nextInt(500), Duration.ofMillis(coalescingMillis)));
        }

        void step() {
            switch (random.nextInt(16)) {
                case 0 -> rig.tryOffer(any(CLIENTS), any(RESOURCES));
                case 1, 2 ->
                    rig.tryOpen(any(CLIENTS)).ifPresent(production -> {
                        productions.add(production);
                        rig.init(production, any(RESOURCES));
                    });
                case 3, 4 ->
                    rig.tryConsume(
                                    any(CLIENTS),
                                    "x" + random.nextInt(4),
                                    any(RESOURCES),
                                    rate(),
                                    rate(),
                                    random.nextInt(300))
                            .ifPresent(consumers::add);
                case 5, 6, 7, 8 -> with(productions, production -> rig.amount(production, random.nextInt(200)));
                case 9 -> with(productions, production -> rig.halfClose(production));
                case 10 -> with(consumers, consumer -> rig.cancel(consumer));
                case 11 -> with(consumers, consumer -> rig.ready(consumer, random.nextBoolean()));
                case 12 -> rig.operate(command());
                default -> rig.pass(Duration.ofNanos(random.nextLong(3_000_000_000L)));
            }
            check();
        }

        private OperatorCommand command() {
            var resource = Rig.resource(any(RESOURCES));
            return switch (random.nextInt(8)) {
                case 0 -> new OperatorCommand.Inject(resource, 1 + random.nextInt(300));
                case 1 -> new OperatorCommand.Purge(resource, 1 + random.nextInt(300));
                case 2 -> new OperatorCommand.SetCapacity(resource, 1 + random.nextInt(500));
                case 3 -> new OperatorCommand.Throttle(target(), new Pace(random.nextInt(1_000)), null);
                case 4 -> new OperatorCommand.Throttle(target(), Pace.PAUSED, Duration.ofSeconds(2));
                case 5 -> new OperatorCommand.Unthrottle(target());
                case 6 -> new OperatorCommand.Disconnect(target(), "");
                default -> new OperatorCommand.Block(target(), "", Duration.ofSeconds(1));
            };
        }

        private Target target() {
            return switch (random.nextInt(5)) {
                case 0 -> Rig.client(any(CLIENTS));
                case 1 -> Rig.production(any(CLIENTS), any(RESOURCES));
                case 2 -> Rig.consumption(any(CLIENTS), "x" + random.nextInt(4));
                case 3 -> new Target.Inflow(Rig.resource(any(RESOURCES)));
                default -> new Target.Outflow(Rig.resource(any(RESOURCES)));
            };
        }

        private void check() {
            for (; seen < rig.effects.size(); seen++) {
                if (rig.effects.get(seen) instanceof Effect.Deliver deliver) {
                    sent.computeIfAbsent(deliver.stream(), id -> new ArrayList<>())
                            .add(new long[] {rig.now, deliver.units()});
                }
            }
            for (ConsumerStream consumer : consumers) {
                checkPacing(consumer);
            }
            checkNothingWaitsThatCouldMove();
        }

        /**
         * Every window. A message is stamped with the end of the step it was sent in, which only makes windows shorter,
         * so the steps' own length is allowed on top.
         */
        private void checkPacing(ConsumerStream consumer) {
            List<long[]> messages = sent.getOrDefault(consumer.id(), List.of());
            double limit = consumer.bufferLimitUnits();
            double perNano = consumer.spec().maxRatePerMinute() / 60e9;
            for (int from = 0; from < messages.size(); from++) {
                double units = 0;
                for (int to = from; to < messages.size(); to++) {
                    units += messages.get(to)[1];
                    double window = messages.get(to)[0] - messages.get(from)[0] + 3e9;
                    assertThat(units).isLessThanOrEqualTo(limit + perNano * window + 1e-6);
                }
            }
            ConsumerState state = consumer.state();
            assertThat(state.bufferedUnits()).isLessThanOrEqualTo(limit);
        }

        private void checkNothingWaitsThatCouldMove() {
            for (var state : rig.snapshot().resources()) {
                boolean someoneWaits = rig.snapshot().consumers().stream()
                        .anyMatch(consumer -> consumer.resource().equals(state.id()) && consumer.backlogged());
                long free = state.ledger().level() - state.dueUnits();
                assertThat(someoneWaits && free > 0)
                        .as("%s has %s free units and a backlog", state.id(), free)
                        .isFalse();
                assertThat(state.demand() && free >= state.marks().capacityUnits())
                        .isFalse();
                assertThat(!state.demand() && free <= state.marks().resumeUnits())
                        .isFalse();
            }
        }

        private long rate() {
            return 1 + (long) Math.pow(10, random.nextDouble() * 4);
        }

        private String any(String[] choices) {
            return choices[random.nextInt(choices.length)];
        }

        private <T extends BrokerStream> void with(List<T> streams, java.util.function.Consumer<T> act) {
            streams.removeIf(stream -> !stream.isOpen());
            if (!streams.isEmpty()) {
                act.accept(streams.get(random.nextInt(streams.size())));
            }
        }
    }

    @Property(tries = 150)
    void anyHistoryConservesUnitsAndKeepsEveryPace(@ForAll @LongRange(min = 0) long seed) {
        History history = new History(seed);
        for (int i = 0; i < 120; i++) {
            history.step();
        }
    }

    @Property(tries = 100)
    void scarceUnitsAreSharedMaxMinFairlyInEverySecond(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 2, max = 30) int count) {
        Random random = new Random(seed);
        Rig rig = new Rig(Rig.settings(1_000_000, Duration.ZERO));
        List<ConsumerStream> greedy = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            greedy.add(rig.consume("g" + i, "iron", 10_000_000 + random.nextInt(10_000_000)));
        }
        ConsumerStream modest = rig.consume("m", "modest", "iron", 60, 1, 0);
        ProductionStream production = rig.produce("mine", "iron");
        for (int second = 0; second < 10; second++) {
            long[] before = greedy.stream().mapToLong(rig::delivered).toArray();
            for (int tick = 0; tick < 10; tick++) {
                rig.amount(production, random.nextInt(3 * count));
                rig.passMillis(100);
            }
            long least = Long.MAX_VALUE;
            long most = 0;
            for (int i = 0; i < before.length; i++) {
                long got = rig.delivered(greedy.get(i)) - before[i];
                least = Math.min(least, got);
                most = Math.max(most, got);
            }
            assertThat(most - least).isLessThanOrEqualTo(1);
        }
        assertThat(rig.delivered(modest)).isBetween(9L, 11L);
    }
}
