package virdi.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import virdi.app.process.StartupException;
import virdi.app.settings.Options;
import virdi.engine.BrokerMonitor;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;

/**
 * The broker as the program runs it, for tests of other packages: stopped and started again on one data directory and
 * one port. One thread starts and stops it; any may look at it and submit, between two runs too.
 */
public final class RestartableBroker {
    private final String[] arguments;
    private volatile @Nullable RunningBroker running;

    /**
     * A broker that does not run yet.
     *
     * @param settings as on the command line, {@code key=value}
     */
    public RestartableBroker(Path data, int port, List<String> settings) {
        List<String> words = new ArrayList<>(List.of("--port", String.valueOf(port), "--data-dir", data.toString()));
        settings.forEach(setting -> words.addAll(List.of("--set", setting)));
        arguments = words.toArray(String[]::new);
    }

    /** Starts it as for a window, with what the last run has left in the data directory. */
    public void start() {
        Options options = new Options();
        options.parser().parseArgs(arguments);
        try {
            RunningBroker started = RunningBroker.start(options.settings());
            started.frames();
            running = started;
        } catch (StartupException e) {
            throw new AssertionError(e);
        }
    }

    /** Stops it in order and waits for that; what it showed last can still be seen. */
    public void stop() {
        broker().close();
    }

    public BrokerMonitor observatory() {
        return broker().observatory();
    }

    /** An act at the operator's desk. */
    public CompletableFuture<Outcome> submit(OperatorCommand command) {
        return broker().desk().submit(command);
    }

    private RunningBroker broker() {
        return Objects.requireNonNull(running, "started");
    }
}
