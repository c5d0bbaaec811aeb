package virdi.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import virdi.app.process.StartupException;
import virdi.store.StoreUnavailable;

/**
 * A start with a data directory that another process uses. The second process asks the first one to bring its window to
 * the front, and to start its demo if the command line says so. If the first one has no window, the second one refuses to
 * start. The main thread of the second process calls {@link #ask} and {@link #askOneThatStarts}; the first process calls
 * {@link #answer}.
 */
final class SecondStart {
    /** Longer than a start takes from the lock to the socket, for two processes that start at the same time. */
    private static final long STARTING_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final String SHOW = "show";
    private static final String SHOW_WITH_DEMO = "show demo";
    private static final String SHOWN = "shown ";
    private static final String WITHOUT_WINDOW = "headless ";

    private SecondStart() {}

    /** The response of the first process: whether it has a window, its endpoint, and its process id. */
    static String answer(String line, boolean headless, String endpoint, Runnable show, Runnable demo) {
        if (headless) {
            return WITHOUT_WINDOW + where(endpoint);
        }
        if (line.equals(SHOW_WITH_DEMO)) {
            demo.run();
        }
        show.run();
        return SHOWN + where(endpoint);
    }

    private static String where(String endpoint) {
        return endpoint + " (process " + ProcessHandle.current().pid() + ")";
    }

    /** Asks the first process. Returns the sentence to print, or empty if there is no first process. */
    static Optional<String> ask(Path directory, boolean demo) throws StartupException {
        Optional<String> answer = SingleInstanceSocket.send(directory, demo ? SHOW_WITH_DEMO : SHOW);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        if (answer.get().startsWith(WITHOUT_WINDOW)) {
            throw new StartupException(
                    "The data directory " + directory + " is in use by a Virdi Console without a window,"
                            + " which listens on " + answer.get().substring(WITHOUT_WINDOW.length())
                            + ". Stop that one, or give this one a directory and a port of its own, for example --data-dir DIR"
                            + " --port 50052.");
        }
        return answer.filter(it -> it.startsWith(SHOWN))
                .map(it -> "Virdi Console is open already and listens on " + it.substring(SHOWN.length())
                        + "; its window was brought forward" + (demo ? " and its demo started." : "."));
    }

    /** Asks the process that holds the lock, which may not have opened its socket yet. Throws if it does not respond. */
    static String askOneThatStarts(Path directory, boolean demo, StartupException refusal) throws StartupException {
        if (!(refusal.getCause() instanceof StoreUnavailable unavailable) || !unavailable.isInUse()) {
            throw refusal;
        }
        long end = System.nanoTime() + STARTING_NANOS;
        while (System.nanoTime() < end) {
            Optional<String> sentence = ask(directory, demo);
            if (sentence.isPresent()) {
                return sentence.get();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw refusal;
    }
}
