package virdi.broker;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.ConsumptionSpec;
import virdi.model.Effect;
import virdi.model.Ending;
import virdi.model.Peer;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Units;

/**
 * An open consumer: models the client's own buffer, and holds what is due until it may be sent. Broker's thread only.
 *
 * <p>It is in one of three places. <em>Backlogged</em>: it has credit, the tank has nothing; it stands in the tank's
 * queue. <em>Resting</em>: it has no credit; a timer brings it back when it has. <em>Out</em>: its transport is not ready
 * or a throttle pauses it; the event that ends that brings it back.
 *
 * <p>Units allotted to it are <em>due</em>. They still count as the tank's level until they are handed over, which
 * happens at the end of the turn, or when the coalescing interval since the last message is over.
 */
public final class ConsumerStream extends BrokerStream {
    /**
     * A fast consumer earns credit all the time; within one coalescing interval it is looked at this many times, not once
     * a unit.
     */
    private static final int LOOKS_PER_INTERVAL = 8;

    private final Tank tank;
    private final ConsumptionSpec spec;
    private final long fillTargetUnits;
    private final DrainingLevel buffer;
    private final Timers.Timer rest = new Timers.Timer(this::settle);
    private final Timers.Timer interval = new Timers.Timer(this::intervalOver);
    private Meters meters;
    private boolean ready;
    private boolean backlogged;
    /** Stands in the tank's list of those to be sent at the end of this turn. */
    private boolean outgoing;
    /** Has been allotted units since it last came to rest. */
    private boolean served;

    private long dueUnits;
    /** The part of the due units that the present throttles may not have counted, since it was due before they came. */
    private long uncountedUnits;

    private long deliveredUnits;
    private long deliveredMessages;
    private long nextMessageNanos = Long.MIN_VALUE;
    private @Nullable ConsumerState state;

    /** Links of {@link Backlog}, which alone touches them. */
    @Nullable
    ConsumerStream ahead;

    @Nullable
    ConsumerStream behind;

    ConsumerStream(StreamId id, Peer peer, Tank tank, ConsumptionSpec spec, Meters meters, boolean ready, long now) {
        super(id, peer, now);
        this.tank = tank;
        this.spec = spec;
        this.meters = meters;
        this.ready = ready;
        this.fillTargetUnits =
                Math.max(1, spec.bufferLimitUnits() * tank.settings().fillPercent() / 100);
        this.buffer = new DrainingLevel(spec.bufferedUnits(), spec.maxRatePerMinute(), now);
    }

    /** What it may be allotted now without overfilling the client's buffer or passing a throttle. */
    long credit(long nowNanos) {
        buffer.drainTo(nowNanos);
        long room = fillTargetUnits - buffer.ceiling() - dueUnits;
        return room <= 0 ? 0 : Math.min(room, meters.allowance(nowNanos));
    }

    /** Finds its place anew: after anything that changes its credit, readiness or throttles. */
    void settle(long nowNanos) {
        tank.timers().cancel(rest);
        if (!isOpen() || !ready) {
            setBacklogged(false, nowNanos);
            return;
        }
        long credit = credit(nowNanos);
        long free = tank.freeUnits();
        if (credit > 0 && free > 0 && tank.backlog().isEmpty()) {
            allot(Math.min(credit, free), nowNanos);
            credit = credit(nowNanos);
        }
        if (credit > 0) {
            setBacklogged(true, nowNanos);
        } else {
            setBacklogged(false, nowNanos);
            restUntilCredit(nowNanos);
        }
    }

    /** It has left the queue's head with its credit used up. */
    void leftBacklog(long nowNanos) {
        backlogged = false;
        changed();
        restUntilCredit(nowNanos);
    }

    private void setBacklogged(boolean waits, long nowNanos) {
        if (waits != backlogged) {
            backlogged = waits;
            changed();
            if (waits) {
                tank.backlog().addLast(this);
            } else {
                tank.backlog().remove(this);
            }
            tank.watchEmptiness(nowNanos);
        }
    }

    private void restUntilCredit(long nowNanos) {
        long wait = Math.max(buffer.nanosUntil(fillTargetUnits - dueUnits - 1), meters.nanosUntilAllowance(nowNanos));
        if (wait == Timers.NEVER) {
            return;
        }
        long pause = tank.settings().coalescing().toNanos() / LOOKS_PER_INTERVAL;
        long at = Timers.after(nowNanos, wait);
        if (meters.each().isEmpty()) {
            tank.timers().set(rest, Math.max(at, Math.min(nextMessageNanos, nowNanos + pause)));
        } else {
            // Those who share a throttle wake together, or one that always comes just after another finds it used up;
            // who was served last time stands behind those who were not.
            tank.timers().set(rest, Timers.nextBeat(at, pause), served);
        }
        served = false;
    }

    /** Gives it units of the tank. At most its credit. */
    void allot(long units, long nowNanos) {
        dueUnits += units;
        tank.allotted(units, nowNanos);
        meters.count(units);
        served = true;
        changed();
        if (nowNanos >= nextMessageNanos) {
            sendThisTurn();
        } else if (!interval.isSet()) {
            tank.timers().set(interval, nextMessageNanos);
        }
    }

    private void intervalOver(long nowNanos) {
        if (dueUnits > 0) {
            sendThisTurn();
        }
    }

    private void sendThisTurn() {
        if (!outgoing) {
            outgoing = true;
            tank.send(this);
        }
    }

    /** Hands over what is due; the end of the turn. */
    void handOver(long nowNanos) {
        outgoing = false;
        if (!isOpen() || dueUnits == 0) {
            return;
        }
        long units = Math.min(dueUnits, Units.MAX_UINT32);
        dueUnits -= units;
        uncountedUnits = 0;
        buffer.drainTo(nowNanos);
        buffer.add(units);
        deliveredUnits = Units.saturatingAdd(deliveredUnits, units);
        deliveredMessages++;
        nextMessageNanos = nowNanos + tank.settings().coalescing().toNanos();
        tank.delivered(units);
        changed();
        tank.effects().accept(new Effect.Deliver(id(), units));
    }

    /** What was handed over could not be: the units are the tank's again. */
    void undelivered(long units, long nowNanos) {
        buffer.drainTo(nowNanos);
        buffer.remove(units);
        deliveredUnits -= units;
        deliveredMessages--;
        changed();
        tank.undelivered(units, nowNanos);
    }

    private void giveBackDue(long nowNanos) {
        tank.timers().cancel(interval);
        if (dueUnits > 0) {
            long units = dueUnits;
            dueUnits = 0;
            meters.refund(units - uncountedUnits);
            uncountedUnits = 0;
            changed();
            tank.gaveBack(units, nowNanos);
        }
    }

    @Override
    void throttled(Meters throttles, long nowNanos) {
        meters = throttles;
        uncountedUnits = dueUnits;
        changed();
        if (meters.nanosUntilAllowance(nowNanos) == Timers.NEVER) {
            giveBackDue(nowNanos);
        }
        settle(nowNanos);
    }

    @Override
    void setReady(boolean nowReady, long nowNanos) {
        if (nowReady == ready) {
            return;
        }
        ready = nowReady;
        changed();
        settle(nowNanos);
        if (!ready) {
            giveBackDue(nowNanos);
        }
    }

    @Override
    void leave(Ending ending, long nowNanos) {
        tank.timers().cancel(rest);
        setBacklogged(false, nowNanos);
        giveBackDue(nowNanos);
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

    Tank tank() {
        return tank;
    }

    private void changed() {
        if (state != null) {
            state = null;
            tank.views().stateChanged(this);
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
                    fillTargetUnits,
                    buffer.value(),
                    buffer.atNanos(),
                    deliveredUnits,
                    deliveredMessages,
                    dueUnits,
                    ready,
                    meters.least(),
                    backlogged);
            state = known;
        }
        return known;
    }
}
