package virdi.sim;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The demo: a small factory world of simulated clients, in which something happens within the first minute and keeps
 * happening. Started and closed by any thread; needs less than a hundredth of a core.
 *
 * <p>Six resources, made for tanks of 10,000 units, in units a minute:
 *
 * <ul>
 *   <li>iron starves: smelter-1 offers 1,200 and never answers; mc-overworld digs 900 but falls silent for a minute after
 *       every 20 seconds; four consumers want 1,740.
 *   <li>coal swings: mine-4 and mine-5 make 6,000 against 2,400, fill the tank, are stopped, and are asked again when it
 *       has been drained to the resume mark, about a minute later.
 *   <li>copper fills slowly: 2,640 against 2,100 and the train's load.
 *   <li>plates drain slowly: half of them are pressed of iron, which is short. See {@link FreightTrain}.
 *   <li>gears are steady: as many are made, most of them of plates, as are used.
 *   <li>power flows amply: 5,000 against 4,860, the widest pipes.
 * </ul>
 *
 * Also: furnace-2 uses less than it asks for, so it fills up, cancels and comes back; boiler-1 and depot-1 start full and
 * are satisfied for minutes; clock-1 wants six gears a minute; train-1 comes and goes.
 */
public final class FactoryWorld implements AutoCloseable {
    /** The levels of the tanks at the start. */
    private static final Map<String, Long> STOCK =
            Map.of("iron", 600L, "coal", 8_400L, "copper", 6_400L, "plates", 7_400L, "gears", 5_800L, "power", 8_200L);

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    private final InetSocketAddress broker;
    private final long seed;
    private final SimThread thread = new SimThread();
    /** Touched on the simulation's thread only, as is {@code closed}. */
    private final Map<String, SimClient> clients = new LinkedHashMap<>();

    private final FreightTrain train;
    private boolean closed;

    private FactoryWorld(InetSocketAddress broker, long seed) {
        this.broker = broker;
        this.seed = seed;
        this.train = new FreightTrain(thread, broker, seed);
    }

    /**
     * Starts the world against a broker; returns at once. A broker that is not there yet, or goes away, is tried again.
     * The former content of the six tanks is taken away first.
     *
     * @param seed of everything random in it
     */
    public static FactoryWorld start(String host, int port, long seed) {
        FactoryWorld world = new FactoryWorld(new InetSocketAddress(host, port), seed);
        world.thread.execute(() -> {
            var unused = new InitialStock(world.client("lorries")).stock(STOCK).thenRun(world::populate);
        });
        return world;
    }

    private void populate() {
        if (closed) {
            return;
        }
        startIron();
        startCoal();
        startCopper();
        startPlatesAndGears();
        startPower();
        train.start();
    }

    private void startIron() {
        client("smelter-1").produce(ProducerPlan.of("iron", 1_200).behaving(new ProducerBehaviour.IgnoresRequests()));
        client("mc-overworld")
                .produce(ProducerPlan.of("iron", 900)
                        .jittered(0.3)
                        .behaving(new ProducerBehaviour.FallsSilent(Duration.ofSeconds(20), Duration.ofSeconds(60))));
        client("factory-a").consume(ConsumerPlan.of("assembler-3", "iron", 300));
        client("factory-a").consume(ConsumerPlan.of("forge-1", "iron", 600));
        client("factory-b").consume(ConsumerPlan.of("rails-2", "iron", 240));
    }

    private void startCoal() {
        client("mine-4").produce(ProducerPlan.of("coal", 3_600).jittered(0.2));
        client("mine-5").produce(ProducerPlan.of("coal", 2_400).jittered(0.2));
        client("factory-a").consume(ConsumerPlan.of("furnace-1", "coal", 900));
        client("factory-a")
                .consume(ConsumerPlan.of("furnace-2", "coal", 600)
                        .holding(200, 150)
                        .using(420, 60));
        client("factory-b").consume(ConsumerPlan.of("furnace-3", "coal", 600));
        client("reactor-1").consume(ConsumerPlan.of("boiler-1", "coal", 300).holding(3_000, 3_000));
    }

    private void startCopper() {
        client("mine-1").produce(ProducerPlan.of("copper", 1_440));
        client("mine-2").produce(ProducerPlan.of("copper", 600).jittered(0.1));
        client("mine-3").produce(ProducerPlan.of("copper", 600).jittered(0.6));
        client("factory-a").consume(ConsumerPlan.of("wire-1", "copper", 600));
        client("factory-b").consume(ConsumerPlan.of("wire-2", "copper", 600));
        client("factory-b").consume(ConsumerPlan.of("wire-3", "copper", 300));
        client("factory-b").consume(ConsumerPlan.of("pcb-1", "copper", 480));
        client("mc-nether").consume(ConsumerPlan.of("roof-1", "copper", 120));
    }

    private void startPlatesAndGears() {
        SimConsumer press = client("factory-a")
                .consume(ConsumerPlan.of("press-1", "iron", 600).using(0, 50));
        client("factory-a").make(ProducerPlan.of("plates", 600), List.of(press));
        client("mc-nether").produce(ProducerPlan.of("plates", 300).jittered(0.2));

        SimConsumer assembler = client("factory-b")
                .consume(ConsumerPlan.of("assembler-1", "plates", 480).using(0, 50));
        client("factory-b").make(ProducerPlan.of("gears", 480), List.of(assembler));
        client("mc-nether").produce(ProducerPlan.of("gears", 312).jittered(0.2));

        client("factory-a").consume(ConsumerPlan.of("assembler-2", "plates", 420));
        client("mc-overworld").consume(ConsumerPlan.of("hull-1", "plates", 300));

        client("factory-a").consume(ConsumerPlan.of("gearbox-2", "gears", 300));
        client("factory-b").consume(ConsumerPlan.of("robots-1", "gears", 300));
        client("mc-overworld").consume(ConsumerPlan.of("lift-1", "gears", 180));
        client("mc-nether").consume(ConsumerPlan.of("clock-1", "gears", 6).holding(6, 0));
        client("mc-nether")
                .consume(ConsumerPlan.of("depot-1", "gears", 60)
                        .holding(1_200, 1_200)
                        .using(6, 97));
    }

    private void startPower() {
        client("reactor-1").produce(ProducerPlan.of("power", 3_000));
        client("solar-1").produce(ProducerPlan.of("power", 2_000).jittered(0.5));
        client("factory-a").consume(ConsumerPlan.of("grid-a", "power", 1_500));
        client("factory-b").consume(ConsumerPlan.of("grid-b", "power", 1_200));
        client("mc-overworld").consume(ConsumerPlan.of("lamps-1", "power", 900));
        client("mc-nether").consume(ConsumerPlan.of("portal-1", "power", 600));
        client("smelter-1").consume(ConsumerPlan.of("arc-1", "power", 300));
        client("mine-1").consume(ConsumerPlan.of("drill-1", "power", 120));
        client("mine-2").consume(ConsumerPlan.of("drill-2", "power", 120));
        client("mine-3").consume(ConsumerPlan.of("drill-3", "power", 120));
    }

    private SimClient client(String name) {
        return clients.computeIfAbsent(name, unknown -> new SimClient(thread, broker, unknown, seed));
    }

    /** Ends every client and the thread; waits for that a few seconds at most. */
    @Override
    public void close() {
        thread.execute(() -> {
            closed = true;
            train.close();
            clients.values().forEach(SimClient::close);
        });
        // From here on nothing else touches the clients.
        thread.close();
        try {
            for (SimClient client : clients.values()) {
                client.awaitEnd(LONGEST_FAREWELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
