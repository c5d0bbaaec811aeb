package virdi.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import virdi.broker.Broker;
import virdi.broker.BrokerStream;
import virdi.broker.StreamSink;
import virdi.engine.StreamGateway.Outlet;
import virdi.model.CloseStatus;
import virdi.model.Effect;
import virdi.model.Peer;
import virdi.model.StreamId;

/**
 * One stream's place between the wire and the broker. The wire raises flags from its own thread, at most one entry of
 * the loop's queue tells that any is up, and the broker's thread visits. Methods named {@code visit…} and {@code carry…}
 * are the broker's thread's.
 */
abstract class StreamPort<O extends Outlet> implements StreamGateway.Inlet, StreamSink {
    private static final VarHandle QUEUED = queued();

    private final BrokerLoop loop;
    private final StreamId id;
    private final Peer peer;
    final O outlet;
    /** Whether this port stands in the loop's queue, or is about to; through {@link #QUEUED} only. */
    @SuppressWarnings("UnusedVariable")
    private volatile boolean queued;

    private volatile boolean readyRaised;
    private volatile boolean cancelRaised;
    private boolean over;

    StreamPort(BrokerLoop loop, StreamId id, Peer peer, O outlet) {
        this.loop = loop;
        this.id = id;
        this.peer = peer;
        this.outlet = outlet;
    }

    /** There are very many ports, too many for an object of its own that does it. */
    private static VarHandle queued() {
        try {
            return MethodHandles.lookup().findVarHandle(StreamPort.class, "queued", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public final void ready() {
        readyRaised = true;
        announce();
    }

    @Override
    public final void cancelled() {
        cancelRaised = true;
        announce();
    }

    /** Puts this port into the loop's queue, unless it stands there. Any thread, after raising what is to be seen. */
    final void announce() {
        if (QUEUED.compareAndSet(this, false, true)) {
            loop.enqueue(this);
        }
    }

    /** Does all that was raised since the last visit. */
    final void visit(Broker broker, long now) {
        // Lowered before the flags are read: what is raised from here on queues this port again.
        queued = false;
        if (over) {
            return;
        }
        if (!isOpened()) {
            loop.portOpened();
            open(broker, now);
        }
        BrokerStream stream = stream();
        if (stream == null) {
            return;
        }
        if (readyRaised) {
            readyRaised = false;
            broker.onReady(stream, outlet.isReady(), now);
        }
        // Read before the messages: none can come after a cancel, so all that came before it are seen.
        boolean cancelled = cancelRaised;
        visitMessages(broker, now);
        if (cancelled) {
            broker.end(stream, CloseStatus.CANCELLED, now);
        }
    }

    /** Whether it has been registered, or refused. */
    abstract boolean isOpened();

    /** Registers the stream with the broker. */
    abstract void open(Broker broker, long now);

    /** The broker's stream; null when it was refused. */
    abstract @Nullable BrokerStream stream();

    /** Takes the messages that wait, if this kind has any. */
    abstract void visitMessages(Broker broker, long now);

    /** Carries out a decision of the broker. */
    void carryOut(Effect effect, Broker broker, long now) {
        if (effect instanceof Effect.Close close && !over) {
            over = true;
            loop.portClosed();
            outlet.close(close.status(), close.units());
        }
    }

    /** Tells the broker when the outlet has taken all it can. */
    final void checkReady(Broker broker, long now) {
        if (!over && !outlet.isReady()) {
            broker.onReady(Objects.requireNonNull(stream()), false, now);
            // The transport may have caught up before the broker was told, and its ready() come too early to count.
            if (outlet.isReady()) {
                ready();
            }
        }
    }

    @Override
    public final void accept(Effect effect) {
        loop.accept(this, effect);
    }

    @Override
    public final StreamId id() {
        return id;
    }

    @Override
    public final Peer peer() {
        return peer;
    }

    final boolean isOver() {
        return over;
    }
}
