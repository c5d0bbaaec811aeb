package virdi.ui.shell.state;

import org.jspecify.annotations.Nullable;

/** Where the window keeps what it remembers until the next start. Called on the FX thread; must not block. */
public interface WindowStateStore {
    /** What was put under a key; null when nothing was. */
    @Nullable
    String get(String key);

    void put(String key, String value);
}
