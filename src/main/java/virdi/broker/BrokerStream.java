package virdi.broker;

import virdi.model.Effect;
import virdi.model.Ending;
import virdi.model.Peer;
import virdi.model.StreamId;
import virdi.model.StreamKind;

/**
 * What all open streams have in common. A handle for the engine; broker's thread only.
 *
 * <p>Each waits for at most one time, and there are many streams, so a stream is its own timer.
 */
public abstract sealed class BrokerStream extends Timers.Timer permits OfferStream, UnitStream {
    private final Opener opener;
    private final long openedNanos;
    private boolean open = true;

    /** Where it stands in the newest snapshot's list; {@link Views} alone touches it. */
    int place;

    BrokerStream(Opener opener, long openedNanos) {
        super(0);
        this.opener = opener;
        this.openedNanos = openedNanos;
    }

    /** Its name. */
    public final StreamId id() {
        return opener.id();
    }

    /** Whether it has not ended yet. */
    public final boolean isOpen() {
        return open;
    }

    final Peer peer() {
        return opener.peer();
    }

    final long openedNanos() {
        return openedNanos;
    }

    /** Passes a decision on to who opened the stream. */
    final void decide(Effect effect) {
        opener.decided(effect);
    }

    final void ended() {
        open = false;
    }

    abstract StreamKind kind();

    /** Units moved on it so far. */
    abstract long units();

    /** Leaves its tank, with all its timers; for {@link Broker}, which journals the ending. */
    abstract void leave(Ending ending, long nowNanos);

    /** The throttles that hold it have changed, or their pace has. */
    abstract void throttled(Meters meters, long nowNanos);

    /** Its transport takes messages, or no more. */
    abstract void setReady(boolean ready, long nowNanos);
}
