package virdi.wire;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import virdi.engine.StreamGateway;

/**
 * The broker's port. {@link #start} once, {@link #stop} once; both from one thread, everything else from any.
 *
 * <p>Callbacks run on the transport's own threads ({@code virdi-wire-n}): they only put what came into an inlet, so a
 * hop to another thread would cost more than the work.
 */
public final class VirdiServer {
    /**
     * How much one stream may send ahead of what has been read of it. Some 6,000 amounts, so even a distant producer
     * is not slowed, and a thousand streams that are held by throttles cost 64 MiB at most.
     */
    private static final int FLOW_CONTROL_WINDOW_BYTES = 65_536;

    /** Clients that reconnect together after a restart wait in the kernel instead of being refused. */
    private static final int ACCEPT_BACKLOG = 1_024;

    /** The most bytes of headers that are read so that they can be refused; HTTP/2 itself refuses larger ones. */
    private static final int HEADERS_READ_BYTES = 32_768;

    private final WireSettings settings;
    private final VirdiServices services;
    private final EventLoopGroup threads;
    private final Server server;

    /**
     * A server that does not listen yet.
     *
     * @throws IOException when the TLS files cannot be read or do not fit together
     */
    public VirdiServer(WireSettings settings, StreamGateway gateway) throws IOException {
        TransportLogs.quieten();
        this.settings = settings;
        this.threads = new MultiThreadIoEventLoopGroup(
                Runtime.getRuntime().availableProcessors(), wireThreads(), NioIoHandler.newFactory());
        var connections = new Connections(threads, settings.limits());
        var gates = new FrameFilter.Server(
                gateway,
                connections,
                settings.limits().maxMessageBytes(),
                settings.limits().reopensPerSecond(),
                settings.token() == null);
        NettyServerBuilder builder;
        try {
            builder = builder(settings, gates);
        } catch (IOException e) {
            releaseThreads();
            throw e;
        }
        this.services = new VirdiServices(gateway, connections, settings.limits(), settings.token());
        services.addTo(builder);
        this.server = builder.channelFactory(connections::listening)
                .bossEventLoopGroup(threads)
                .workerEventLoopGroup(threads)
                .build();
    }

    private static NettyServerBuilder builder(WireSettings settings, FrameFilter.Server gates) throws IOException {
        var address = new InetSocketAddress(settings.host(), settings.port());
        if (address.isUnresolved()) {
            throw new IOException("cannot listen on '" + settings.host() + "': no such address");
        }
        NettyServerBuilder builder;
        try {
            builder = NettyServerBuilder.forAddress(address, FilteringNegotiator.of(credentials(settings), gates));
        } catch (IllegalArgumentException e) {
            throw new IOException(unusable(settings), e);
        }
        WireSettings.KeepAlive keepAlive = settings.keepAlive();
        WireSettings.Limits limits = settings.limits();
        return builder.withOption(ChannelOption.SO_BACKLOG, ACCEPT_BACKLOG)
                .flowControlWindow(FLOW_CONTROL_WINDOW_BYTES)
                // Ours are kept by FrameFilter, or gRPC would end the stream without our trailers. What is left to gRPC
                // is
                // how far a compressed message is inflated for the services that are not ours.
                .maxInboundMessageSize(limits.maxMessageBytes() + 1)
                .maxInboundMetadataSize(HEADERS_READ_BYTES)
                .maxConcurrentCallsPerConnection(limits.maxStreamsPerConnection())
                .keepAliveTime(keepAlive.time().toNanos(), TimeUnit.NANOSECONDS)
                .keepAliveTimeout(keepAlive.timeout().toNanos(), TimeUnit.NANOSECONDS)
                .permitKeepAliveTime(keepAlive.permittedPing().toNanos(), TimeUnit.NANOSECONDS)
                .permitKeepAliveWithoutCalls(true)
                .maxRstFramesPerWindow(
                        limits.maxResets(), Math.toIntExact(limits.resetWindow().toSeconds()))
                .handshakeTimeout(limits.handshakeTimeout().toNanos(), TimeUnit.NANOSECONDS);
    }

    private static ServerCredentials credentials(WireSettings settings) throws IOException {
        if (settings.certificate() == null || settings.key() == null) {
            return InsecureServerCredentials.create();
        }
        try {
            return TlsServerCredentials.create(
                    settings.certificate().toFile(), settings.key().toFile());
        } catch (IOException e) {
            throw new IOException(unusable(settings), e);
        }
    }

    private static String unusable(WireSettings settings) {
        return "cannot use the TLS certificate " + settings.certificate() + " with the key " + settings.key()
                + "; expected PEM files of a certificate chain and its PKCS #8 private key";
    }

    private static ThreadFactory wireThreads() {
        return Thread.ofPlatform().daemon().name("virdi-wire-", 1).factory();
    }

    /**
     * Listens.
     *
     * @throws PortTaken when another program has the port
     * @throws IOException when the address cannot be listened on for another reason, which the message tells
     */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            server.shutdownNow();
            releaseThreads();
            throw refusal(e);
        }
    }

    private IOException refusal(IOException e) {
        String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
        if (e.getCause() instanceof BindException && reason != null && reason.contains("in use")) {
            return new PortTaken(settings.host(), settings.port(), e);
        }
        return new IOException("cannot listen on " + settings.host() + ":" + settings.port() + ": " + reason, e);
    }

    /** The port it listens on: the chosen one where the settings said 0. Only after {@link #start}. */
    public int port() {
        return server.getPort();
    }

    /** Host and port as clients write them. Only after {@link #start}. */
    public String endpoint() {
        String host = settings.host();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port();
    }

    /**
     * Stops listening and waits until the open streams have ended, at most the grace period; what is left then is cut
     * off. The broker must have closed its streams before, or all clients wait for the cut.
     *
     * @throws InterruptedException when interrupted while waiting; everything is cut off then
     */
    public void stop() throws InterruptedException {
        services.notServing();
        server.shutdown();
        try {
            if (!server.awaitTermination(settings.shutdownGrace().toNanos(), TimeUnit.NANOSECONDS)) {
                server.shutdownNow();
                server.awaitTermination(1, TimeUnit.SECONDS);
            }
        } finally {
            server.shutdownNow();
            releaseThreads();
        }
    }

    private void releaseThreads() {
        // Daemon threads with nothing left to do: nobody needs to wait for them.
        var unused = threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
