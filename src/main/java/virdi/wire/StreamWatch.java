package virdi.wire;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sees one stream from below: its headers before gRPC, its bytes before its messages are whole. Only the stream's transport thread calls.
 *
 * <p>gRPC's own limit of a message's size ends the stream without our trailers and with a status that means a full
 * buffer in this protocol, so it is switched off; and gRPC collects a message until it is whole, however large it says it
 * is. So the bytes are counted here, and at the first one too many the call is told, while nothing more is read of the
 * connection until the stream has ended: the broker, on a thread of its own, may take a moment to say what it has
 * accepted. What a client can make us hold is one message of the limit and what one read of the socket brings.
 */
final class StreamWatch extends ServerStreamTracer {
    private static final Context.Key<StreamWatch> WATCH = Context.key("virdi-stream-watch");

    private static final Metadata.Key<String> TIMEOUT =
            Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);

    private static final Pattern READABLE_TIMEOUT = Pattern.compile("[0-9]{1,8}[HMSmun]");

    private final Connections connections;
    private final int maxMessageBytes;
    private final boolean unreadableTimeout;
    private @Nullable Connection connection;
    private @Nullable Runnable onTooLarge;
    private long messageBytes;
    private boolean counted;
    private int crowdedWith;
    private boolean held;

    private StreamWatch(Connections connections, int maxMessageBytes, boolean unreadableTimeout) {
        this.connections = connections;
        this.maxMessageBytes = maxMessageBytes;
        this.unreadableTimeout = unreadableTimeout;
    }

    /** Watches every stream. */
    static Factory factory(Connections connections, int maxMessageBytes) {
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
                return new StreamWatch(connections, maxMessageBytes, unreadable);
            }
        };
    }

    /** The watch of the call that is being started on this thread. */
    static StreamWatch ofCall() {
        return Objects.requireNonNull(WATCH.get(), "every server of ours watches its streams");
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

    /** Has a call told, once, that the message which is coming in is too large. */
    void onTooLarge(Runnable listener) {
        onTooLarge = listener;
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
    public Context filterContext(Context context) {
        return context.withValue(WATCH, this);
    }

    @Override
    public void serverCallStarted(ServerCallInfo<?, ?> call) {
        counted = true;
        connections.opened();
        connection = connections.find(call.getAttributes());
        if (connection != null) {
            crowdedWith = connection.opened();
        }
    }

    @Override
    public void inboundMessage(int sequence) {
        messageBytes = 0;
    }

    @Override
    public void inboundWireSize(long bytes) {
        messageBytes += bytes;
        if (messageBytes > maxMessageBytes && onTooLarge != null) {
            Runnable listener = onTooLarge;
            onTooLarge = null;
            if (connection != null) {
                held = true;
                connection.hold();
            }
            listener.run();
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
            if (held) {
                connection.release();
            }
        }
    }
}
