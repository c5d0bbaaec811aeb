package virdi.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The default data directory of each platform. */
public final class DataDirectory {
    private static final String NAME = "virdi-console";

    private DataDirectory() {}

    /** The default on this machine. */
    public static Path standard() {
        return standard(
                System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System.getenv());
    }

    public static Path standard(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return under(
                    environment.get("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve(NAME);
        }
        return under(environment.get("XDG_DATA_HOME"), home.resolve(".local").resolve("share"));
    }

    private static Path under(@Nullable String given, Path otherwise) {
        // The XDG specification says to ignore a relative path. Windows sets absolute paths.
        boolean usable = given != null && !given.isEmpty() && Path.of(given).isAbsolute();
        return (usable ? Path.of(given) : otherwise).resolve(NAME);
    }
}
