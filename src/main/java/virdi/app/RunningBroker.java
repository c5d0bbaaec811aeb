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
 * The broker with all that belongs to it, window or not. {@link #start} makes and starts the parts from the inside out;
 * {@link #close}, which any thread may call, stops them in the order that loses nothing: first the broker ends its
 * streams, then the port closes when the endings are out, then the last levels are written.
 */
final class RunningBroker implements AutoCloseable {
    /** Acts of earlier runs that the operator's desk starts with. */
    private static final int RECENT_ACTS = 500;

    /** The broker ends even thousands of streams within milliseconds; this is for when it hangs. */
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

    /** Opens the store, starts the broker from what it holds, and listens. */
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

    /** Host and port as clients write them, whether it listens at the moment or not. */
    String endpoint() {
        return server.endpoint();
    }

    /** The port that is its own, whether it listens at the moment or not. */
    int port() {
        return server.port();
    }

    /**
     * What the broker shows of itself; after {@link #close} what it showed last. It lists its streams for the first who
     * asks and all others.
     */
    BrokerMonitor observatory() {
        loop.listStreams(true);
        return loop;
    }

    /** Pictures of the broker; the first who asks has them made, so a broker without a window pays for none. */
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
