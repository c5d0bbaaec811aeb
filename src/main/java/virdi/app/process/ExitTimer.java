package virdi.app.process;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends the program after a time. The run that trains the AOT cache of the installed program has nobody to close its window. */
public final class ExitTimer {
    private static final String PROPERTY = "virdi.end.seconds";

    private ExitTimer() {}

    /** Requests the end after as many seconds as the system property says; does nothing without that property. */
    public static void schedule(ExitRequest exit) {
        @Nullable Integer seconds = Integer.getInteger(PROPERTY);
        if (seconds != null) {
            CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(() -> exit.request(0));
        }
    }
}
