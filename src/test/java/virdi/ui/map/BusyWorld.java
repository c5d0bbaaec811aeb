package virdi.ui.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.Ledger;
import virdi.model.Pace;
import virdi.model.StreamKind;
import virdi.telemetry.ClientView;
import virdi.telemetry.FlowState;
import virdi.telemetry.Forecast;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Series;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.StreamView;
import virdi.telemetry.TankState;
import virdi.telemetry.TimeRange;
import virdi.telemetry.Totals;

/**
 * A generated topology in which everything moves: every figure changes with every frame, and some states do. The same
 * seed gives the same world. {@link #at} is one thread's, {@link #latest} any thread's.
 *
 * <p>Its shape is that of a real one: resources are taken up unevenly (the one in place n by one part in the square root
 * of n), a third of the streams produce, a client has a few streams of different resources, and names end in numbers.
 */
public final class BusyWorld implements FrameSource {
    private static final int TICKS_PER_SECOND = 30;
    private static final String[] TRADES = {"mine", "smelter", "factory", "mc-overworld", "foundry", "quarry"};
    private static final String[] GOODS = {"furnace", "assembler", "rails", "wire", "pcb", "lamp", "gate", "pump"};
    /** One resource in so many is short, and a part of its consumers starves. */
    private static final int SHORT = 8;

    private final Frame base;
    private final double[] phases;
    private final FlowState[] flows;
    private final Random random;
    private volatile Set<SeriesQuery> watches = Set.of();
    private volatile Frame latest = Frame.EMPTY;
    private volatile Runnable listener = () -> {};

    /**
     * @param clients with as many names
     * @param tanks resources
     * @param streams of all kinds
     */
    public BusyWorld(int clients, int tanks, int streams) {
        random = new Random(clients * 31L + streams);
        base = topology(clients, tanks, streams).frame(0);
        phases = random.doubles(streams, 0, 2 * Math.PI).toArray();
        flows = new FlowState[streams];
        for (int i = 0; i < streams; i++) {
            flows[i] = mood(i);
        }
    }

    /** The newest frame that was asked for with {@link #advance}; empty before. */
    @Override
    public Frame latest() {
        return latest;
    }

    @Override
    public void watch(Set<SeriesQuery> newWatches) {
        watches = Set.copyOf(newWatches);
    }

    /** Makes the frame of a tick, thirty a second, the one that is shown from now on. */
    public void advance(long tick) {
        latest = at(tick);
        listener.run();
    }

    @Override
    public void onFrame(Runnable newListener) {
        listener = newListener;
    }

    /** Pairs of what is connected, client first, one for each stream; for other programs that draw graphs. */
    public List<String[]> pipes() {
        return base.streams().stream()
                .map(it -> new String[] {
                    it.state().peer().client().value(), it.state().resource().value()
                })
                .toList();
    }

    private MapWorld topology(int clients, int tanks, int streams) {
        MapWorld world = new MapWorld();
        double[] shares = new double[tanks];
        double sum = 0;
        for (int tank = 0; tank < tanks; tank++) {
            world.tank("resource-" + tank, TankState.STEADY);
            sum += 1 / Math.sqrt(tank + 1);
            shares[tank] = sum;
        }
        Map<Integer, Set<String>> producers = new HashMap<>();
        for (int i = 0; i < streams; i++) {
            int number = i % clients;
            String client = TRADES[number % TRADES.length] + "-" + number;
            double drawn = random.nextDouble() * sum;
            int tank = 0;
            while (shares[tank] < drawn) {
                tank++;
            }
            boolean produces = i % 3 == 0
                    && producers.computeIfAbsent(tank, key -> new HashSet<>()).add(client);
            world.stream(
                    produces ? StreamKind.PRODUCTION : StreamKind.CONSUMER,
                    client,
                    GOODS[i % GOODS.length] + "-" + i,
                    "resource-" + tank,
                    FlowState.FLOWING,
                    Math.exp(random.nextGaussian(5, 1)));
        }
        return world;
    }

    /** One stream in sixteen is throttled, one in thirty does not read, a fourth starves where a resource is short. */
    private FlowState mood(int stream) {
        StreamView view = base.streams().get(stream);
        int drawn = random.nextInt(100);
        if (drawn < 9) {
            return drawn < 6 ? FlowState.THROTTLED : FlowState.NOT_READING;
        }
        boolean isShort = view.state().resource().value().hashCode() % SHORT == 0;
        return isShort && drawn < 30 && view.kind() == StreamKind.CONSUMER ? FlowState.STARVING : FlowState.FLOWING;
    }

    private Frame at(long tick) {
        double seconds = (double) tick / TICKS_PER_SECOND;
        // In each tick one stream in two thousand gets into another state: each of them about once a minute.
        for (int i = 0; i < Math.max(1, flows.length / 2_000); i++) {
            int changed = random.nextInt(flows.length);
            flows[changed] = mood(changed);
        }
        List<StreamView> streams = new ArrayList<>(flows.length);
        for (int i = 0; i < flows.length; i++) {
            streams.add(stream(base.streams().get(i), flows[i], Math.sin(seconds + phases[i]), seconds));
        }
        List<ResourceView> resources = new ArrayList<>();
        for (int i = 0; i < base.resources().size(); i++) {
            resources.add(resource(base.resources().get(i), Math.sin(seconds / 3 + i)));
        }
        List<ClientView> clients = clients(streams);
        long nanos = Math.round(seconds * 1e9);
        Totals totals = new Totals(flows.length, clients.size(), 60_000, 1_000 + tick % 7, 0, 0, 0, 0);
        return new Frame(
                tick + 1,
                nanos,
                nanos / 1_000_000,
                true,
                List.copyOf(resources),
                clients,
                List.copyOf(streams),
                List.of(),
                totals,
                base.events(),
                pasts((long) seconds));
    }

    private Map<SeriesQuery, Series> pasts(long second) {
        Map<SeriesQuery, Series> pasts = new HashMap<>();
        watches.forEach(watch -> pasts.put(watch, past(watch, second)));
        return pasts;
    }

    private static Series past(SeriesQuery watch, long second) {
        int size = TimeRange.POINTS;
        long[] times = new long[size];
        double[] rates = new double[size];
        double[] possible = new double[size];
        double[] levels = new double[size];
        double phase = Math.floorMod(watch.targets().hashCode(), 60) / 9.5;
        for (int i = 0; i < size; i++) {
            long at = second - size + 1 + i;
            double share = 0.5 + 0.4 * Math.sin(phase + at / 5.0);
            times[i] = at * 1_000;
            rates[i] = 300 * share;
            possible[i] = 300;
            levels[i] = 1_000 * share;
        }
        return new Series(watch, times, rates, rates, possible, levels, new long[size], new long[size]);
    }

    private static StreamView stream(StreamView it, FlowState flow, double swing, double seconds) {
        double actual = it.possiblePerMinute() * (0.7 + 0.3 * swing);
        return new StreamView(
                it.state(),
                it.kind(),
                it.label(),
                flow,
                flow == FlowState.STARVING ? (int) seconds : 0,
                flow.severity(),
                Math.rint(actual),
                it.possiblePerMinute(),
                Math.round(it.possiblePerMinute() * seconds / 60),
                Math.round(seconds * 10),
                30,
                0.5 + 0.5 * swing,
                flow == FlowState.THROTTLED ? new Pace(60) : null,
                Math.round(seconds * 1e9),
                null);
    }

    private static ResourceView resource(ResourceView it, double swing) {
        long level = Math.round(500 + 400 * swing);
        ResourceState state = new ResourceState(
                it.id(), new Ledger(0, level, 0, 0, level, 0), 0, it.state().marks(), true, null, null);
        TankState tank = swing > 0.5 ? TankState.FILLING : swing < -0.5 ? TankState.DRAINING : TankState.STEADY;
        return new ResourceView(
                state,
                tank,
                0,
                tank == TankState.FILLING ? new Forecast(Forecast.Level.FULL, (1_000 - level) / 100 * 60) : null,
                tank.severity(),
                level / 1_000.0,
                120,
                120,
                120 * swing,
                1,
                1,
                0,
                null);
    }

    private static List<ClientView> clients(List<StreamView> streams) {
        Map<String, ClientView> clients = new TreeMap<>();
        for (StreamView stream : streams) {
            clients.merge(
                    stream.state().peer().client().value(),
                    new ClientView(stream.state().peer(), 1, 0, stream.actualPerMinute(), stream.flow(), 1),
                    (a, b) -> new ClientView(
                            a.peer(),
                            a.streams() + b.streams(),
                            0,
                            a.outPerMinute() + b.outPerMinute(),
                            a.severity().compareTo(b.severity()) >= 0 ? a.state() : b.state(),
                            a.severity().compareTo(b.severity()) >= 0 ? a.inState() : b.inState()));
        }
        return List.copyOf(clients.values());
    }
}
