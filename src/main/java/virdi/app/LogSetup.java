package virdi.app;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Points the log at the data directory and brings java.util.logging into it. */
final class LogSetup {
    private LogSetup() {}

    /** Where the log file goes. Must be called before anything logs. */
    static void writeBelow(Path dataDirectory) {
        System.setProperty("virdi.log.directory", dataDirectory.resolve("logs").toString());
    }

    /** Brings what libraries log through java.util.logging into the same log. */
    static void bridge() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
