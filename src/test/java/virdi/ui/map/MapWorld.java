package virdi.ui.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.Ledger;
import virdi.model.Pace;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.model.Watermarks;
import virdi.telemetry.Cause;
import virdi.telemetry.EventPage;
import virdi.telemetry.FlowState;
import virdi.telemetry.Forecast;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.StreamView;
import virdi.telemetry.SupplyDiagnosis;
import virdi.telemetry.TankState;
import virdi.telemetry.Totals;

/** Frames of any shape, put together stream by stream. */
public final class MapWorld {
    private static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0);

    private final List<ResourceView> resources = new ArrayList<>();
    private final List<StreamView> streams = new ArrayList<>();
    private long lastStream;

    /** So many tanks with so many producers and consumers each, none alike enough to be folded. */
    public static MapWorld of(int tanks, int producers, int consumers, FlowState flow) {
        MapWorld world = new MapWorld();
        for (int tank = 0; tank < tanks; tank++) {
            String resource = "resource-" + tank;
            world.tank(resource, TankState.STEADY);
            for (int i = 0; i < producers; i++) {
                world.stream(StreamKind.PRODUCTION, "mine-" + letters(i), "", resource, flow, 60 + 40 * i);
            }
            for (int i = 0; i < consumers; i++) {
                world.stream(StreamKind.CONSUMER, "factory", "user-" + letters(i), resource, flow, 60 + 40 * i);
            }
        }
        return world;
    }

    public MapWorld tank(String resource, TankState state) {
        return tank(resource, state, 0.5, 0, null);
    }

    public MapWorld tank(String resource, TankState state, @Nullable Cause why) {
        return tank(resource, state, 0.5, 0, why);
    }

    public MapWorld tank(String resource, TankState state, Forecast forecast) {
        return tank(resource, state, forecast, 0.5, 0, null);
    }

    /** @param netPerMinute what it gains */
    public MapWorld tank(String resource, TankState state, double share, double netPerMinute, @Nullable Cause why) {
        return tank(resource, state, null, share, netPerMinute, why);
    }

    private MapWorld tank(
            String resource,
            TankState state,
            @Nullable Forecast forecast,
            double share,
            double netPerMinute,
            @Nullable Cause why) {
        long level = Math.round(1_000 * share);
        ResourceId id = new ResourceId(resource);
        resources.removeIf(view -> view.id().equals(id));
        resources.add(new ResourceView(
                new ResourceState(
                        id, new Ledger(0, level, 0, 0, level, 0), 0, new Watermarks(1_000, 750), true, null, null),
                state,
                0,
                forecast,
                state.severity(),
                share,
                120,
                120,
                netPerMinute,
                0,
                0,
                0,
                why));
        return this;
    }

    public MapWorld producer(String client, String resource, FlowState flow) {
        return stream(StreamKind.PRODUCTION, client, "", resource, flow, 120);
    }

    public MapWorld offer(String client, String resource, FlowState flow) {
        return stream(StreamKind.OFFER, client, "", resource, flow, 0);
    }

    public MapWorld consumer(String client, String name, String resource, FlowState flow) {
        return stream(StreamKind.CONSUMER, client, name, resource, flow, 60);
    }

    public MapWorld stream(
            StreamKind kind, String client, String name, String resource, FlowState flow, double perMinute) {
        StreamId id = new StreamId(++lastStream);
        ResourceId resourceId = new ResourceId(resource);
        Peer peer = new Peer(new ClientId(client), true, "127.0.0.1:5");
        StreamState state = switch (kind) {
            case OFFER -> new OfferState(id, peer, resourceId, 0, 0, null, false, false);
            case PRODUCTION -> new ProductionState(id, peer, resourceId, 0, false, 0, 0, null, false);
            case CONSUMER ->
                new ConsumerState(
                        id,
                        peer,
                        new ConsumptionSpec(new ConsumerId(name), resourceId, 60, 60, 0),
                        0,
                        60,
                        45,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        true,
                        null,
                        false);
        };
        Pace throttle = flow == FlowState.THROTTLED ? new Pace(60) : null;
        Cause why = flow == FlowState.STARVING ? empty(resourceId) : null;
        streams.add(new StreamView(
                state,
                kind,
                kind == StreamKind.CONSUMER ? name : client,
                flow,
                0,
                flow.severity(),
                perMinute,
                perMinute,
                0,
                0,
                30,
                0.5,
                throttle,
                0,
                why));
        return this;
    }

    /** The cause of a tank that is empty because nobody fills it. */
    public static Cause empty(ResourceId tank) {
        return new Cause.TankEmpty(tank, List.of(new SupplyDiagnosis.NobodyProduces(new Target.Resource(tank))));
    }

    /** Has the newest stream called so. */
    public MapWorld called(String label) {
        return newest(label, streams.getLast().throttle(), streams.getLast().actualPerMinute());
    }

    /** Lets the newest stream pass no more than that. */
    public MapWorld throttled(long unitsPerMinute) {
        return newest(
                streams.getLast().label(),
                new Pace(unitsPerMinute),
                streams.getLast().actualPerMinute());
    }

    /** Lets the newest stream carry so much of what it could. */
    public MapWorld carrying(double perMinute) {
        return newest(streams.getLast().label(), streams.getLast().throttle(), perMinute);
    }

    private MapWorld newest(String label, @Nullable Pace throttle, double actualPerMinute) {
        StreamView last = streams.removeLast();
        streams.add(new StreamView(
                last.state(),
                last.kind(),
                label,
                last.flow(),
                last.stateSeconds(),
                last.severity(),
                actualPerMinute,
                last.possiblePerMinute(),
                last.units(),
                last.messages(),
                last.bufferedUnits(),
                last.bufferShare(),
                throttle,
                last.ageNanos(),
                last.why()));
        return this;
    }

    /** Ends the newest stream. */
    public MapWorld endLast() {
        streams.removeLast();
        return this;
    }

    /** Puts the newest stream into another state. */
    public MapWorld last(FlowState flow) {
        StreamView last = streams.removeLast();
        lastStream--;
        return stream(
                last.kind(),
                last.state().peer().client().value(),
                last.label(),
                last.state().resource().value(),
                flow,
                last.actualPerMinute());
    }

    public Frame frame(double seconds) {
        long nanos = Math.round(seconds * 1e9);
        return new Frame(
                nanos,
                nanos,
                nanos / 1_000_000,
                true,
                List.copyOf(resources),
                List.of(),
                List.copyOf(streams),
                List.of(),
                NONE,
                EventPage.NONE,
                Map.of());
    }

    private static String letters(int number) {
        return number < 26
                ? String.valueOf((char) ('a' + number))
                : letters(number / 26 - 1) + (char) ('a' + number % 26);
    }
}
