package virdi.app.process;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;

/**
 * A request from outside to end the program, with an exit code. Any thread may make it; the first one counts.
 *
 * <p>Signals are handled here because the JVM would run all shutdown hooks at once. The hook of JavaFX would then stop the
 * renderer while the window still draws, and the window would fail. Here the window closes first, then the broker ends
 * its streams, then the JVM exits.
 */
public final class ExitRequest {
    /** Shells report a process that a signal ended as this plus the number of the signal. */
    private static final int BY_SIGNAL = 128;

    private static final List<String> SIGNALS = List.of("TERM", "INT", "HUP");

    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    /** A request that SIGTERM, SIGINT and SIGHUP make as well. */
    public static ExitRequest onSignals() {
        ExitRequest request = new ExitRequest();
        for (String name : SIGNALS) {
            try {
                Signal.handle(new Signal(name), signal -> request.request(BY_SIGNAL + signal.getNumber()));
            } catch (IllegalArgumentException notHere) {
                // The platform has no such signal, or an option (-Xrs) leaves it to the JVM.
                LoggerFactory.getLogger(ExitRequest.class).debug("SIG{} is not caught", name, notHere);
            }
        }
        return request;
    }

    /** Requests the end; later requests are ignored. */
    public void request(int code) {
        exitCode.complete(code);
    }

    /** Completes with the exit code of the first request. */
    public CompletionStage<Integer> requested() {
        return exitCode.minimalCompletionStage();
    }

    /** The exit code of the first request; 0 if there was none. */
    public int exitCode() {
        return exitCode.getNow(0);
    }
}
