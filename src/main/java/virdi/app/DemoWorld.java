package virdi.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import virdi.app.settings.Settings;
import virdi.sim.FactoryWorld;
import virdi.ui.shell.DemoSwitch;

/**
 * Starts and stops the simulated clients of the demo against the broker of this program. Any thread may call, and none
 * waits: one thread carries out the calls in their order.
 */
final class DemoWorld implements DemoSwitch, AutoCloseable {
    /** Each demo makes the same random choices. */
    private static final long SEED = 1;

    /** Longer than the clients need to disconnect. */
    private static final long CLOSE_SECONDS = 5;

    private static final Logger log = LoggerFactory.getLogger(DemoWorld.class);

    private final Settings settings;
    private final int port;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("virdi-demo").factory());
    private volatile boolean wanted;

    /** The connected clients; null for none. Only {@link #thread} uses it. */
    private @Nullable FactoryWorld world;

    /**
     * @param settings the address to connect to
     * @param port the actual port
     */
    DemoWorld(Settings settings, int port) {
        this.settings = settings;
        this.port = port;
    }

    @Override
    public void start() {
        if (!settings.allowsPlaintext()) {
            log.warn("the demo's clients speak plaintext and have no token, so this broker would not let them in");
            return;
        }
        wanted = true;
        thread.execute(this::startClients);
    }

    @Override
    public void stop() {
        wanted = false;
        thread.execute(this::stopClients);
    }

    @Override
    public boolean isRunning() {
        return wanted;
    }

    private void startClients() {
        if (world == null) {
            world = FactoryWorld.start(reachableHost(), port, SEED);
        }
    }

    private void stopClients() {
        if (world != null) {
            world.close();
            world = null;
        }
    }

    /** A client cannot connect to the wildcard address; it uses loopback instead. */
    private String reachableHost() {
        String host = settings.wire().host();
        try {
            return InetAddress.getByName(host).isAnyLocalAddress()
                    ? InetAddress.getLoopbackAddress().getHostAddress()
                    : host;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the server listens on " + host, e);
        }
    }

    /** Disconnects the clients and waits for that, a few seconds at most. */
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            stop();
            thread.shutdown();
        }
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("the demo's clients did not leave in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
