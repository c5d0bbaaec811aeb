import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;

/**
 * What is built, from what, and where.
 *
 * @param version of the program, from the POM
 * @param time that everything in an installer is dated with
 * @param source the folder that installers are made from
 * @param target Maven's build directory
 */
record Build(String version, FileTime time, Path source, Path target) {
    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    static Build of(String version, String time, String project) {
        Path base = Path.of(project);
        return new Build(
                version, FileTime.from(Instant.parse(time)), base.resolve("jpackage"), base.resolve("target"));
    }

    /** Where the installers go. */
    Path installers() {
        return target.resolve("installer");
    }

    /** Where they are put together. */
    Path work() {
        return target.resolve("installer-work");
    }

    /** The program's jar and those it needs. */
    Path libraries() {
        return target.resolve("virdi-console").resolve("lib");
    }

    /** The program's icon in the format of this platform; it may not be there. */
    Path icon() {
        Path icons = target.resolve("icons");
        return windows()
                ? icons.resolve("virdi-console.ico")
                : mac() ? icons.resolve("virdi-console.icns") : icons.resolve("256").resolve("virdi-console.png");
    }

    String epoch() {
        return String.valueOf(time.toInstant().getEpochSecond());
    }

    boolean windows() {
        return SYSTEM.startsWith("windows");
    }

    boolean mac() {
        return SYSTEM.startsWith("mac");
    }

    boolean linux() {
        return !windows() && !mac();
    }
}
