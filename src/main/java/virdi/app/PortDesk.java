package virdi.app;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import virdi.engine.BrokerLoop;
import virdi.engine.CommandQueue;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.wire.PortTaken;
import virdi.wire.VirdiServer;
import virdi.wire.WireSettings;

/**
 * The broker's desk with its port beside it: whether clients are let in concerns both, everything else the broker alone.
 * Any thread may call, and none waits; a thread of its own opens and closes, one after the other.
 *
 * <p>A server listens once, so each opening makes another, always on the port that the first one got. It listens before
 * the broker lets anybody in: a port that cannot be had leaves no trace in the broker, and who is quicker than the
 * broker, by less than a millisecond, is told to come again. When closing it is the other way round: the broker ends
 * the streams, which is the act, and then the server has its grace to let the endings out.
 */
final class PortDesk implements CommandQueue, AutoCloseable {
    /** On top of the server's own grace, which two servers may need, one after the other. */
    private static final Duration CLOSE_MARGIN = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(PortDesk.class);

    private final BrokerLoop loop;
    private final WireSettings settings;
    private final String endpoint;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("virdi-port").factory());
    /** Null while the port is closed. The thread's own. */
    private @Nullable VirdiServer server;

    private PortDesk(BrokerLoop loop, WireSettings settings, VirdiServer server) {
        this.loop = loop;
        this.settings = settings;
        this.server = server;
        endpoint = server.endpoint();
    }

    /**
     * Listens.
     *
     * @throws IOException when that is not possible, with what to tell the operator
     */
    static PortDesk open(WireSettings settings, BrokerLoop loop) throws IOException {
        VirdiServer first = new VirdiServer(settings, loop);
        first.start();
        return new PortDesk(loop, settings.at(settings.host(), first.port()), first);
    }

    /** Host and port as clients write them, whether open or not. */
    String endpoint() {
        return endpoint;
    }

    /** The port, open or not. */
    int port() {
        return settings.port();
    }

    @Override
    public CompletableFuture<Outcome> submit(OperatorCommand command) {
        if (!(command instanceof OperatorCommand.Listen listen)) {
            return loop.submit(command);
        }
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        try {
            thread.execute(() -> carryOut(listen, answer));
        } catch (RejectedExecutionException closed) {
            answer.complete(new Outcome.Refused("the broker has stopped"));
        }
        return answer;
    }

    private void carryOut(OperatorCommand.Listen command, CompletableFuture<Outcome> answer) {
        try {
            if (command.open() && server == null) {
                answer.complete(listen(command));
            } else {
                Outcome outcome = loop.submit(command).join();
                answer.complete(outcome);
                if (outcome instanceof Outcome.Done) {
                    stopServer();
                }
            }
        } catch (RuntimeException bug) {
            answer.completeExceptionally(bug);
            throw bug;
        }
    }

    private Outcome listen(OperatorCommand.Listen command) {
        try {
            VirdiServer fresh = new VirdiServer(settings, loop);
            fresh.start();
            server = fresh;
        } catch (IOException e) {
            return new Outcome.Refused(sentence(e));
        }
        Outcome outcome = loop.submit(command).join();
        if (outcome instanceof Outcome.Done) {
            log.info("listening on {} again", endpoint);
        } else {
            stopServer();
        }
        return outcome;
    }

    private String sentence(IOException e) {
        return e instanceof PortTaken
                ? "port " + port() + " on " + settings.host() + " is taken by another program; ss -ltnp 'sport = :"
                        + port() + "' shows by which"
                : String.valueOf(e.getMessage());
    }

    private void stopServer() {
        VirdiServer open = server;
        if (open == null) {
            return;
        }
        server = null;
        try {
            open.stop();
            log.info("no longer listening on {}", endpoint);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Closes the port for good and waits for it; the broker must have been shut down before, or all clients wait for the
     * server to cut them off.
     *
     * @throws InterruptedException when interrupted while waiting
     */
    @Override
    public void close() throws InterruptedException {
        thread.execute(this::stopServer);
        thread.shutdown();
        Duration longest = settings.shutdownGrace().multipliedBy(2).plus(CLOSE_MARGIN);
        if (!thread.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            log.error("port {} did not close", port());
        }
    }
}
