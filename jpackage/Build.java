import java.io.File;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The parameters of a build: its input, output and platform.
 *
 * @param version of the program, from the POM
 * @param time that everything in an installer is dated with
 * @param source the folder that installers are made from
 * @param target Maven's build directory
 * @param libraries the jars that the program needs, its own not among them
 */
record Build(String version, FileTime time, Path source, Path target, List<Path> libraries) {
    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    /** @param classPath Maven's, of the program's run time: what an earlier build has left in a folder is not in it */
    static Build of(String version, String time, String project, String classPath) {
        Path base = Path.of(project);
        List<Path> libraries = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .sorted(Comparator.comparing(Path::getFileName))
                .toList();
        return new Build(
                version,
                FileTime.from(Instant.parse(time)),
                base.resolve("jpackage"),
                base.resolve("target"),
                libraries);
    }

    /** Where the installers go. */
    Path installers() {
        return target.resolve("installer");
    }

    /** Where they are put together. */
    Path work() {
        return target.resolve("installer-work");
    }

    /** The program's own jar. */
    Path program() {
        return target.resolve("virdi-console/lib").resolve("virdi-console-" + version + ".jar");
    }

    /** The program's icon in the format of this platform; it may not be there. */
    Path icon() {
        Path icons = target.resolve("icons");
        return windows()
                ? icons.resolve("virdi-console.ico")
                : mac()
                        ? icons.resolve("virdi-console.icns")
                        : icons.resolve("256").resolve("virdi-console.png");
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
