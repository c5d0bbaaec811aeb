package virdi.ui;

import static virdi.telemetry.FlowState.NOT_READING;
import static virdi.telemetry.FlowState.SATISFIED;
import static virdi.telemetry.FlowState.STARVING;

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
import virdi.telemetry.Cause;
import virdi.telemetry.FlowState;
import virdi.telemetry.StreamView;

/**
 * One stream of a {@link SampleWorld}: what it does is a function of time. Immutable.
 *
 * @param name the consumer's id; the client's for the other kinds
 * @param meanPerMinute what flows on it, in the mean
 * @param swing how far the rate swings around its mean, 0 to 1
 * @param sinceSeconds for how long its state had lasted at time 0
 */
record SampleFlow(
        StreamId id,
        StreamKind kind,
        String client,
        String name,
        ResourceId resource,
        double meanPerMinute,
        double possiblePerMinute,
        double swing,
        FlowState flow,
        @Nullable Pace throttle,
        long sinceSeconds,
        @Nullable Cause why) {
    private static final double PERIOD_MILLIS = 240_000;
    private static final double RADIANS_PER_MILLI = 2 * Math.PI / PERIOD_MILLIS;
    private static final double MILLIS_PER_MINUTE = 60_000;
    /** How long every stream had been open at time 0. */
    private static final long OPEN_MILLIS = 72 * 60_000L;

    double perMinute(long millis) {
        return meanPerMinute * (1 + swing * Math.sin(RADIANS_PER_MILLI * millis));
    }

    /** Units moved from the opening until {@code millis}: the integral of the rate, in whole units. */
    long units(long millis) {
        double mean = meanPerMinute * (millis + OPEN_MILLIS) / MILLIS_PER_MINUTE;
        double wave = meanPerMinute * swing / MILLIS_PER_MINUTE / RADIANS_PER_MILLI;
        return (long) Math.floor(mean + wave * (1 - Math.cos(RADIANS_PER_MILLI * millis)));
    }

    StreamView view(long millis) {
        long nanos = SampleWorld.nanos(millis);
        StreamState state = state(millis);
        long messages = state instanceof OfferState offer ? offer.requestsSent() : units(millis) / 4;
        double buffered = state instanceof ConsumerState it ? it.bufferedUnitsAt(nanos) : 0;
        double share = state instanceof ConsumerState it ? buffered / it.bufferLimitUnits() : 0;
        return new StreamView(
                state,
                kind,
                name,
                flow,
                stateSeconds(millis),
                flow.severity(),
                perMinute(millis),
                possiblePerMinute,
                kind == StreamKind.OFFER ? 0 : units(millis),
                messages,
                buffered,
                share,
                throttle,
                nanos - state.openedNanos(),
                why);
    }

    private long stateSeconds(long millis) {
        return flow == STARVING || flow == FlowState.REQUEST_UNANSWERED ? sinceSeconds + millis / 1000 : 0;
    }

    private StreamState state(long millis) {
        long nanos = SampleWorld.nanos(millis);
        long opened = SampleWorld.nanos(-OPEN_MILLIS);
        long since = SampleWorld.nanos(-sinceSeconds * 1000);
        Peer peer = SampleWorld.peer(new ClientId(client));
        return switch (kind) {
            case OFFER ->
                new OfferState(
                        id,
                        peer,
                        resource,
                        opened,
                        2 + (flow == FlowState.REQUEST_UNANSWERED ? millis / 30_000 : 0),
                        flow == FlowState.REQUEST_UNANSWERED ? since : null,
                        flow == FlowState.PRODUCING,
                        flow == FlowState.BLOCKED);
            case PRODUCTION ->
                new ProductionState(
                        id,
                        peer,
                        resource,
                        opened,
                        flow == FlowState.UNSOLICITED,
                        units(millis),
                        units(millis) / 4,
                        throttle,
                        flow == FlowState.PAUSED);
            case CONSUMER -> {
                long limit = Math.max(4, (long) possiblePerMinute);
                long target = Math.max(1, limit * 3 / 4);
                double buffered = flow == STARVING ? 0 : flow == SATISFIED ? target : target * 0.9;
                yield new ConsumerState(
                        id,
                        peer,
                        new ConsumptionSpec(
                                new ConsumerId(name), resource, Math.max(1, (long) possiblePerMinute), limit, 0),
                        opened,
                        limit,
                        target,
                        buffered,
                        nanos,
                        units(millis),
                        units(millis) / 4,
                        flow == NOT_READING ? 3 : 0,
                        0,
                        flow != NOT_READING,
                        throttle,
                        flow == STARVING);
            }
        };
    }
}
