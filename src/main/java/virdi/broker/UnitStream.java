package virdi.broker;

import org.jspecify.annotations.Nullable;

/** A stream on which units move, and may have to wait at a {@link Gate}. Broker's thread only. */
public abstract sealed class UnitStream extends BrokerStream permits ProductionStream, ConsumerStream {
    Meters meters;
    /** When units last moved on it, as {@link Timers#stamp} tells the time. */
    long servedAt;

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

    final void leaveGate() {
        Gate left = gate;
        if (left != null) {
            left.remove(this);
        }
    }
}
