package virdi.wire;

import io.grpc.Attributes;
import io.grpc.Grpc;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The open connections. Any thread.
 *
 * <p>gRPC hides the connection a call came on; what it tells is the address at the other end, and that belongs to one
 * open connection only.
 */
final class Connections {
    private final Map<SocketAddress, Connection> open = new ConcurrentHashMap<>();
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
        SocketAddress remote = channel.remoteAddress();
        // A client that hung up while it waited has no address any more, and will make no call.
        if (remote != null) {
            var connection = new Connection(channel, limits);
            open.put(remote, connection);
            channel.closeFuture().addListener(closed -> open.remove(remote, connection));
        }
    }

    /** The connection a call came on; null when it came without a socket. */
    @Nullable
    Connection find(Attributes call) {
        SocketAddress remote = call.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        return remote == null ? null : open.get(remote);
    }
}
