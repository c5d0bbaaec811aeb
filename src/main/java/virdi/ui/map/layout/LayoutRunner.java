package virdi.ui.map.layout;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Works out a layout somewhere, where nobody waits for it. Called on the FX thread. */
public interface LayoutRunner {
    /** Works at once, on the caller's thread: for tests and for pictures of one moment. */
    LayoutRunner AT_ONCE = new LayoutRunner() {
        @Override
        public <T> void run(Supplier<T> work, Consumer<T> done) {
            done.accept(work.get());
        }
    };

    /**
     * Runs work that touches nothing of the caller's.
     *
     * @param done is given the result, on the FX thread
     */
    <T> void run(Supplier<T> work, Consumer<T> done);
}
