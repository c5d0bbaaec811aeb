package virdi.broker;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.ConsumptionSpec;
import virdi.model.Effect;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.model.Units;

/**
 * An open consumer: models the client's own buffer, and holds what is due until it may be sent. Broker's thread only.
 *
 * <p>It is in one of four places. <em>Resting</em>: its client's buffer has no room; a timer brings it back when it has.
 * <em>Held</em>: it has room and a throttle is short; it waits there. <em>Backlogged</em>: it has credit, the tank has
 * nothing; it waits there. <em>Out</em>: its transport is not ready; the event that ends that brings it back.
 *
 * <p>Units allotted to it are <em>due</em>. They still count as the tank's level until they are handed over, which
 * happens at the end of the turn, or when the coalescing interval since the last message is over. One unit may be
 * <em>reserved</em> for it: its turn at the tank came while a throttle was short, and must not be lost to those whom
 * that throttle does not hold; the unit is due when the throttle lets it pass.
 */
public final class ConsumerStream extends UnitStream {
    /**
     * A fast consumer earns credit all the time; within one coalescing interval it is looked at this many times, not once
     * a unit.
     */
    private static final int LOOKS_PER_INTERVAL = 8;

    private final Collaborators with;
    private final Tank tank;
    private final ConsumptionSpec spec;
    private final LeakyBucket buffer;
    private boolean ready;
    /** Stands in the tank's list of those to be sent at the end of this turn. */
    private boolean outgoing;

    private boolean reserved;

    private long dueUnits;
    /** The part of the due units that the present throttles may not have counted, since it was due before they came. */
    private long uncountedUnits;

    private long deliveredUnits;
    private long deliveredMessages;
    private long nextMessageNanos = Long.MIN_VALUE;
    /** When its client's buffer will have room; {@link Timers#NEVER} while it does not wait for that. */
    private long restsUntilNanos = Timers.NEVER;

    private @Nullable ConsumerState state;

    /** The parts of the broker that all consumers work with; one reference for each of very many streams. */
    record Collaborators(BrokerSettings settings, Timers timers, SnapshotMaker snapshots, Deliveries deliveries) {}

    ConsumerStream(
            StreamSink sink,
            Collaborators with,
            Tank tank,
            ConsumptionSpec spec,
            ThrottleChain throttles,
            boolean ready,
            long now) {
        super(sink, throttles, now);
        this.with = with;
        this.tank = tank;
        this.spec = spec;
        this.ready = ready;
        this.buffer = new LeakyBucket(Math.min(spec.announcedLevelUnits(), bufferLimitUnits()), now);
    }

    /** The units that it may be allotted now without overfilling the client's buffer. */
    private long credit(long nowNanos) {
        buffer.drainTo(nowNanos, spec.maxRatePerMinute());
        return fillTargetUnits() - buffer.ceiling() - allotted();
    }

    private long fillTargetUnits() {
        return Math.max(1, bufferLimitUnits() * with.settings.fillPercent() / 100);
    }

    /** The size of the client's own buffer as the broker works with it: a client that announces none has {@code max_rate}. */
    long bufferLimitUnits() {
        return spec.announcedLimitUnits() == 0 ? spec.maxRatePerMinute() : spec.announcedLimitUnits();
    }

    private long allotted() {
        return dueUnits + (reserved ? 1 : 0);
    }

    /** Takes what it may have and finds its place: after anything that changes its room or readiness. */
    void update(long nowNanos) {
        update(null, Long.MAX_VALUE, nowNanos);
    }

    private void update(@Nullable FairWaitQueue from, long atMost, long nowNanos) {
        restsUntilNanos = Timers.NEVER;
        leaveQueue();
        returnTurns();
        changed();
        if (isOpen() && ready) {
            proceed(from, atMost, nowNanos);
        }
        wakeInTime();
        tank.watchEmptiness(nowNanos);
    }

    @Override
    void onTurn(FairWaitQueue from, long units, long nowNanos) {
        changed();
        proceed(from, units, nowNanos);
        wakeInTime();
        if (from != tank) {
            tank.watchEmptiness(nowNanos);
        }
    }

    /** Takes what it may have now, at most so much, and waits for the rest at the gate that is shut. */
    private void proceed(@Nullable FairWaitQueue from, long atMost, long nowNanos) {
        long mayTake = atMost;
        if (reserved && blockingThrottle(from, nowNanos) == null) {
            reserved = false;
            pass(1, nowNanos);
            mayTake--;
        }
        long credit = credit(nowNanos);
        if (mayTake > 0 && credit > 0 && blockingQueue(from, nowNanos) == null) {
            long units = Math.min(Math.min(mayTake, credit), Math.min(tank.freeUnits(), allowance(nowNanos)));
            tank.allotted(units, nowNanos);
            pass(units, nowNanos);
            mayTake -= units;
            credit -= units;
        }
        if (credit > 0 || reserved) {
            FairWaitQueue firstBlocking = blockingQueue(from, nowNanos);
            if (!(firstBlocking instanceof ThrottleMeter)) {
                returnTurns();
            } else if (mayTake > 0) {
                keepTurn(from, firstBlocking, nowNanos);
            }
            FairWaitQueue next =
                    firstBlocking == null ? Objects.requireNonNull(from, "nothing holds it back") : firstBlocking;
            next.add(this, nowNanos);
        } else {
            restUntilCredit(nowNanos);
        }
    }

    /** A throttle takes its turn at a gate from it: a unit is kept for it there. */
    private void keepTurn(@Nullable FairWaitQueue from, FairWaitQueue firstBlocking, long nowNanos) {
        if (from instanceof ThrottleMeter meter && meter != firstBlocking) {
            keepTurn(meter, nowNanos);
        } else if (from == tank && !reserved && tank.freeUnits() > 0 && !throttles.isPaused()) {
            reserved = true;
            tank.allotted(1, nowNanos);
        }
    }

    private @Nullable FairWaitQueue blockingQueue(@Nullable FairWaitQueue passed, long nowNanos) {
        FairWaitQueue firstBlocking = blockingThrottle(passed, nowNanos);
        return firstBlocking == null && tank.mustWait(passed == tank, nowNanos) ? tank : firstBlocking;
    }

    private void restUntilCredit(long nowNanos) {
        long at =
                Timers.after(nowNanos, buffer.nanosUntil(fillTargetUnits() - allotted() - 1, spec.maxRatePerMinute()));
        long pause = with.settings.coalescing().toNanos() / LOOKS_PER_INTERVAL;
        restsUntilNanos = Math.max(at, Math.min(nextMessageNanos, nowNanos + pause));
    }

    /** Units allotted to it pass its throttles and are due. */
    private void pass(long units, long nowNanos) {
        dueUnits += units;
        count(units);
        servedAt = with.timers.stamp();
        changed();
        if (nowNanos >= nextMessageNanos) {
            sendThisTurn();
        }
    }

    private void sendThisTurn() {
        if (!outgoing) {
            outgoing = true;
            with.deliveries.add(this);
        }
    }

    /** Sets its timer for whatever comes first: room, or the next message that may be sent. */
    private void wakeInTime() {
        long at = dueUnits > 0 && !outgoing ? Math.min(restsUntilNanos, nextMessageNanos) : restsUntilNanos;
        if (!isSetFor(at)) {
            with.timers.set(this, at);
        }
    }

    @Override
    void fire(long nowNanos) {
        if (dueUnits > 0 && nowNanos >= nextMessageNanos) {
            sendThisTurn();
        }
        if (nowNanos >= restsUntilNanos) {
            update(nowNanos);
        } else {
            wakeInTime();
        }
    }

    /** Hands over the units that are due, at the end of the turn; false where none is due any more. */
    boolean handOver(long nowNanos) {
        outgoing = false;
        if (!isOpen() || dueUnits == 0) {
            return false;
        }
        long units = Math.min(dueUnits, Units.MAX_UINT32);
        dueUnits -= units;
        uncountedUnits = 0;
        buffer.drainTo(nowNanos, spec.maxRatePerMinute());
        buffer.add(units);
        deliveredUnits = Units.saturatingAdd(deliveredUnits, units);
        deliveredMessages++;
        nextMessageNanos = nowNanos + with.settings.coalescing().toNanos();
        tank.delivered(units);
        changed();
        emit(new Effect.Deliver(id(), units));
        return true;
    }

    /** A delivery could not be carried out: its units are the tank's again. */
    void undelivered(long units, long nowNanos) {
        buffer.drainTo(nowNanos, spec.maxRatePerMinute());
        buffer.remove(units);
        deliveredUnits -= units;
        deliveredMessages--;
        changed();
        tank.undelivered(units, nowNanos);
    }

    private void giveBack(long nowNanos) {
        long units = allotted();
        if (units > 0) {
            throttles.refund(dueUnits - uncountedUnits);
            dueUnits = 0;
            uncountedUnits = 0;
            reserved = false;
            wakeInTime();
            changed();
            tank.gaveBack(units, nowNanos);
        }
    }

    @Override
    void throttled(ThrottleChain changed, long nowNanos) {
        returnTurns();
        throttles = changed;
        uncountedUnits = dueUnits;
        changed();
        if (throttles.isPaused()) {
            giveBack(nowNanos);
        }
        // A consumer that need not leave its queue keeps its place; the others wait until the tank shares among all of
        // them.
        boolean stays = queue == tank ? blockingThrottle(tank, nowNanos) == null : throttles.contain(queue);
        if (!stays) {
            update(tank, 0, nowNanos);
        }
    }

    @Override
    void setReady(boolean nowReady, long nowNanos) {
        if (nowReady == ready) {
            return;
        }
        ready = nowReady;
        changed();
        update(nowNanos);
        if (!ready) {
            giveBack(nowNanos);
        }
    }

    @Override
    void detach(long nowNanos) {
        update(nowNanos);
        giveBack(nowNanos);
    }

    @Override
    StreamKind kind() {
        return StreamKind.CONSUMER;
    }

    @Override
    long units() {
        return deliveredUnits;
    }

    ConsumptionSpec spec() {
        return spec;
    }

    /** No other open consumer has it. */
    Target.Consumption key() {
        return new Target.Consumption(peer().client(), spec.consumer());
    }

    Tank tank() {
        return tank;
    }

    private void changed() {
        if (state != null) {
            state = null;
            with.snapshots.stateChanged(this);
        }
    }

    ConsumerState state() {
        ConsumerState known = state;
        if (known == null) {
            known = new ConsumerState(
                    id(),
                    peer(),
                    spec,
                    openedNanos(),
                    bufferLimitUnits(),
                    fillTargetUnits(),
                    buffer.value(),
                    buffer.atNanos(),
                    deliveredUnits,
                    deliveredMessages,
                    allotted(),
                    reserved ? 1 : 0,
                    ready,
                    throttles.least(),
                    queue == tank);
            state = known;
        }
        return known;
    }
}
