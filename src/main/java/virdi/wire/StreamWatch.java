package virdi.wire;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sees one stream from below: what it came on, what broke its frames, how many of its messages the call has got. Only the
 * stream's transport thread calls, but where told otherwise.
 *
 * <p>A call is told of broken frames when it has got every message before them, however long a throttle keeps those
 * waiting: what a client is told was accepted does not depend on who was faster.
 */
final class StreamWatch {
    /** Of the call that is being started on a thread: gRPC starts a call without leaving the thread. */
    private static final ThreadLocal<@Nullable StreamWatch> STARTING = new ThreadLocal<>();

    private final Connections connections;
    private final @Nullable Connection connection;
    private @Nullable MessageFrames frames;
    private @Nullable Consumer<MessageFrames.Fault> onBroken;
    private volatile @Nullable Future<?> deadline;
    private int handedOver;
    private boolean counted;

    /**
     * A watch of a new stream.
     *
     * @param connection what it came on; null without a socket
     * @param frames that it comes in; null without a socket
     */
    StreamWatch(Connections connections, @Nullable Connection connection, @Nullable MessageFrames frames) {
        this.connections = connections;
        this.connection = connection;
        this.frames = frames;
    }

    /** Something that may start a call. */
    interface Start<E extends Exception> {
        void run() throws E;
    }

    /** Runs something on this thread that may start the call of this stream. */
    <E extends Exception> void start(Start<E> start) throws E {
        STARTING.set(this);
        try {
            start.run();
        } finally {
            STARTING.remove();
        }
    }

    /** Whether this thread is starting a call that is watched. */
    static boolean isStarting() {
        return STARTING.get() != null;
    }

    /** The watch of the call that is being started on this thread. */
    static StreamWatch ofCall() {
        return Objects.requireNonNull(STARTING.get(), "every call of ours is watched");
    }

    /** The connection that the stream came on; null without a socket. */
    @Nullable
    Connection connection() {
        return connection;
    }

    /** Counts it among the open streams; tells how many its connection has if this one makes it crowded, else 0. */
    int count() {
        if (connection == null) {
            return 0;
        }
        counted = true;
        connections.opened();
        return connection.opened();
    }

    /** Whether it is among the open streams. */
    boolean isCounted() {
        return counted;
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

    /** Runs something on the call's thread when all that was read at once has been handed over. */
    Executor afterRead() {
        return connection == null ? Runnable::run : connection.thread();
    }

    /** Runs an action later unless {@link #cancelDeadline}: on the thread of the stream's connection if it has one. */
    void after(Duration delay, Runnable action) {
        ScheduledExecutorService thread = connection == null ? connections.timer() : connection.thread();
        deadline = thread.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** From any thread. */
    void cancelDeadline() {
        Future<?> set = deadline;
        if (set != null) {
            set.cancel(false);
        }
    }

    /** The call gets one more message. */
    void handsOver() {
        handedOver++;
        if (frames != null && frames.fault() != null && frames.whole() == handedOver) {
            afterRead().execute(this::tell);
        }
    }
}
