package virdi.ui.shell;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import virdi.ui.map.layout.LayoutRunner;

/** Works layouts out one after another on a thread of its own, and brings them back to the FX thread. */
final class LayoutThread implements LayoutRunner {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("virdi-layout").factory());

    @Override
    public <T> void run(Supplier<T> work, Consumer<T> done) {
        worker.execute(() -> {
            T result = work.get();
            Platform.runLater(() -> done.accept(result));
        });
    }

    /** Ends for good; nothing may be run any more. */
    void stop() {
        worker.shutdownNow();
    }
}
