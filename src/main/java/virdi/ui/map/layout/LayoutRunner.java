package virdi.ui.map.layout;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Computes a layout in the background, so that the FX thread does not wait. FX thread only. */
public interface LayoutRunner {
    /** Computes at once on the caller's thread, for tests and for single pictures. */
    LayoutRunner AT_ONCE = new LayoutRunner() {
        @Override
        public <T> void run(Supplier<T> work, Consumer<T> done) {
            done.accept(work.get());
        }
    };

    /**
     * Runs work that shares no mutable state with the caller.
     *
     * @param done receives the result on the FX thread
     */
    <T> void run(Supplier<T> work, Consumer<T> done);
}
