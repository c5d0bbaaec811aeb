package virdi.simulation;

import java.util.IdentityHashMap;
import java.util.Map;
import virdi.model.BrokerSettings;
import virdi.model.ClientId;
import virdi.model.ConsumptionSpec;
import virdi.model.StreamId;

/** An open consumer: the model of its client's buffer, and what is due to it and not handed over yet. */
final class ReferenceConsumer {
    private static final long NEVER = Long.MIN_VALUE;

    final StreamId id;
    final ClientId client;
    final ConsumptionSpec spec;
    final ReferenceTank tank;
    final long bufferLimit;
    final long fillTarget;
    final ReferenceBucket buffer;
    boolean ready;
    long due;
    /** Whether a unit is kept for it that came while a throttle was short; it is not due before that lets it pass. */
    boolean reserved;

    long handed;
    long messages;
    /** The units that the broker allotted to it in this turn and the model has not accounted for yet. */
    long toAllot;
    /** Whether its call turns out to be over in this turn, so that nothing could be handed over. */
    boolean isLost;
    /** Whether it was seen to wait for units at the end of the last turn. */
    boolean backlogged;
    /** Until now nothing of its own has changed but the time since then. */
    long unchangedSince;

    private long lastMessage = NEVER;
    /** The part of the due units that has been counted on throttles. */
    private final Map<ReferenceThrottle, Long> counted = new IdentityHashMap<>();

    ReferenceConsumer(
            StreamId id,
            ClientId client,
            ConsumptionSpec spec,
            ReferenceTank tank,
            BrokerSettings settings,
            boolean ready,
            long now) {
        this.id = id;
        this.client = client;
        this.spec = spec;
        this.tank = tank;
        this.ready = ready;
        this.bufferLimit = spec.announcedLimitUnits() == 0 ? spec.maxRatePerMinute() : spec.announcedLimitUnits();
        this.fillTarget = Math.max(1, bufferLimit * settings.fillPercent() / 100);
        this.buffer =
                new ReferenceBucket(Math.min(spec.announcedLevelUnits(), bufferLimit), spec.maxRatePerMinute(), now);
        this.unchangedSince = now;
    }

    /** The units that it may be sent without its buffer passing the fill target. */
    long room(long now) {
        return Math.max(0, buffer.room(fillTarget, now) - allotted());
    }

    /** The first nanosecond at which it may be sent one unit more than is due. */
    long timeOfRoom() {
        return Math.max(unchangedSince, buffer.timeOfRoom(fillTarget, allotted() + 1));
    }

    /** Takes note of what the broker was seen to allot to it in this turn. */
    void foresee(Turn seen) {
        long units = seen.delivered(id) + seen.undelivered(id) + seen.due(id);
        toAllot = Math.max(0, units - due);
        isLost = !seen.line(id).undelivered().isEmpty();
    }

    void reserve(long now) {
        reserved = true;
        unchangedSince = now;
    }

    /** The part of its tank's level that is not free because it is this consumer's. */
    long allotted() {
        return due + (reserved ? 1 : 0);
    }

    /** When its next message may leave. */
    long nextMessage(long coalescing) {
        return lastMessage == NEVER ? NEVER : lastMessage + coalescing;
    }

    void allot(long units, Iterable<ReferenceThrottle> throttles, long now) {
        due += units;
        unchangedSince = now;
        for (ReferenceThrottle throttle : throttles) {
            throttle.count(units, now);
            counted.merge(throttle, units, Long::sum);
        }
    }

    /** Throttles were laid, changed or lifted: what is due from before is not refunded to any. */
    void throttled(long now) {
        counted.clear();
        unchangedSince = now;
    }

    void handOver(long units, long now) {
        due -= units;
        handed += units;
        messages++;
        buffer.pour(units, now);
        lastMessage = now;
        unchangedSince = now;
        // What is still due came last, and was counted if anything was.
        counted.replaceAll((throttle, passed) -> Math.min(passed, due));
    }

    /** Its call was over: what it was sent has passed the throttles, though it is the tank's again. */
    void lose() {
        counted.clear();
    }

    /** The units due to it are the tank's again, and no throttle has seen them. */
    long giveBack(long now) {
        long units = allotted();
        due = 0;
        reserved = false;
        unchangedSince = now;
        counted.forEach((throttle, passed) -> throttle.refund(passed, now));
        counted.clear();
        return units;
    }
}
