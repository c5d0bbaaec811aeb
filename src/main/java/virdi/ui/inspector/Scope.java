package virdi.ui.inspector;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.StreamView;

/** The scope of a target, a rule or an event, comparable after a stream has ended. Null means any. */
record Scope(
        @Nullable StreamId stream,
        @Nullable StreamKind kind,
        @Nullable ClientId client,
        @Nullable ResourceId resource,
        @Nullable ConsumerId consumer) {
    static Scope of(StreamView stream) {
        ConsumerId consumer =
                stream.state() instanceof ConsumerState it ? it.spec().consumer() : null;
        return new Scope(
                stream.id(),
                stream.kind(),
                stream.state().peer().client(),
                stream.state().resource(),
                consumer);
    }

    static Scope of(BrokerEvent event) {
        return new Scope(event.stream(), event.streamKind(), event.client(), event.resource(), event.consumer());
    }

    /** @param any an open stream that the target covers, if there is one */
    static Scope of(Target target, @Nullable StreamView any) {
        return switch (target) {
            case Target.OneStream it -> any == null ? new Scope(it.stream(), null, null, null, null) : of(any);
            case Target.Client it -> new Scope(null, null, it.client(), null, null);
            case Target.Resource it -> new Scope(null, null, null, it.resource(), null);
            case Target.Inflow it -> new Scope(null, StreamKind.PRODUCTION, null, it.resource(), null);
            case Target.Outflow it -> new Scope(null, StreamKind.CONSUMER, null, it.resource(), null);
            case Target.Production it -> new Scope(null, StreamKind.PRODUCTION, it.client(), it.resource(), null);
            case Target.Consumption it ->
                new Scope(
                        null,
                        StreamKind.CONSUMER,
                        it.client(),
                        any == null ? null : any.state().resource(),
                        it.consumer());
        };
    }

    /** Whether this scope lies within the other. */
    boolean isIn(Scope other) {
        return fits(other.stream, stream)
                && fits(other.kind, kind)
                && fits(other.client, client)
                && fits(other.resource, resource)
                && fits(other.consumer, consumer);
    }

    /** Whether it covers nothing beyond the other: the same scope, or the production or consumer of the other's stream. */
    boolean isNoMoreThan(Scope other) {
        boolean lasting = consumer != null || kind == StreamKind.PRODUCTION && client != null && resource != null;
        return equals(other) || stream == null && lasting && other.stream != null && other.isIn(this);
    }

    private static boolean fits(@Nullable Object asked, @Nullable Object is) {
        return asked == null || asked.equals(is);
    }
}
