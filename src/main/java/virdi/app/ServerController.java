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
 * Carries out the commands that start and stop listening, and passes all others on to the broker. Any thread may call, and
 * none waits: one thread of its own opens and closes servers, one after the other.
 *
 * <p>A server cannot listen twice, so each start makes a new one, on the port that the first one got. The server listens
 * before the broker accepts streams: if the port is taken, the broker has not changed. A client that connects within the
 * millisecond between both is told to try again. A stop is the other way round: the broker ends the streams, and then the
 * server has its grace period to send their ends.
 */
final class ServerController implements CommandQueue, AutoCloseable {
    /** Added to the grace period of the server. Two servers may need theirs, one after the other. */
    private static final Duration CLOSE_MARGIN = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(ServerController.class);

    private final BrokerLoop loop;
    private final WireSettings settings;
    private final String endpoint;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("virdi-port").factory());
    /** Null while the port is closed. Only {@link #thread} uses it. */
    private @Nullable VirdiServer server;

    private ServerController(BrokerLoop loop, WireSettings settings, VirdiServer server) {
        this.loop = loop;
        this.settings = settings;
        this.server = server;
        endpoint = server.endpoint();
    }

    /**
     * Starts to listen.
     *
     * @throws IOException if that is impossible, with a message for the operator
     */
    static ServerController open(WireSettings settings, BrokerLoop loop) throws IOException {
        VirdiServer first = new VirdiServer(settings, loop);
        first.start();
        return new ServerController(loop, settings.at(settings.host(), first.port()), first);
    }

    /** Host and port as clients write them, open or closed. */
    String endpoint() {
        return endpoint;
    }

    /** The port, open or closed. */
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
     * Closes the port for ever and waits for that. The broker must be shut down before, or all clients wait until the server
     * cuts them off.
     *
     * @throws InterruptedException if interrupted while it waits
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
