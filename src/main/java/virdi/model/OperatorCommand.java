package virdi.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator can ask of the broker. Commands go through the same queue as the traffic; each is answered
 * with an {@link Outcome}.
 */
public sealed interface OperatorCommand {
    /** The largest capacity, injection or purge: far above any use, far below where sums would saturate. */
    long MAX_UNITS = 1_000_000_000_000_000L;

    /**
     * Holds a target to a pace; {@link Pace#PAUSED} stops it. Replaces an earlier throttle of the same target.
     * Targets: stream (of a production or consumer), client, inflow, outflow, production, consumption.
     *
     * @param revertAfter when the throttle lifts itself; null for never
     */
    record Throttle(Target target, Pace pace, @Nullable Duration revertAfter) implements OperatorCommand {}

    /** Lifts the throttle of a target. */
    record Unthrottle(Target target) implements OperatorCommand {}

    /** Ends the streams of a target (stream, client, resource, production, consumption) with {@code ABORTED}. */
    record Disconnect(Target target, String reason) implements OperatorCommand {}

    /**
     * Disconnects a target (client, resource, production, consumption; a stream stands for its production or
     * consumption, an offer for its production) and refuses its successors with {@code PERMISSION_DENIED}.
     *
     * @param liftAfter when the block lifts itself; null for never
     */
    record Block(Target target, String reason, @Nullable Duration liftAfter) implements OperatorCommand {}

    /** Lifts a block. */
    record Unblock(Target target) implements OperatorCommand {}

    /** Sets how many units a tank holds, 1 to {@link #MAX_UNITS}. What it already holds stays. */
    record SetCapacity(ResourceId resource, long capacityUnits) implements OperatorCommand {}

    /** Adds units to a tank out of nowhere, 1 to {@link #MAX_UNITS}; the ledger counts them as injected. */
    record Inject(ResourceId resource, long units) implements OperatorCommand {}

    /** Discards up to so many units of a tank, 1 to {@link #MAX_UNITS}; the ledger counts them as purged. */
    record Purge(ResourceId resource, long units) implements OperatorCommand {}

    /** Sends a {@code ProductionRequest} to every offer of a resource whose client is not producing it already. */
    record RequestNow(ResourceId resource) implements OperatorCommand {}

    /**
     * Lets clients in, or ends all streams with {@code UNAVAILABLE} and lets nobody in. Levels, rules and ledger stay.
     *
     * @param open whether clients are let in
     */
    record Listen(boolean open) implements OperatorCommand {}
}
