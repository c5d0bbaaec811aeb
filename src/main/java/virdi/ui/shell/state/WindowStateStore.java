package virdi.ui.shell.state;

import org.jspecify.annotations.Nullable;

/** Keeps the state of the window until the next start. Called on the FX thread; must not block. */
public interface WindowStateStore {
    /** The value of a key; null if it has none. */
    @Nullable
    String get(String key);

    void put(String key, String value);
}
