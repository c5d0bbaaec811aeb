package virdi.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;

/** One client's connection and what is open on it. Only the connection's own thread may call. */
final class Connection {
    /** From which share of the allowed streams on a connection is crowded. */
    private static final int CROWDED_PERCENT = 80;

    private final Channel channel;
    private final int crowd;
    private final int maxWaitingBytes;
    private int streams;
    private boolean crowded;
    private @Nullable Caller lastCaller;

    /** A connection that has just been accepted. */
    Connection(Channel channel, WireSettings.Limits limits) {
        this.channel = channel;
        this.maxWaitingBytes = limits.maxWaitingBytes();
        // In longs: a limit may be as large as an int can hold.
        this.crowd = (int) Math.ceilDiv(limits.maxStreamsPerConnection() * (long) CROWDED_PERCENT, 100);
        channel.pipeline().addFirst(new Gate());
    }

    /** The thread that serves it, for what must happen later. */
    EventLoop thread() {
        return channel.eventLoop();
    }

    /** The caller of the newest stream; most connections have one client with many streams. */
    @Nullable
    Caller lastCaller() {
        return lastCaller;
    }

    void setLastCaller(Caller caller) {
        lastCaller = caller;
    }

    /** A stream opened; tells how many are open if that makes the connection crowded, which it was not before; else 0. */
    int opened() {
        streams++;
        if (crowded || streams < crowd) {
            return 0;
        }
        crowded = true;
        return streams;
    }

    /** A stream closed. The connection is no longer crowded when a quarter of a crowd has left. */
    void closed() {
        streams--;
        if (streams <= crowd - 1 - crowd / 4) {
            crowded = false;
        }
    }

    /** Stands between the socket and everything else. */
    private final class Gate extends ChannelOutboundHandlerAdapter {
        /**
         * Messages wait for a client that does not read until flow control lets them go, but answers to calls, pings and
         * settings do not: whoever asks and asks and never reads could have any number of them kept for it.
         */
        @Override
        public void flush(ChannelHandlerContext context) {
            context.flush();
            ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
            if (waiting != null && waiting.totalPendingWriteBytes() > maxWaitingBytes) {
                var unused = context.close();
            }
        }
    }
}
