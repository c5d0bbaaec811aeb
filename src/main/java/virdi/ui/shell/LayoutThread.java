package virdi.ui.shell;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import virdi.ui.map.layout.LayoutRunner;

/** Computes layouts of the map one after another on its own thread, and returns the results on the FX thread. */
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

    /** Stops for ever; nothing may run after that. */
    void stop() {
        worker.shutdownNow();
    }
}
