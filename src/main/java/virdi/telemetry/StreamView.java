package virdi.telemetry;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.Pace;
import virdi.model.StreamId;
import virdi.model.StreamKind;

/**
 * One stream as people see it.
 *
 * @param state what the broker says of it
 * @param kind which of the three
 * @param label how it is called on the map: the client's id; of a consumer its own, with its client's where other clients
 *     have an open one of the same id
 * @param flow its state
 * @param stateSeconds how long it has been in that state, rounded as in {@link Cause}; 0 for states that are told without it
 * @param severity of the state
 * @param actualPerMinute units per minute over the last seconds
 * @param possiblePerMinute what it could be: {@code max_rate}, the throttle, or the most seen of a production
 * @param units accepted or delivered since it opened
 * @param messages accepted or delivered since it opened; requests sent for an offer
 * @param bufferedUnits the modelled level of a consumer's own buffer now; 0 for others
 * @param bufferShare the same as a share of its limit, 0 to 1
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

    /** How its client calls it: a consumer's id; of other streams the client's. */
    public String name() {
        return state instanceof ConsumerState consumer
                ? consumer.spec().consumer().value()
                : state.peer().client().value();
    }
}
