package virdi.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.InitialState;
import virdi.model.OperatorRule;
import virdi.model.ResourceId;
import virdi.model.Units;
import virdi.simulation.Step.Finish;

/** Makes a history up as it goes: the same seed tells the same story. */
final class Storyteller {
    private static final int[] RESUME_PERCENTS = {75, 75, 75, 0, 50, 99};
    private static final int[] FILL_PERCENTS = {75, 75, 75, 1, 50, 100};
    private static final long[] COALESCING_MILLIS = {100, 100, 100, 0, 1, 1_000};

    /** More messages than a production has credit for. */
    private static final int FLOOD = 1_500;

    private final Random random;
    private final Flavour flavour;
    private final OperatorTales operator;
    private int streams;

    Storyteller(long seed) {
        random = new Random(seed);
        flavour = Flavour.values()[random.nextInt(Flavour.values().length)];
        operator = new OperatorTales(random, flavour);
    }

    BrokerSettings settings() {
        BrokerSettings.Builder settings = BrokerSettings.builder()
                .capacityUnits(flavour.capacity(random))
                .resumePercent(RESUME_PERCENTS[random.nextInt(RESUME_PERCENTS.length)])
                .fillPercent(FILL_PERCENTS[random.nextInt(FILL_PERCENTS.length)])
                .coalescing(Duration.ofMillis(COALESCING_MILLIS[random.nextInt(COALESCING_MILLIS.length)]))
                .createUnknownResources(!isRare());
        if (isRare()) {
            settings.maxStreamsPerClient(4);
        }
        if (isRare()) {
            settings.maxClients(2);
        }
        if (isRare()) {
            settings.maxResources(1);
        }
        return settings.build();
    }

    private boolean isRare() {
        return random.nextInt(10) == 0;
    }

    InitialState opening(BrokerSettings settings) {
        Map<ResourceId, Long> levels = new LinkedHashMap<>();
        List<OperatorRule> rules = new ArrayList<>();
        if (!settings.createUnknownResources() || random.nextInt(3) == 0) {
            ResourceId resource = new ResourceId("iron");
            levels.put(resource, random.nextBoolean() ? 0 : flavour.capacity(random));
            if (random.nextBoolean()) {
                rules.add(new OperatorRule.CapacitySet(resource, flavour.capacity(random)));
            }
        }
        return new InitialState(levels, rules);
    }

    /** The next step. */
    Step next(World world) {
        int die = random.nextInt(100);
        if (die < 22) {
            return wait(world);
        }
        if (die < 27) {
            return offer();
        }
        if (die < 37) {
            return openProduction();
        }
        if (die < 47) {
            return consume();
        }
        if (die < 69) {
            return produce(world);
        }
        if (die < 73) {
            return new Step.Cancel(any(world));
        }
        if (die < 82) {
            return transport(world);
        }
        if (die < 84) {
            return reconnect();
        }
        if (die < 97) {
            return new Step.Operate(operator.next(world));
        }
        return die < 99 ? new Step.Undo() : rarely(world);
    }

    private Step rarely(World world) {
        return random.nextInt(3) == 0 ? new Step.Restart() : wait(world);
    }

    /** Any time, or exactly until or just before the broker's next deadline. */
    private Step wait(World world) {
        long untilDeadline = world.nextTurnNanos() - world.now();
        long late = random.nextInt(6) == 0 ? random.nextLong(50_000_000) : 0;
        if (untilDeadline > 0 && untilDeadline < 60_000_000_000L && random.nextInt(3) == 0) {
            return new Step.Wait(untilDeadline - random.nextInt(2), 0);
        }
        return new Step.Wait(1 + flavour.waitNanos(random), late);
    }

    private Step offer() {
        return new Step.Offer(++streams, client(), resource(), random.nextInt(8) > 0);
    }

    /** Most tell at once what they produce, and many send something with it. */
    private Step openProduction() {
        int stream = ++streams;
        Step open = new Step.OpenProduction(stream, client());
        int kind = random.nextInt(8);
        if (kind == 0) {
            return open;
        }
        Step init = new Step.Init(stream, resource());
        return kind < 4
                ? new Step.Together(List.of(open, init))
                : new Step.Together(
                        List.of(open, init, new Step.Produce(stream, List.of(flavour.amount(random)), finish())));
    }

    private Step consume() {
        long rate = flavour.rate(random);
        long limit = random.nextInt(3) == 0 ? 0 : flavour.buffer(random);
        long buffered = random.nextInt(3) == 0 ? flavour.buffer(random) : 0;
        ConsumptionSpec spec = new ConsumptionSpec(
                new ConsumerId("x" + random.nextInt(flavour.consumersPerClient)), resource(), rate, limit, buffered);
        return new Step.Consume(++streams, client(), spec, random.nextInt(8) > 0);
    }

    private Step produce(World world) {
        List<Integer> open = world.open().stream().filter(world::isProduction).toList();
        if (open.isEmpty()) {
            return openProduction();
        }
        int stream = open.get(random.nextInt(open.size()));
        if (random.nextInt(10) == 0) {
            return new Step.Init(stream, resource());
        }
        if (random.nextInt(40) == 0) {
            return new Step.Produce(stream, Collections.nCopies(FLOOD, (long) random.nextInt(2)), Finish.STAYS);
        }
        List<Long> amounts = new ArrayList<>();
        int most = random.nextInt(20) > 0 ? 4 : 100;
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            amounts.add(amount(world));
        }
        return new Step.Produce(stream, amounts, finish());
    }

    /** Any amount, or one that just fills a tank, or just does not. */
    private long amount(World world) {
        List<ResourceState> resources = world.picture().resources();
        if (resources.isEmpty() || random.nextInt(4) > 0) {
            return flavour.amount(random);
        }
        ResourceState of = resources.get(random.nextInt(resources.size()));
        long missing = of.marks().capacityUnits() - of.ledger().level() + of.dueUnits();
        return Math.clamp(missing - 1 + random.nextInt(3), 0, Units.MAX_UINT32);
    }

    private Finish finish() {
        return switch (random.nextInt(16)) {
            case 0 -> Finish.HALF_CLOSES;
            case 1 -> Finish.CANCELS;
            case 2 -> random.nextInt(4) == 0 ? Finish.VIOLATES : Finish.STAYS;
            default -> Finish.STAYS;
        };
    }

    private Step transport(World world) {
        int stream = any(world);
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Step.Stall(stream, random.nextInt(3));
            case 2 -> new Step.Mutter(stream);
            case 3 -> random.nextInt(3) == 0 ? new Step.Lose(stream) : new Step.Ready(stream);
            default -> new Step.Ready(stream);
        };
    }

    /** A client vanishes, or comes back with the ids it had. */
    private Step reconnect() {
        String client = client();
        if (random.nextBoolean()) {
            return new Step.Vanish(client);
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Vanish(client));
        for (int i = 0; i < flavour.consumersPerClient; i++) {
            ConsumptionSpec spec = new ConsumptionSpec(
                    new ConsumerId("x" + i), resource(), flavour.rate(random), flavour.buffer(random), 0);
            steps.add(new Step.Consume(++streams, client, spec, true));
        }
        steps.add(new Step.Offer(++streams, client, resource(), true));
        return new Step.Together(steps);
    }

    /** Any stream that is open; now and then one that is over. */
    private int any(World world) {
        List<Integer> open = world.open();
        return open.isEmpty() || random.nextInt(20) == 0
                ? random.nextInt(streams + 1)
                : open.get(random.nextInt(open.size()));
    }

    private String client() {
        return operator.client();
    }

    private ResourceId resource() {
        return operator.resource();
    }
}
