package virdi.wire;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import virdi.engine.StreamGateway;

/** A served desk and connections to it: one server for each way that messages can travel. */
interface Transport extends AutoCloseable {
    /** The bytes that a client takes in though it does not read: little, so that it is soon full. */
    int CLIENT_WINDOW_BYTES = 4_096;

    /** A client with a connection of its own; {@code null} for one that does not name itself. */
    TestClient client(@Nullable String clientId);

    /** The port it listens on; 0 without a socket. */
    int port();

    @Override
    void close() throws InterruptedException;

    /** The loopback settings of the tests: any free port, little grace. */
    static WireSettings settings() {
        return WireSettingsTest.with(WireSettings.KeepAlive.DEFAULT, WireSettings.Limits.DEFAULT);
    }

    /** Inside this process, without a socket. */
    static Transport inProcess(StreamGateway gateway, WireSettings.Limits limits) throws IOException {
        String name = InProcessServerBuilder.generateName();
        var builder = InProcessServerBuilder.forName(name);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        new VirdiServices(gateway, new Connections(timer, limits), limits, null).addTo(builder);
        Server server = builder.build().start();
        return new Opened(
                0,
                () -> InProcessChannelBuilder.forName(name).build(),
                () -> {
                    server.shutdownNow();
                    timer.shutdownNow();
                },
                new ArrayList<>());
    }

    /** Through the loopback interface, as shipped. */
    static Transport socket(StreamGateway gateway) throws IOException {
        return socket(gateway, settings());
    }

    /** Through the loopback interface, with other settings. */
    static Transport socket(StreamGateway gateway, WireSettings settings) throws IOException {
        var server = new VirdiServer(settings, gateway);
        server.start();
        return new Opened(
                server.port(),
                () -> NettyChannelBuilder.forAddress("127.0.0.1", server.port())
                        .usePlaintext()
                        .flowControlWindow(CLIENT_WINDOW_BYTES)
                        .build(),
                server::stop,
                new ArrayList<>());
    }

    /** Opens connections. */
    interface Connector {
        ManagedChannel connect();
    }

    /** Stops a server. */
    interface Stopper {
        void stop() throws InterruptedException;
    }

    /** A running server with the connections that the test opened. */
    record Opened(int port, Connector connector, Stopper stopper, List<ManagedChannel> channels) implements Transport {
        @Override
        public TestClient client(@Nullable String clientId) {
            ManagedChannel channel = connector.connect();
            channels.add(channel);
            return new TestClient(channel, clientId);
        }

        @Override
        public void close() throws InterruptedException {
            for (ManagedChannel channel : channels) {
                channel.shutdownNow();
            }
            stopper.stop();
            for (ManagedChannel channel : channels) {
                channel.awaitTermination(5, TimeUnit.SECONDS);
            }
        }
    }
}
