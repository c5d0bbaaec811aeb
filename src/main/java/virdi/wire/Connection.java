package virdi.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.EventLoop;

/** One client's connection and what is open on it. Only the connection's own thread may call. */
final class Connection {
    private final Channel channel;
    private int streams;
    private int holds;

    /** A connection that has just been accepted. */
    Connection(Channel channel) {
        this.channel = channel;
        channel.pipeline().addFirst(new Gate());
    }

    /** The thread that serves it, for what must happen later. */
    EventLoop thread() {
        return channel.eventLoop();
    }

    /** A stream opened; tells how many are open now. */
    int opened() {
        return ++streams;
    }

    void closed() {
        streams--;
    }

    /** Reads nothing more of it until as many releases as holds. */
    void hold() {
        holds++;
        channel.config().setAutoRead(false);
    }

    void release() {
        if (--holds == 0) {
            channel.config().setAutoRead(true);
        }
    }

    /** Without it Netty's HTTP/2 codec, which wants its frames whole, would go on asking for more. */
    private final class Gate extends ChannelOutboundHandlerAdapter {
        @Override
        public void read(ChannelHandlerContext context) {
            if (holds == 0) {
                context.read();
            }
        }
    }
}
