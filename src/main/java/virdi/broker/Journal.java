package virdi.broker;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.model.BrokerEvent.Kind;
import virdi.model.CloseStatus;
import virdi.model.ConsumerId;
import virdi.model.OperatorRule;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamKind;

/** Numbers the facts worth telling and hands them on. Broker's thread only. */
final class Journal {
    private final Consumer<BrokerEvent> sink;
    private long sequence;

    Journal(Consumer<BrokerEvent> sink) {
        this.sink = sink;
    }

    void opened(BrokerStream stream, String detail, long nowNanos) {
        ofStream(Kind.OPENED, stream, 0, null, detail, nowNanos);
    }

    void ended(BrokerStream stream, CloseStatus status, long nowNanos) {
        ofStream(Kind.ENDED, stream, stream.units(), status.code(), status.message(), nowNanos);
    }

    void refused(
            Peer peer,
            StreamKind kind,
            @Nullable ResourceId resource,
            @Nullable ConsumerId consumer,
            CloseStatus status,
            long nowNanos) {
        sink.accept(new BrokerEvent(
                ++sequence,
                TimeUnit.NANOSECONDS.toMicros(nowNanos),
                Kind.REFUSED,
                null,
                kind,
                peer.client(),
                resource,
                consumer,
                0,
                status.code(),
                status.message()));
    }

    void crowded(Peer peer, int streams, int limit, long nowNanos) {
        sink.accept(new BrokerEvent(
                ++sequence,
                TimeUnit.NANOSECONDS.toMicros(nowNanos),
                Kind.CROWDED,
                null,
                null,
                peer.client(),
                null,
                null,
                streams,
                null,
                streams + " of " + limit + " streams are open on its connection from " + peer.remoteAddress()
                        + "; above the limit server.max-streams-per-connection its streams wait"));
    }

    void requested(OfferStream offer, Tank tank, long times, long nowNanos) {
        ofStream(Kind.REQUESTED, offer, times, null, "", nowNanos);
    }

    void tankFull(Tank tank, long nowNanos) {
        ofTank(Kind.TANK_FULL, tank, tank.levelUnits(), "", nowNanos);
    }

    void tankEmpty(Tank tank, int waiting, long nowNanos) {
        ofTank(
                Kind.TANK_EMPTY,
                tank,
                waiting,
                waiting + (waiting == 1 ? " consumer waits" : " consumers wait"),
                nowNanos);
    }

    void demandReturned(Tank tank, long nowNanos) {
        ofTank(Kind.DEMAND_RETURNED, tank, tank.levelUnits(), "", nowNanos);
    }

    void created(Tank tank, long nowNanos) {
        ofTank(Kind.RESOURCE_CREATED, tank, tank.marks().capacityUnits(), "", nowNanos);
    }

    void saturated(Tank tank, long nowNanos) {
        ofTank(Kind.SATURATED, tank, Long.MAX_VALUE, "the accepted total stays at its largest number", nowNanos);
    }

    void operator(@Nullable ResourceId resource, String summary, long nowNanos) {
        plain(Kind.OPERATOR, resource, 0, summary, nowNanos);
    }

    void lifted(OperatorRule rule, long nowNanos) {
        String summary = switch (rule) {
            case OperatorRule.Throttled throttle ->
                "the throttle of " + throttle.target().label() + " is lifted";
            case OperatorRule.Blocked block -> block.target().label() + " is no longer blocked";
            case OperatorRule.CapacitySet capacity -> "the capacity of " + capacity.resource() + " is the default";
        };
        plain(Kind.RULE_LIFTED, null, 0, summary, nowNanos);
    }

    private void ofTank(Kind kind, Tank tank, long units, String detail, long nowNanos) {
        plain(kind, tank.id(), units, detail, nowNanos);
    }

    private void plain(Kind kind, @Nullable ResourceId resource, long units, String detail, long nowNanos) {
        sink.accept(new BrokerEvent(
                ++sequence,
                TimeUnit.NANOSECONDS.toMicros(nowNanos),
                kind,
                null,
                null,
                null,
                resource,
                null,
                units,
                null,
                detail));
    }

    private void ofStream(
            Kind kind, BrokerStream stream, long units, CloseStatus.@Nullable Code code, String detail, long nowNanos) {
        ResourceId resource = switch (stream) {
            case OfferStream offer -> offer.tank().id();
            case ProductionStream production ->
                production.isBound() ? production.tank().id() : null;
            case ConsumerStream consumer -> consumer.tank().id();
        };
        ConsumerId consumer =
                stream instanceof ConsumerStream taker ? taker.spec().consumer() : null;
        sink.accept(new BrokerEvent(
                ++sequence,
                TimeUnit.NANOSECONDS.toMicros(nowNanos),
                kind,
                stream.id(),
                stream.kind(),
                stream.peer().client(),
                resource,
                consumer,
                units,
                code,
                detail));
    }
}
