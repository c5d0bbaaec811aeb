package virdi.app.process;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets the folder of the log, and connects java.util.logging to it. */
public final class LogSetup {
    /** A field, because java.util.logging holds loggers weakly and would forget the level. */
    private static final Logger JAVA_FX = Logger.getLogger("javafx");

    private LogSetup() {}

    /** Sets the folder of the log. Must be called before anything logs. */
    public static void useDirectory(Path dataDirectory) {
        System.setProperty("virdi.log.directory", directory(dataDirectory).toString());
    }

    /** The folder of the log files. */
    public static Path directory(Path dataDirectory) {
        return dataDirectory.resolve("logs");
    }

    /** JavaFX starts before the log, and would print warnings to stderr. Lets only severe messages pass. */
    public static void quietJavaFx() {
        JAVA_FX.setLevel(Level.SEVERE);
    }

    /** Sends messages of java.util.logging to the same log. */
    public static void bridge() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
