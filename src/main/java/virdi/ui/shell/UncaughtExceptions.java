package virdi.ui.shell;

import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles exceptions that no code of the window has caught. FX thread only. Logs each distinct exception once, because a
 * painter that fails throws sixty times a second. The status bar shows the newest. The broker continues.
 */
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(UncaughtExceptions.class);
    /** Distinct exceptions that are remembered at most; later ones are not logged. */
    private static final int MOST = 200;

    private final Set<String> seen = new HashSet<>();
    private final ReadOnlyStringWrapper newest = new ReadOnlyStringWrapper("");

    /** The newest fault in a few words; empty while there was none. */
    ReadOnlyStringProperty newestProperty() {
        return newest.getReadOnlyProperty();
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        if (seen.size() < MOST && seen.add(fault.getClass().getName() + where)) {
            LOG.error("The window failed; the broker goes on", fault);
        }
        String message = fault.getMessage() == null ? "" : ": " + fault.getMessage();
        newest.set(fault.getClass().getSimpleName() + message);
    }
}
