package virdi.app.process;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a window can be opened here; asked before any class of JavaFX is loaded. */
public final class Display {
    private Display() {}

    /** Refuses where there is no display, with the way to go on without one. */
    public static void require() throws StartupException {
        String platform = System.getProperty("glass.platform", "");
        if (missing(System.getProperty("os.name", ""), platform, System.getenv())) {
            throw unusable("neither DISPLAY nor WAYLAND_DISPLAY is set", null);
        }
    }

    /** Only Linux can be without a display and tell it so simply; JavaFX's headless platform needs none. */
    public static boolean missing(String system, String glassPlatform, Map<String, String> environment) {
        return system.toLowerCase(Locale.ROOT).startsWith("linux")
                && !glassPlatform.equalsIgnoreCase("headless")
                && environment.getOrDefault("DISPLAY", "").isEmpty()
                && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    /** The refusal to open a window, with its reason. */
    public static StartupException unusable(String reason, @Nullable Throwable cause) {
        return new StartupException(
                "No window can be opened here: " + reason
                        + ". Run the broker without one with --headless, for example: "
                        + System.getProperty("virdi.headless.command", "virdi-console --headless"),
                cause);
    }
}
