package virdi.sim;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import virdi.engine.BrokerClock;
import virdi.engine.BrokerLoop;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot;
import virdi.model.InitialState;
import virdi.wire.VirdiServer;
import virdi.wire.WireSettings;

/** The broker itself behind a free port, for the simulated clients to meet. */
final class RealBroker implements AutoCloseable {
    private final BrokerLoop loop;
    private final VirdiServer server;

    RealBroker(long capacityUnits) throws IOException {
        loop = new BrokerLoop(withCapacity(capacityUnits), InitialState.NOTHING, BrokerClock.system());
        loop.start();
        server = new VirdiServer(anyPort(), loop);
        server.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    }

    BrokerSnapshot snapshot() {
        return loop.snapshot();
    }

    List<BrokerEvent> events() {
        return loop.eventsAfter(0);
    }

    @Override
    public void close() throws InterruptedException {
        loop.shutDown().join();
        server.stop();
        loop.close();
    }

    private static BrokerSettings withCapacity(long units) {
        return BrokerSettings.builder().capacityUnits(units).build();
    }

    private static WireSettings anyPort() {
        return WireSettings.DEFAULT.at("127.0.0.1", 0);
    }
}
