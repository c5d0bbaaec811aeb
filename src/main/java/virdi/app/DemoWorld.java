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
 * The demo's simulated clients against this program's own broker. Any thread may switch, and none waits: a thread of its
 * own lets the clients in and out, in the order it was told to.
 */
final class DemoWorld implements DemoSwitch, AutoCloseable {
    /** Every demo takes the same course. */
    private static final long SEED = 1;

    /** Longer than the clients take to leave. */
    private static final long CLOSE_SECONDS = 5;

    private static final Logger log = LoggerFactory.getLogger(DemoWorld.class);

    private final Settings settings;
    private final int port;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("virdi-demo").factory());
    private volatile boolean wanted;

    /** The clients that are in; the thread's own. */
    private @Nullable FactoryWorld world;

    /**
     * @param settings where the broker was told to listen
     * @param port where it does
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

    /** Listening on all addresses is no address to connect to. */
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

    /** Lets the clients leave and waits for it, a few seconds at most. */
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
