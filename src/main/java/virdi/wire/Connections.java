package virdi.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.AttributeKey;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** The open connections. Any thread. */
final class Connections {
    private static final AttributeKey<Connection> KEY = AttributeKey.valueOf(Connections.class, "connection");

    private final AtomicInteger streams = new AtomicInteger();
    private final ScheduledExecutorService timer;
    private final WireSettings.Limits limits;

    /**
     * @param timer for calls that came without a socket
     */
    Connections(ScheduledExecutorService timer, WireSettings.Limits limits) {
        this.timer = timer;
        this.limits = limits;
    }

    /** How many streams are open, over all connections and those without a socket. */
    int streams() {
        return streams.get();
    }

    void opened() {
        streams.incrementAndGet();
    }

    void closed() {
        streams.decrementAndGet();
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    /** A channel to listen on whose accepted connections are known here. */
    ServerChannel listening() {
        var listening = new NioServerSocketChannel();
        listening.pipeline().addLast(new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object accepted) {
                accepted((Channel) accepted);
                context.fireChannelRead(accepted);
            }
        });
        return listening;
    }

    private void accepted(Channel channel) {
        channel.attr(KEY).set(new Connection(channel, limits));
    }

    /** The state of an accepted connection. */
    static Connection of(Channel channel) {
        return Objects.requireNonNull(channel.attr(KEY).get(), "every channel was accepted here");
    }
}
