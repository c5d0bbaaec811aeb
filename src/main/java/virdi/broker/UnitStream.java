package virdi.broker;

import org.jspecify.annotations.Nullable;

/** A stream on which units move, and may have to wait at a {@link Gate}. Broker's thread only. */
public abstract sealed class UnitStream extends BrokerStream permits ProductionStream, ConsumerStream {
    Meters meters;
    /** When units last moved on it, as {@link Timers#stamp} tells the time. */
    long servedAt;

    /** The meters of its throttles where it has had its turn while another was short; a unit is counted there for it. */
    private int turns;

    /** Where it waits; {@link Gate} alone touches this and the links. */
    @Nullable
    Gate gate;

    @Nullable
    UnitStream ahead;

    @Nullable
    UnitStream behind;

    UnitStream(Opener opener, Meters meters, long openedNanos) {
        super(opener, openedNanos);
        this.meters = meters;
    }

    /** It may take so many units at most; the gate has let it go. */
    abstract void itsTurn(Gate from, long units, long nowNanos);

    /** The first throttle that holds it, as {@link Meters#shut} has it. */
    final @Nullable ThrottleMeter shutMeter(@Nullable Gate passed, long nowNanos) {
        return meters.shut(passed, turns, nowNanos);
    }

    /** The throttle that it must wait for the longest, null when none holds it. */
    final @Nullable ThrottleMeter shortestMeter(long nowNanos) {
        return meters.shortest(turns, nowNanos);
    }

    /** Another throttle takes its turn at this one from it: it need not wait here again for one unit. */
    final void keepTurn(ThrottleMeter meter, long nowNanos) {
        if (meter.available(nowNanos) > 0) {
            meter.count(1);
            turns |= meters.only(meter);
        }
    }

    final void giveTurnsBack() {
        if (turns != 0) {
            meters.refundTurns(turns);
            turns = 0;
        }
    }

    /** How many units its throttles let pass now. */
    final long allowance(long nowNanos) {
        return meters.allowance(turns, nowNanos);
    }

    /** Units pass its throttles. */
    final void count(long units) {
        if (units == 0) {
            giveTurnsBack();
        } else {
            meters.count(units, turns);
            turns = 0;
        }
    }

    final void leaveGate() {
        Gate left = gate;
        if (left != null) {
            left.remove(this);
        }
    }
}
