package virdi.app;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import virdi.app.process.LogSetup;
import virdi.app.process.StartupException;
import virdi.app.settings.Settings;
import virdi.control.AuditedControl;
import virdi.control.OperatorControl;
import virdi.engine.BrokerClock;
import virdi.engine.BrokerLoop;
import virdi.engine.BrokerMonitor;
import virdi.store.Store;
import virdi.store.StoreUnavailable;
import virdi.telemetry.FrameSource;
import virdi.telemetry.sampler.Sampler;

/**
 * The broker with its store, port and sampler, with or without a window. {@link #start} starts the parts from the inside
 * out. {@link #close}, which any thread may call, stops them in the order that loses nothing: the broker ends its streams,
 * the port closes after the ends are sent, and the store writes the last levels.
 */
final class RunningBroker implements AutoCloseable {
    /** Entries of the audit log of earlier runs that are loaded at start. */
    private static final int RECENT_ACTS = 500;

    /** The broker ends thousands of streams within milliseconds. After this time it hangs. */
    private static final Duration ENDING_TIMEOUT = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(RunningBroker.class);

    private final Store store;
    private final BrokerLoop loop;
    private final ServerController server;
    private @Nullable Sampler sampler;
    private final ExecutorService deskThread;
    private final OperatorControl desk;
    private boolean closed;

    private RunningBroker(Store store, ServerController server, BrokerLoop loop) {
        this.store = store;
        this.loop = loop;
        this.server = server;
        deskThread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("virdi-desk").factory());
        desk = new AuditedControl(
                server, store.recentAudit(RECENT_ACTS), store::audit, System::currentTimeMillis, deskThread);
    }

    /** Opens the store, starts the broker with its content, and listens. */
    static RunningBroker start(Settings settings) throws StartupException {
        Store store = open(settings);
        LogSetup.bridge();
        try {
            BrokerLoop loop = new BrokerLoop(settings.broker(), store.opening(), BrokerClock.system());
            ServerController server = ServerController.open(settings.wire(), loop);
            loop.listStreams(false);
            loop.start();
            store.follow(loop::snapshot);
            return new RunningBroker(store, server, loop);
        } catch (IOException e) {
            store.close();
            throw new StartupException(sentence(e), e);
        }
    }

    private static Store open(Settings settings) throws StartupException {
        try {
            return Store.open(settings.dataDirectory());
        } catch (StoreUnavailable e) {
            throw new StartupException(sentence(e), e);
        }
    }

    private static String sentence(Exception e) {
        String message = String.valueOf(e.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }

    /** Host and port as clients write them, open or closed. */
    String endpoint() {
        return server.endpoint();
    }

    /** The port, open or closed. */
    int port() {
        return server.port();
    }

    /**
     * Snapshots and events of the broker; after {@link #close} the last ones. From the first call on, snapshots list the
     * streams.
     */
    BrokerMonitor observatory() {
        loop.listStreams(true);
        return loop;
    }

    /** Frames of the broker. The first call starts the sampler, so that a broker without a window has none. */
    synchronized FrameSource frames() {
        if (sampler == null) {
            sampler = Sampler.start(observatory());
        }
        return sampler;
    }

    OperatorControl desk() {
        return desk;
    }

    Store store() {
        return store;
    }

    /** Stops everything; a second call waits for the first and does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            endStreams();
            server.close();
            if (sampler != null) {
                sampler.close();
            }
            loop.close();
            // The last acts are audited before the store closes.
            deskThread.shutdown();
            if (!deskThread.awaitTermination(ENDING_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                log.error("the last acts were not audited");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            store.close();
            log.info("stopped");
        }
    }

    private void endStreams() throws InterruptedException {
        try {
            loop.shutDown().get(ENDING_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.error("the streams did not end in order", e);
        }
    }
}
