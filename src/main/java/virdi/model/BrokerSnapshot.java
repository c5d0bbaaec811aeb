package virdi.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the whole broker at one instant between two turns. Immutable; safe on any thread. States of streams that
 * did not change since the last snapshot are the same instances.
 *
 * <p>Times are nanoseconds of the broker's own clock, which starts anywhere; only differences to {@code nanos} mean
 * something.
 *
 * @param sequence rises with every snapshot
 * @param nanos when, on the broker's clock
 * @param epochMillis the same instant in milliseconds since 1970
 * @param listening whether clients are let in
 * @param resources ordered by id
 * @param offers ordered by stream id; empty, like the two that follow, while nobody wants streams listed
 * @param productions ordered by stream id; none that has not sent its {@code init_info}
 * @param consumers ordered by stream id
 * @param opening productions that have not sent their {@code init_info}
 * @param rules throttles, blocks and capacities in force
 * @param messagesIn amounts accepted since start, over all resources
 * @param messagesOut deliveries handed over since start, over all resources
 */
public record BrokerSnapshot(
        long sequence,
        long nanos,
        long epochMillis,
        boolean listening,
        List<ResourceState> resources,
        List<OfferState> offers,
        List<ProductionState> productions,
        List<ConsumerState> consumers,
        int opening,
        List<OperatorRule> rules,
        long messagesIn,
        long messagesOut) {
    /** A broker that nobody has spoken to. */
    public static final BrokerSnapshot EMPTY =
            new BrokerSnapshot(0, 0, 0, true, List.of(), List.of(), List.of(), List.of(), 0, List.of(), 0, 0);

    /** The common part of all stream states. */
    public sealed interface StreamState permits OfferState, ProductionState, ConsumerState {
        StreamId id();

        Peer peer();

        ResourceId resource();

        /** When it opened, on the broker's clock. */
        long openedNanos();
    }

    /**
     * A resource and its tank.
     *
     * @param ledger its conservation; {@code ledger.level()} is the level
     * @param dueUnits the part of the level already allotted to consumers and about to be handed over
     * @param marks capacity and resume mark
     * @param demand whether the broker wants more of it
     * @param emptySinceNanos since when a consumer with credit waits and nothing is left; null when not so
     * @param fullSinceNanos since when demand has ended; null while there is demand
     */
    public record ResourceState(
            ResourceId id,
            Ledger ledger,
            long dueUnits,
            Watermarks marks,
            boolean demand,
            @Nullable Long emptySinceNanos,
            @Nullable Long fullSinceNanos) {}

    /**
     * An open offer.
     *
     * @param requestsSent since it opened
     * @param unansweredSinceNanos when the first request was sent that no production has answered; null when none waits
     * @param producing whether its client is producing the resource
     * @param blocked whether an operator has blocked its production
     */
    public record OfferState(
            StreamId id,
            Peer peer,
            ResourceId resource,
            long openedNanos,
            long requestsSent,
            @Nullable Long unansweredSinceNanos,
            boolean producing,
            boolean blocked)
            implements StreamState {}

    /**
     * An open production.
     *
     * @param unsolicited whether no request had been sent for it
     * @param acceptedUnits since it opened
     * @param acceptedMessages since it opened
     * @param throttle the least of the throttles that hold it (its own, its client's, the inflow's); null when none
     * @param held whether a message waits for a throttle at this moment
     */
    public record ProductionState(
            StreamId id,
            Peer peer,
            ResourceId resource,
            long openedNanos,
            boolean unsolicited,
            long acceptedUnits,
            long acceptedMessages,
            @Nullable Pace throttle,
            boolean held)
            implements StreamState {}

    /**
     * An open consumer.
     *
     * @param spec its client's announcement
     * @param bufferLimitUnits the size of its own buffer as the broker works with it, 1 or more
     * @param fillTargetUnits how far the broker fills that buffer, 1 to {@code bufferLimitUnits}
     * @param bufferedUnits the modelled level of its own buffer at {@code bufferedAtNanos}
     * @param bufferedAtNanos when the modelled level was taken
     * @param deliveredUnits since it opened
     * @param deliveredMessages since it opened
     * @param dueUnits allotted to it, not yet handed over
     * @param reservedUnits the part of them that waits for a throttle to let it pass
     * @param ready whether its stream takes messages (gRPC flow control)
     * @param throttle the least of the throttles that hold it (its own, its client's, the outflow's); null when none
     * @param backlogged whether it has credit and waits for units
     */
    public record ConsumerState(
            StreamId id,
            Peer peer,
            ConsumptionSpec spec,
            long openedNanos,
            long bufferLimitUnits,
            long fillTargetUnits,
            double bufferedUnits,
            long bufferedAtNanos,
            long deliveredUnits,
            long deliveredMessages,
            long dueUnits,
            long reservedUnits,
            boolean ready,
            @Nullable Pace throttle,
            boolean backlogged)
            implements StreamState {
        @Override
        public ResourceId resource() {
            return spec.resource();
        }

        /** The modelled level of the client's buffer at a later time, in units. */
        public double bufferedUnitsAt(long nanos) {
            double drained = spec.maxRatePerMinute() * ((nanos - bufferedAtNanos) / 60e9);
            return Math.max(0, bufferedUnits - drained);
        }
    }
}
