package virdi.app.process;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Points the log at the data directory and brings java.util.logging into it. */
public final class LogSetup {
    /** Held here, because java.util.logging forgets the level of a logger that nobody holds. */
    private static final Logger JAVA_FX = Logger.getLogger("javafx");

    private LogSetup() {}

    /** Where the log file goes. Must be called before anything logs. */
    public static void useDirectory(Path dataDirectory) {
        System.setProperty("virdi.log.directory", directory(dataDirectory).toString());
    }

    /** The folder of the log files. */
    public static Path directory(Path dataDirectory) {
        return dataDirectory.resolve("logs");
    }

    /** JavaFX starts before the log does; only what is serious may reach stderr until then. */
    public static void quietJavaFx() {
        JAVA_FX.setLevel(Level.SEVERE);
    }

    /** Brings what libraries log through java.util.logging into the same log. */
    public static void bridge() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
