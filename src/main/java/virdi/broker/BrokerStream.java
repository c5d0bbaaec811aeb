package virdi.broker;

import virdi.model.Effect;
import virdi.model.Peer;
import virdi.model.StreamId;
import virdi.model.StreamKind;

/**
 * The common part of all open streams, and the engine's handle on one. Broker's thread only.
 *
 * <p>Each waits for at most one time, and there are many streams, so a stream is its own timer.
 */
public abstract sealed class BrokerStream extends Timers.Timer permits OfferStream, UnitStream {
    private final StreamSink sink;
    private final long openedNanos;
    private boolean open = true;

    /** Where it stands in the newest snapshot's list; {@link SnapshotMaker} alone touches it. */
    int place;

    BrokerStream(StreamSink sink, long openedNanos) {
        super(0);
        this.sink = sink;
        this.openedNanos = openedNanos;
    }

    /** Its name. */
    public final StreamId id() {
        return sink.id();
    }

    /** Whether it has not ended yet. */
    public final boolean isOpen() {
        return open;
    }

    final Peer peer() {
        return sink.peer();
    }

    final long openedNanos() {
        return openedNanos;
    }

    /** Passes a decision on to who opened the stream. */
    final void emit(Effect effect) {
        sink.accept(effect);
    }

    final void ended() {
        open = false;
    }

    abstract StreamKind kind();

    /** Units moved on it so far. */
    abstract long units();

    /** Leaves its tank, with all its timers; for {@link Broker}, which journals the ending. */
    abstract void detach(long nowNanos);

    /** The throttles that hold it have changed, or their pace has. */
    abstract void throttled(ThrottleChain changed, long nowNanos);

    /** Its transport takes messages, or no more. */
    abstract void setReady(boolean ready, long nowNanos);
}
