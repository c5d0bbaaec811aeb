package virdi.app;

import org.jspecify.annotations.Nullable;
import virdi.sim.FactoryWorld;

/** The demo's simulated clients against this broker; any thread, though stopping waits a moment for them to leave. */
final class DemoWorld implements AutoCloseable {
    /** Every demo takes the same course. */
    private static final long SEED = 1;

    private final String host;
    private final int port;
    private @Nullable FactoryWorld world;

    DemoWorld(RunningBroker broker) {
        host = broker.localHost();
        port = broker.port();
    }

    /** Lets the clients in, if they are not there. */
    synchronized void start() {
        if (world == null) {
            world = FactoryWorld.start(host, port, SEED);
        }
    }

    synchronized boolean isRunning() {
        return world != null;
    }

    /** Lets the clients leave, if they are there. */
    @Override
    public synchronized void close() {
        if (world != null) {
            world.close();
            world = null;
        }
    }
}
