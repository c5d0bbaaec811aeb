package virdi.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.Ledger;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.model.Watermarks;
import virdi.telemetry.Cause;
import virdi.telemetry.ClientView;
import virdi.telemetry.FlowState;
import virdi.telemetry.Forecast;
import virdi.telemetry.Frame;
import virdi.telemetry.FrameSource;
import virdi.telemetry.OperatorDiagnosis;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Series;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.StreamGroup;
import virdi.telemetry.StreamView;
import virdi.telemetry.SupplyDiagnosis;
import virdi.telemetry.TankState;
import virdi.telemetry.Totals;

/**
 * Frames without a broker, for window tests and for looking at painters; one thread. Everything is a function of the
 * time in milliseconds since the world began, so the same time gives the same picture, and every ledger balances.
 */
public final class SampleWorld implements FrameSource {
    /** When time 0 was: 2026-01-01 14:02:11.204 UTC. */
    public static final long EPOCH_MILLIS = 1_767_276_131_204L;

    private record Tank(
            ResourceId id,
            long capacity,
            long level,
            @Nullable TankState fixed) {}

    private final List<Tank> tanks = new ArrayList<>();
    private final List<SampleFlow> flows = new ArrayList<>();
    private final List<OperatorRule> rules = new ArrayList<>();
    private Set<SeriesQuery> watches = Set.of();
    private Frame latest = Frame.EMPTY;
    private volatile Runnable listener = () -> {};
    private long now;

    private SampleWorld() {}

    /** The factory of the design sketch: six resources, one empty, one full, a throttle and a pause. */
    public static SampleWorld factory() {
        SampleWorld world = new SampleWorld();
        world.iron();
        world.coal();
        world.copper();
        world.crowd("plates", 10_000, 4_120, 3, 9, 720, -0.5);
        world.crowd("gears", 1_000, 580, 2, 5, 120, 0);
        world.crowd("power", 10_000, 7_300, 6, 31, 1_860, 0.02);
        world.set(0);
        return world;
    }

    /** Many: so many clients with so many streams, a tank for every 50 streams. Two in three streams consume. */
    public static SampleWorld large(int clients, int streams) {
        SampleWorld world = new SampleWorld();
        int tanks = Math.max(1, streams / 50);
        for (int tank = 0; tank < tanks; tank++) {
            int here = streams * (tank + 1) / tanks - streams * tank / tanks;
            int producers = Math.max(1, here / 3);
            ResourceId resource = world.tank("resource-" + tank, 10_000, 5_000, null);
            double perProducer = 600.0 * (here - producers) / producers;
            for (int i = 0; i < here; i++) {
                String client = "client-" + (int) ((tank * 31L + i * 7L) % clients);
                if (i < producers) {
                    world.flow(StreamKind.PRODUCTION, client, client, resource, perProducer, FlowState.FLOWING, 0.2);
                } else {
                    String name = "consumer-" + tank + "-" + i;
                    world.flow(StreamKind.CONSUMER, client, name, resource, 600, FlowState.FLOWING, 0);
                }
            }
        }
        world.set(0);
        return world;
    }

    /** Sets the time that {@link #latest} shows. */
    public void set(long millis) {
        now = millis;
        latest = at(millis);
        listener.run();
    }

    /** Lets time pass. */
    public void advance(long millis) {
        set(now + millis);
    }

    @Override
    public Frame latest() {
        return latest;
    }

    @Override
    public void watch(Set<SeriesQuery> next) {
        watches = next;
        latest = at(now);
        listener.run();
    }

    @Override
    public void onFrame(Runnable newListener) {
        listener = newListener;
    }

    /** The picture at a time. */
    public Frame at(long millis) {
        List<StreamView> streams = flows.stream().map(flow -> flow.view(millis)).toList();
        List<ResourceView> resources = tanks.stream()
                .map(tank -> tankView(tank, millis))
                .sorted(Comparator.comparing(ResourceView::id))
                .toList();
        List<ClientView> clients = clients(streams);
        double out = resources.stream().mapToDouble(ResourceView::outPerMinute).sum();
        int starving = resources.stream().mapToInt(ResourceView::starving).sum();
        int full = (int)
                resources.stream().filter(it -> it.tank() == TankState.FULL).count();
        int empty = (int)
                resources.stream().filter(it -> it.tank() == TankState.EMPTY).count();
        Totals totals = new Totals(streams.size(), clients.size(), out, out / 120, full, empty, starving, 0);
        return new Frame(
                millis + 1,
                nanos(millis),
                EPOCH_MILLIS + millis,
                true,
                resources,
                clients,
                streams,
                List.copyOf(rules),
                totals,
                SampleEvents.page(millis),
                pasts(millis));
    }

    private Map<SeriesQuery, Series> pasts(long millis) {
        Map<SeriesQuery, Series> pasts = new HashMap<>();
        for (SeriesQuery watch : watches) {
            pasts.put(
                    watch,
                    SampleSeries.of(
                            watch, millis, tanks.size(), (tank, then) -> tankView(tanks.get(tank), then), flows));
        }
        return pasts;
    }

    static long nanos(long millis) {
        return 3_600_000_000_000_000L + millis * 1_000_000;
    }

    static Peer peer(ClientId client) {
        return new Peer(client, true, "127.0.0.1:" + (49_152 + Math.floorMod(client.hashCode(), 16_000)));
    }

    private void iron() {
        ResourceId iron = tank("iron", 100, 2, TankState.EMPTY);
        Target smelter = new Target.Production(new ClientId("smelter-1"), iron);
        Target overworld = new Target.Production(new ClientId("mc-overworld"), iron);
        Pace paused = Pace.PAUSED;
        Cause why = new Cause.TankEmpty(
                iron,
                List.of(
                        new SupplyDiagnosis.ProducersNotAnswering(smelter, StreamGroup.one("smelter-1"), 42),
                        new OperatorDiagnosis.HeldByRule(overworld, StreamGroup.one("mc-overworld"), paused)));
        add(StreamKind.OFFER, "smelter-1", "smelter-1", iron, 0, 0, FlowState.REQUEST_UNANSWERED, null, 42, why);
        add(StreamKind.PRODUCTION, "mc-overworld", "mc-overworld", iron, 0, 240, FlowState.PAUSED, paused, 61, null);
        add(StreamKind.CONSUMER, "factory-a", "assembler-3", iron, 0, 120, FlowState.STARVING, null, 38, why);
        add(StreamKind.CONSUMER, "factory-b", "forge-1", iron, 0, 60, FlowState.STARVING, null, 12, why);
        add(StreamKind.CONSUMER, "mc-overworld", "rails-2", iron, 0, 30, FlowState.STARVING, null, 4, why);
        rules.add(new OperatorRule.Throttled(overworld, paused, null));
        rules.add(new OperatorRule.CapacitySet(iron, 100));
    }

    private void coal() {
        ResourceId coal = tank("coal", 1_000, 1_004, TankState.FULL);
        Target furnace = new Target.Consumption(new ClientId("factory-a"), new ConsumerId("furnace-1"));
        Pace throttle = new Pace(60);
        var held = new OperatorDiagnosis.HeldByRule(furnace, StreamGroup.one("furnace-1"), throttle);
        Cause slow = new Cause.StreamHeld(held, null);
        Cause full = new Cause.TankFull(coal, List.of(held));
        add(StreamKind.OFFER, "mine-4", "mine-4", coal, 0, 0, FlowState.IDLE_TANK_FULL, null, 12, full);
        add(StreamKind.PRODUCTION, "mine-5", "mine-5", coal, 0, 600, FlowState.STOPPED_TANK_FULL, null, 12, full);
        add(StreamKind.CONSUMER, "factory-a", "furnace-1", coal, 0, 180, FlowState.THROTTLED, throttle, 90, slow);
        add(StreamKind.CONSUMER, "factory-b", "furnace-2", coal, 0, 240, FlowState.SATISFIED, null, 30, null);
        rules.add(new OperatorRule.Throttled(furnace, throttle, EPOCH_MILLIS + 180_000));
        rules.add(new OperatorRule.CapacitySet(coal, 1_000));
    }

    private void copper() {
        ResourceId copper = tank("copper", 10_000, 6_412, null);
        flow(StreamKind.PRODUCTION, "mine-1", "mine-1", copper, 1_200, FlowState.FLOWING, 0.6);
        flow(StreamKind.PRODUCTION, "mine-2", "mine-2", copper, 600, FlowState.FLOWING, 0.6);
        flow(StreamKind.PRODUCTION, "mine-3", "mine-3", copper, 300, FlowState.UNSOLICITED, 0.6);
        flow(StreamKind.OFFER, "mine-1", "mine-1", copper, 0, FlowState.PRODUCING, 0);
        for (int i = 1; i <= 24; i++) {
            flow(StreamKind.CONSUMER, "factory-b", "wire-" + i, copper, 60, FlowState.FLOWING, 0);
        }
        flow(StreamKind.CONSUMER, "factory-a", "pcb-1", copper, 300, FlowState.FLOWING, 0);
        flow(StreamKind.CONSUMER, "mc-nether", "mc-nether", copper, 360, FlowState.FLOWING, 0);
    }

    /** A tank whose producers together make what its consumers together take. */
    private void crowd(String name, long capacity, long level, int producers, int consumers, int each, double swing) {
        ResourceId resource = tank(name, capacity, level, null);
        for (int i = 1; i <= producers; i++) {
            String client = name + "-works-" + i;
            double mean = each / 9.0 * consumers / producers;
            flow(StreamKind.PRODUCTION, client, client, resource, mean, FlowState.FLOWING, swing);
        }
        for (int i = 1; i <= consumers; i++) {
            String client = i % 4 == 0 ? "mc-overworld" : i % 3 == 0 ? "mc-nether" : "factory-a";
            flow(StreamKind.CONSUMER, client, name + "-user-" + i, resource, each / 9.0, FlowState.FLOWING, 0);
        }
    }

    private ResourceId tank(String name, long capacity, long level, @Nullable TankState fixed) {
        ResourceId id = new ResourceId(name);
        tanks.add(new Tank(id, capacity, level, fixed));
        return id;
    }

    private void flow(
            StreamKind kind,
            String client,
            String name,
            ResourceId resource,
            double mean,
            FlowState flow,
            double swing) {
        StreamId id = new StreamId(flows.size() + 1);
        double possible = kind == StreamKind.OFFER ? 0 : Math.ceil(mean * (1 + Math.abs(swing)));
        flows.add(new SampleFlow(id, kind, client, name, resource, mean, possible, swing, flow, null, 0, null));
    }

    private void add(
            StreamKind kind,
            String client,
            String name,
            ResourceId resource,
            double mean,
            double possible,
            FlowState flow,
            @Nullable Pace throttle,
            long sinceSeconds,
            @Nullable Cause why) {
        StreamId id = new StreamId(flows.size() + 1);
        flows.add(
                new SampleFlow(id, kind, client, name, resource, mean, possible, 0, flow, throttle, sinceSeconds, why));
    }

    private ResourceView tankView(Tank tank, long millis) {
        List<SampleFlow> mine =
                flows.stream().filter(flow -> flow.resource().equals(tank.id())).toList();
        List<SampleFlow> consumers =
                mine.stream().filter(flow -> flow.kind() == StreamKind.CONSUMER).toList();
        List<SampleFlow> productions = mine.stream()
                .filter(flow -> flow.kind() == StreamKind.PRODUCTION)
                .toList();
        double in =
                productions.stream().mapToDouble(flow -> flow.perMinute(millis)).sum();
        double out =
                consumers.stream().mapToDouble(flow -> flow.perMinute(millis)).sum();
        long accepted =
                productions.stream().mapToLong(flow -> flow.units(millis)).sum();
        long delivered =
                consumers.stream().mapToLong(flow -> flow.units(millis)).sum();
        long gained = accepted
                - delivered
                - productions.stream().mapToLong(flow -> flow.units(0)).sum()
                + consumers.stream().mapToLong(flow -> flow.units(0)).sum();
        long level = Math.max(0, tank.level() + gained);
        // What streams long gone brought and took, so that the ledger balances whatever the level is.
        long before = Math.max(0, level + delivered - accepted);
        long purged = accepted + before - delivered - level;
        Ledger ledger = new Ledger(before, accepted, 0, delivered, level, purged);
        boolean full = tank.fixed() == TankState.FULL;
        boolean empty = tank.fixed() == TankState.EMPTY;
        ResourceState state = new ResourceState(
                tank.id(),
                ledger,
                empty ? level : 0,
                Watermarks.of(tank.capacity(), 75),
                !full,
                empty ? nanos(-38_000) : null,
                full ? nanos(-12_000) : null);
        double net = in - out;
        TankState look = tank.fixed() != null
                ? tank.fixed()
                : net > tank.capacity() / 100.0
                        ? TankState.FILLING
                        : net < -tank.capacity() / 100.0 ? TankState.DRAINING : TankState.STEADY;
        Cause why = mine.stream()
                .map(SampleFlow::why)
                .filter(it -> it instanceof Cause.TankEmpty || it instanceof Cause.TankFull)
                .findFirst()
                .orElse(null);
        return new ResourceView(
                state,
                look,
                look == TankState.EMPTY ? 38 + millis / 1000 : 0,
                forecast(tank, look, level, net),
                look.severity(),
                level / (double) tank.capacity(),
                in,
                out,
                look == TankState.FILLING || look == TankState.DRAINING ? net : 0,
                (int) mine.stream()
                        .filter(flow -> flow.kind() != StreamKind.CONSUMER)
                        .map(SampleFlow::client)
                        .distinct()
                        .count(),
                consumers.size(),
                (int) consumers.stream()
                        .filter(flow -> flow.flow() == FlowState.STARVING)
                        .count(),
                why);
    }

    private static @Nullable Forecast forecast(Tank tank, TankState look, long level, double net) {
        return switch (look) {
            case FILLING -> inMinutes(Forecast.Level.FULL, (tank.capacity() - level) / net);
            case DRAINING -> inMinutes(Forecast.Level.EMPTY, level / -net);
            default -> null;
        };
    }

    private static Forecast inMinutes(Forecast.Level event, double minutes) {
        return new Forecast(event, 60 * Math.max(1, Math.round(minutes)));
    }

    private static List<ClientView> clients(List<StreamView> streams) {
        Map<String, List<StreamView>> byClient = new TreeMap<>();
        for (StreamView stream : streams) {
            String client = stream.state().peer().client().value();
            byClient.computeIfAbsent(client, it -> new ArrayList<>()).add(stream);
        }
        List<ClientView> views = new ArrayList<>();
        byClient.forEach((client, mine) -> {
            FlowState state = mine.stream()
                    .max(Comparator.comparing(StreamView::severity))
                    .map(StreamView::flow)
                    .orElseThrow();
            views.add(new ClientView(
                    peer(new ClientId(client)),
                    mine.size(),
                    rate(mine, StreamKind.PRODUCTION),
                    rate(mine, StreamKind.CONSUMER),
                    state,
                    (int) mine.stream().filter(it -> it.flow() == state).count()));
        });
        return views;
    }

    private static double rate(List<StreamView> streams, StreamKind kind) {
        return streams.stream()
                .filter(it -> it.kind() == kind)
                .mapToDouble(StreamView::actualPerMinute)
                .sum();
    }
}
