package virdi.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Reads slowly from a connection that opens and resets one stream after the other. To do it costs far more than to ask
 * for it, and whoever shares the connection's thread would have to wait (CVE-2023-44487).
 *
 * <p>What counts is a stream opened in the place of a reset one. So whoever only cancels is never slowed, however much at
 * once: units must not go to streams that are cancelled already.
 *
 * <p>The generic cell rate algorithm (ITU-T I.371): each such stream moves the time at which nothing is owed on, and that
 * may be {@link #AHEAD} of the present. Beyond it, what the connection sends waits, here and in the kernel, and passes in
 * small pieces. Nothing is lost and nothing overtakes anything. Of a calm connection nothing is held. Only the
 * connection's own thread may call.
 */
final class ResetRateLimiter {
    /** So much of its rate a connection may use at once. */
    static final Duration AHEAD = Duration.ofMillis(50);
    /** How often a braked connection is looked at. */
    private static final Duration TICK = Duration.ofMillis(5);
    /** Bytes that pass between two checks of the debt; a dozen streams fit in. */
    private static final int PIECE_BYTES = 512;

    private final long nanosPerStream;
    /** Streams that were reset, and in whose place none was opened yet. */
    private long reset;

    private long nothingOwedNanos;
    private boolean braking;

    /**
     * A brake that is not on.
     *
     * @param perSecond streams that a connection may open in the place of reset ones, 1 or more
     * @param nowNanos as the clock of the connection's thread has it
     */
    ResetRateLimiter(int perSecond, long nowNanos) {
        nanosPerStream = Duration.ofSeconds(1).toNanos() / perSecond;
        nothingOwedNanos = nowNanos;
    }

    /** The connection has reset a stream. */
    void reset() {
        reset++;
    }

    /**
     * The connection has opened a stream.
     *
     * @param http2 of the handler that reads the connection's frames; what is held back stands before it
     */
    void opened(ChannelHandlerContext http2) {
        if (reset == 0) {
            return;
        }
        reset--;
        nothingOwedNanos += Math.max(0, -owedNanos(http2)) + nanosPerStream;
        if (!braking && owedNanos(http2) > AHEAD.toNanos()) {
            braking = true;
            http2.pipeline().addBefore(http2.name(), null, new Hold());
        }
    }

    /** How long it must be calm until it owes nothing; below 0, how long it has owed nothing. */
    private long owedNanos(ChannelHandlerContext context) {
        return nothingOwedNanos - context.executor().ticker().nanoTime();
    }

    /** Bytes that a slowed connection has sent and gRPC has not read yet. */
    private final class Hold extends ChannelInboundHandlerAdapter {
        private final Queue<ByteBuf> waiting = new ArrayDeque<>();

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            context.channel().config().setAutoRead(false);
            lookLater(context);
        }

        private void lookLater(ChannelHandlerContext context) {
            var unused = context.executor().schedule(() -> look(context), TICK.toNanos(), TimeUnit.NANOSECONDS);
        }

        private void look(ChannelHandlerContext context) {
            pass(context);
            if (context.isRemoved()) {
                return;
            }
            if (waiting.isEmpty() && owedNanos(context) <= 0) {
                braking = false;
                context.pipeline().remove(this);
                context.channel().config().setAutoRead(true);
            } else {
                if (waiting.isEmpty()) {
                    context.read();
                }
                lookLater(context);
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object read) {
            waiting.add((ByteBuf) read);
            pass(context);
        }

        private void pass(ChannelHandlerContext context) {
            while (!waiting.isEmpty() && owedNanos(context) <= AHEAD.toNanos()) {
                ByteBuf first = waiting.element();
                context.fireChannelRead(
                        first.readableBytes() > PIECE_BYTES ? first.readRetainedSlice(PIECE_BYTES) : waiting.remove());
            }
            context.fireChannelReadComplete();
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            // Told after each pass.
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            waiting.forEach(ByteBuf::release);
            waiting.clear();
        }
    }
}
