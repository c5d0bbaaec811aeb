package virdi.app.process;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

/**
 * The wish from outside that the program ends, with the exit code that tells so; any thread may ask, the first counts.
 *
 * <p>Signals are caught, since the JVM answers them by starting all shutdown hooks at once. JavaFX's takes the painter
 * away from a window that is still painting, which then fails and says so. There is no other order than one of our own:
 * the window closes, then the broker ends its streams, then the JVM exits.
 */
public final class EndRequest {
    /** What shells add to a signal's number. */
    private static final int BY_SIGNAL = 128;

    private static final List<String> SIGNALS = List.of("TERM", "INT", "HUP");

    private final CompletableFuture<Integer> asked = new CompletableFuture<>();

    /** One that is made by signals, too. */
    public static EndRequest ofSignals() {
        EndRequest request = new EndRequest();
        for (String name : SIGNALS) {
            try {
                Signal.handle(new Signal(name), signal -> request.make(BY_SIGNAL + signal.getNumber()));
            } catch (IllegalArgumentException notHere) {
                // Not of this platform, or left to the JVM by its options, which then runs the shutdown hooks.
                LoggerFactory.getLogger(EndRequest.class).debug("SIG{} is not caught", name, notHere);
            }
        }
        return request;
    }

    /** Asks for the end, with an exit code. */
    public void make(int exitCode) {
        asked.complete(exitCode);
    }

    /** Done with the exit code once somebody has asked. */
    public CompletionStage<Integer> made() {
        return asked.minimalCompletionStage();
    }

    /** The exit code that was asked for; that of an end that nobody asked for is 0. */
    public int exitCode() {
        return asked.getNow(0);
    }
}
