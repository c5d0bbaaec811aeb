package virdi.ui;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import virdi.ui.shell.DemoSwitch;
import virdi.ui.shell.WindowInfo;
import virdi.ui.shell.state.WindowStateStore;

/** What benchmarks of windows share. Called from a thread that may wait, unless told otherwise. */
public final class BenchWindow {
    public static final double WIDTH = 1600;

    /** The headless platform keeps a screen of a million pixels, and no more. */
    public static final double HEIGHT = "Headless".equals(System.getProperty("glass.platform")) ? 998 : 1000;

    public static final WindowInfo INFO = new WindowInfo("127.0.0.1:50051", SampleAbout.SHORT);

    /** No demo. */
    public static final DemoSwitch NO_DEMO = new DemoSwitch() {
        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    };

    private BenchWindow() {}

    /** Figures by name, as one line. */
    public static final class Figures {
        /** In milliseconds: a pulse without a picture takes less of the painting thread, any picture more. */
        private static final double PAINTED = 0.3;

        private final Map<String, Double> figures = new LinkedHashMap<>();

        public void put(String name, double figure) {
            figures.put(name, figure);
        }

        /**
         * Adds median and 95th percentile of frames, of both threads' shares, how many came a second, and what all of it
         * took of a core. A pulse in which nothing was painted is no frame.
         */
        public void put(String situation, List<PulseMeter.Cost> pulses) {
            List<PulseMeter.Cost> costs =
                    pulses.stream().filter(it -> it.paintMillis() > PAINTED).toList();
            put(situation + ".frames", costs.size());
            put(situation + ".p50", percentile(costs, PulseMeter.Cost::millis, 50));
            put(situation + ".p95", percentile(costs, PulseMeter.Cost::millis, 95));
            put(situation + ".fx", percentile(costs, PulseMeter.Cost::fxMillis, 50));
            put(situation + ".paint", percentile(costs, PulseMeter.Cost::paintMillis, 50));
            double seconds = (pulses.getLast().shownNanos() - pulses.getFirst().shownNanos()) / 1e9;
            put(situation + ".rate", costs.size() / seconds);
            put(
                    situation + ".core",
                    pulses.stream().mapToDouble(PulseMeter.Cost::millis).sum() / 10 / seconds);
        }

        @Override
        public String toString() {
            return figures.entrySet().stream()
                    .map(it -> String.format(Locale.ROOT, "%s=%.3f", it.getKey(), it.getValue()))
                    .collect(Collectors.joining(" "));
        }
    }

    /** The value that so many in a hundred do not exceed. */
    public static <T> double percentile(List<T> all, ToDoubleFunction<T> value, int percent) {
        double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** Gives a shown stage the size of the benchmark. FX thread. */
    public static void size(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
    }

    /** Has something made on the FX thread, and waits for it. */
    public static <T> T on(Callable<T> task) {
        var future = new FutureTask<>(task);
        Platform.runLater(future);
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException("failed on the FX thread", e);
        }
    }

    /** Has something done on the FX thread, and waits for it. */
    public static void run(Runnable task) {
        var unused = on(() -> {
            task.run();
            return true;
        });
    }

    /** Lets time pass. */
    public static void pause(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Keeps nothing from one window for the next. */
    public static WindowStateStore forgetful() {
        Map<String, String> kept = new HashMap<>();
        return new WindowStateStore() {
            @Override
            public @Nullable String get(String key) {
                return kept.get(key);
            }

            @Override
            public void put(String key, String value) {
                kept.put(key, value);
            }
        };
    }
}
