package virdi.app.process;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends the program by itself, for a run of which nobody waits to close the window: the one that trains the installed
 * program's AOT cache, on every platform the same way.
 */
public final class TimedEnd {
    private static final String PROPERTY = "virdi.end.seconds";

    private TimedEnd() {}

    /** Has the end asked for so many seconds from now; does nothing when no number was given. */
    public static void arrange(EndRequest end) {
        @Nullable Integer seconds = Integer.getInteger(PROPERTY);
        if (seconds != null) {
            CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(() -> end.make(0));
        }
    }
}
