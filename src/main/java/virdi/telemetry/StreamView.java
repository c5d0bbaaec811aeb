package virdi.telemetry;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.Pace;
import virdi.model.StreamId;
import virdi.model.StreamKind;

/**
 * One stream in a frame. Immutable.
 *
 * @param state in the broker's snapshot
 * @param kind offer, production or consumer
 * @param label its name on the map: the client's id; for a consumer its own id, with the client's where several clients have an
 *     open consumer of that id
 * @param flow its state
 * @param stateSeconds how long it has been in that state, rounded as in {@link Cause}; 0 for a state that is shown without its time
 * @param severity of the state
 * @param actualPerMinute units per minute over the last seconds
 * @param possiblePerMinute the highest possible rate: {@code max_rate}, the throttle, or the highest rate of a production in the last
 *     minute
 * @param units accepted or delivered since it opened
 * @param messages accepted or delivered since it opened; requests sent for an offer
 * @param bufferedUnits modelled level of a consumer's own buffer; 0 for other streams
 * @param bufferShare that level as a share of the buffer's limit, 0 to 1
 * @param throttle the throttle in force, null when none
 * @param ageNanos how long it has been open
 * @param why the first cause, null when healthy
 */
public record StreamView(
        StreamState state,
        StreamKind kind,
        String label,
        FlowState flow,
        long stateSeconds,
        Severity severity,
        double actualPerMinute,
        double possiblePerMinute,
        long units,
        long messages,
        double bufferedUnits,
        double bufferShare,
        @Nullable Pace throttle,
        long ageNanos,
        @Nullable Cause why) {
    public StreamId id() {
        return state.id();
    }

    /** The name that its client uses: the id of a consumer, for other streams the client's. */
    public String name() {
        return state instanceof ConsumerState consumer
                ? consumer.spec().consumer().value()
                : state.peer().client().value();
    }
}
