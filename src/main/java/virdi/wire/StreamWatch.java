package virdi.wire;

import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sees one stream from below: its headers before gRPC, what broke its frames, how many of its messages the call has got.
 * Only the stream's transport thread calls.
 *
 * <p>A call is told of broken frames when it has got every message before them, however long a throttle keeps those
 * waiting: what a client is told was accepted does not depend on who was faster.
 */
final class StreamWatch extends ServerStreamTracer {
    /** The call that was started last on a thread: gRPC starts a call without leaving the thread. */
    private static final ThreadLocal<@Nullable StreamWatch> STARTED = new ThreadLocal<>();

    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);

    private static final Pattern READABLE_TIMEOUT = Pattern.compile("[0-9]{1,8}[HMSmun]");

    private final Connections connections;
    private final boolean unreadableTimeout;
    private @Nullable Connection connection;
    private @Nullable MessageFrames frames;
    private @Nullable Consumer<MessageFrames.Fault> onBroken;
    private int handedOver;
    private int crowdedWith;
    private boolean counted;

    private StreamWatch(Connections connections, boolean unreadableTimeout) {
        this.connections = connections;
        this.unreadableTimeout = unreadableTimeout;
    }

    /** Watches every stream. */
    static Factory factory(Connections connections) {
        return new Factory() {
            @Override
            public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
                // Read again by gRPC right after this, which would reset the stream with HTTP/2's INTERNAL_ERROR.
                String timeout = headers.get(TIMEOUT);
                boolean unreadable =
                        timeout != null && !READABLE_TIMEOUT.matcher(timeout).matches();
                if (unreadable) {
                    headers.removeAll(TIMEOUT);
                }
                return new StreamWatch(connections, unreadable);
            }
        };
    }

    /** Something that may start a call. */
    interface Start<E extends Exception> {
        void run() throws E;
    }

    /** Runs something on this thread; the watch of the call that it started, if it did. */
    static <E extends Exception> @Nullable StreamWatch startedBy(Start<E> start) throws E {
        STARTED.remove();
        try {
            start.run();
            return STARTED.get();
        } finally {
            STARTED.remove();
        }
    }

    /** The watch of the call that is being started on this thread. */
    static StreamWatch ofCall() {
        return Objects.requireNonNull(STARTED.get(), "every server of ours watches its streams");
    }

    /** What it came on; null without a socket. */
    @Nullable
    Connection connection() {
        return connection;
    }

    /** Whether it came with a deadline that is none. */
    boolean hadUnreadableTimeout() {
        return unreadableTimeout;
    }

    /** How many streams its connection has open, if this one made it crowded; else 0. */
    int crowdedWith() {
        return crowdedWith;
    }

    /** The frames that it comes in; only what has no socket, or has come whole, has none. */
    void follow(MessageFrames coming) {
        frames = coming;
    }

    MessageFrames frames() {
        return Objects.requireNonNull(frames, "a stream of a connection");
    }

    /** Has a call told, once, after all that came before, what broke its frames. */
    void onBroken(Consumer<MessageFrames.Fault> listener) {
        onBroken = listener;
    }

    /** It has come whole: nothing can break any more, and what looks out for it need not be kept as long as the call. */
    void whole() {
        frames = null;
        onBroken = null;
    }

    /** The frames broke: nothing more will come. */
    void broken() {
        if (frames().whole() == handedOver) {
            tell();
        }
    }

    private void tell() {
        MessageFrames.Fault fault = frames().fault();
        Consumer<MessageFrames.Fault> listener = onBroken;
        if (fault != null && listener != null) {
            onBroken = null;
            listener.accept(fault);
        }
    }

    /** Who runs something on the call's thread when all that was read at once has been handed over. */
    Executor afterRead() {
        return connection == null ? Runnable::run : connection.thread();
    }

    /** Runs an action later: on the thread of the stream's connection if it has one. */
    Future<?> after(Duration delay, Runnable action) {
        ScheduledExecutorService thread = connection == null ? connections.timer() : connection.thread();
        return thread.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void serverCallStarted(ServerCallInfo<?, ?> call) {
        counted = true;
        connections.opened();
        connection = connections.find(call.getAttributes());
        if (connection != null) {
            crowdedWith = connection.opened();
        }
        STARTED.set(this);
    }

    /** One more message goes to the call, right after this. */
    @Override
    public void inboundMessageRead(int sequence, long wireBytes, long bytes) {
        handedOver++;
        if (frames != null && frames.fault() != null && frames.whole() == handedOver) {
            afterRead().execute(this::tell);
        }
    }

    @Override
    public void streamClosed(Status status) {
        // A stream of a method that does not exist never started.
        if (counted) {
            connections.closed();
        }
        if (connection != null) {
            connection.closed();
        }
    }
}
