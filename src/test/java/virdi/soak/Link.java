package virdi.soak;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** One connection to the broker, and the name of the client that speaks over it. Any thread. */
final class Link implements AutoCloseable {
    private static final Metadata.Key<String> CLIENT_ID =
            Metadata.Key.of("client-id", Metadata.ASCII_STRING_MARSHALLER);

    private final String client;
    private final ManagedChannel channel;

    /**
     * @param windowBytes how much the broker may send on a stream ahead of what the client has read
     */
    Link(String client, int port, int windowBytes, EventLoopGroup threads) {
        this.client = client;
        this.channel = NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .usePlaintext()
                .flowControlWindow(windowBytes)
                .channelType(NioSocketChannel.class)
                .eventLoopGroup(threads)
                .directExecutor()
                .build();
    }

    String client() {
        return client;
    }

    /** A call that waits, when there is no connection, until there is one. */
    <Q, R> ClientCall<Q, R> call(MethodDescriptor<Q, R> method) {
        return channel.newCall(method, CallOptions.DEFAULT.withWaitForReady());
    }

    Metadata headers() {
        Metadata headers = new Metadata();
        headers.put(CLIENT_ID, client);
        return headers;
    }

    /** Tries to connect at once, however long it had meant to wait. */
    void hurry() {
        channel.resetConnectBackoff();
    }

    /** Hangs up. */
    void hangUp() {
        channel.shutdownNow();
    }

    @Override
    public void close() throws InterruptedException {
        if (!channel.shutdownNow().awaitTermination(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the channel of " + client + " did not close");
        }
    }
}
