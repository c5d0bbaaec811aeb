package virdi.app.process;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks for a display before any class of JavaFX is loaded. */
public final class Display {
    private Display() {}

    /** Throws if there is no display; the message says how to run without one. */
    public static void require() throws StartupException {
        String platform = System.getProperty("glass.platform", "");
        if (missing(System.getProperty("os.name", ""), platform, System.getenv())) {
            throw unusable("neither DISPLAY nor WAYLAND_DISPLAY is set", null);
        }
    }

    /** Whether the environment has no display. Only Linux shows that; the headless platform of JavaFX needs none. */
    public static boolean missing(String system, String glassPlatform, Map<String, String> environment) {
        return system.toLowerCase(Locale.ROOT).startsWith("linux")
                && !glassPlatform.equalsIgnoreCase("headless")
                && environment.getOrDefault("DISPLAY", "").isEmpty()
                && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    /** The exception for a window that cannot open. */
    public static StartupException unusable(String reason, @Nullable Throwable cause) {
        return new StartupException(
                "No window can be opened here: " + reason
                        + ". Run the broker without one with --headless, for example: "
                        + System.getProperty("virdi.headless.command", "virdi-console --headless"),
                cause);
    }
}
