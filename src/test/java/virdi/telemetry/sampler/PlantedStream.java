package virdi.telemetry.sampler;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.Pace;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;

/** A stream of {@link Plant}, to be changed at will. */
final class PlantedStream {
    final StreamId id;
    final Peer peer;
    final String resource;
    final StreamKind kind;
    long opened;
    String consumer = "";
    long maxRate = 60;
    long units;
    long messages;
    long due;
    double buffered;
    boolean backlogged;
    boolean ready = true;
    boolean producing;
    boolean blocked;
    boolean held;
    boolean unsolicited;

    @Nullable
    Long unanswered;

    @Nullable
    Pace throttle;

    private @Nullable StreamState state;

    PlantedStream(long id, StreamKind kind, String client, String resource, long opened) {
        this.id = new StreamId(id);
        this.kind = kind;
        this.peer = new Peer(new ClientId(client), true, "127.0.0.1:4242");
        this.resource = resource;
        this.opened = opened;
    }

    /** Makes the state anew, after a change. */
    void changed() {
        state = null;
    }

    /** The same instance until {@link #changed}, as the broker does it. */
    StreamState state(long nowNanos) {
        StreamState made = state;
        if (made == null) {
            made = make(nowNanos);
            state = made;
        }
        return made;
    }

    private StreamState make(long nowNanos) {
        ResourceId id = new ResourceId(resource);
        return switch (kind) {
            case OFFER -> new OfferState(this.id, peer, id, opened, 1, unanswered, producing, blocked);
            case PRODUCTION ->
                new ProductionState(this.id, peer, id, opened, unsolicited, units, messages, throttle, held);
            case CONSUMER ->
                new ConsumerState(
                        this.id,
                        peer,
                        new ConsumptionSpec(new ConsumerId(consumer), id, maxRate, maxRate, 0),
                        opened,
                        maxRate,
                        Math.max(1, maxRate * 3 / 4),
                        buffered,
                        nowNanos,
                        units,
                        messages,
                        due,
                        0,
                        ready,
                        throttle,
                        backlogged);
        };
    }
}
