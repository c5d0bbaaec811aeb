import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The folder that is installed: launcher, runtime, jars, AOT cache. Made by jpackage and jlink, then trained.
 *
 * <p>All files are dated alike before the training: a cache knows its jars by size and date, and an installed package has
 * the dates it was packed with.
 */
final class AppImage {
    private static final String NAME = "virdi-console";
    private static final String CACHE = NAME + ".aot";

    /** Long enough for the demo to come to speed and for the compiler to have seen what is called often. */
    private static final int TRAINING_SECONDS = 15;

    /** Of java.desktop; only AWT, its sound and its splash screen load it, and JavaFX calls none of them. */
    private static final List<String> AWT_LIBRARIES = List.of(
            "awt",
            "awt_headless",
            "awt_xawt",
            "fontmanager",
            "freetype",
            "javajpeg",
            "jawt",
            "jsound",
            "lcms",
            "mlib_image",
            "splashscreen");

    /** Pictures for the documentation of Swing, which jlink takes along. */
    private static final String DOCUMENTATION = "glob:/java.desktop/**/doc-files/**";

    private final Build build;
    private final Path jars;
    private final Path folder;

    /** @param build what is built, and where */
    AppImage(Build build) {
        this.build = build;
        jars = build.work().resolve("jars");
        folder = build.work().resolve(build.mac() ? NAME + ".app" : NAME);
    }

    /** Makes it, and returns where it is. */
    Path make() throws IOException {
        stage();
        List<String> modules = modules();
        assemble(modules);
        strip();
        Shell.date(folder, build.time());
        train();
        Shell.date(folder, build.time());
        return folder;
    }

    /**
     * Copies the jars, with native code laid beside them, since inside JavaFX would unpack it into the user's home, and
     * with classes that are too old for the AOT cache raised.
     */
    private void stage() throws IOException {
        Files.createDirectories(jars);
        Files.copy(build.program(), jars.resolve(build.program().getFileName()));
        for (Path jar : build.libraries()) {
            String name = jar.getFileName().toString();
            if (name.matches("javafx-[a-z]+-[0-9.]+\\.jar")) {
                continue; // Empty; what it stands for is in the jar of the platform.
            }
            if (name.startsWith("javafx-") || name.startsWith("picocli-")) {
                repack(jar, jars.resolve(name));
            } else {
                Files.copy(jar, jars.resolve(name));
            }
        }
    }

    private void repack(Path from, Path to) throws IOException {
        try (var source = new ZipFile(from.toFile());
                var classes = new OldClasses(from);
                var target = new ZipOutputStream(Files.newOutputStream(to))) {
            target.setLevel(Deflater.BEST_COMPRESSION);
            for (Enumeration<? extends ZipEntry> all = source.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                try (var bytes = source.getInputStream(entry)) {
                    if (entry.getName().matches("[^/]+\\.(so|dll|dylib)")) {
                        Files.copy(bytes, jars.resolve(entry.getName()), StandardCopyOption.REPLACE_EXISTING);
                    } else {
                        byte[] content = bytes.readAllBytes();
                        boolean isClass = entry.getName().endsWith(".class");
                        copy(entry, isClass ? classes.raise(content) : content, target);
                    }
                }
            }
        }
    }

    private static void copy(ZipEntry entry, byte[] bytes, ZipOutputStream target) throws IOException {
        var copied = new ZipEntry(entry.getName());
        copied.setTimeLocal(entry.getTimeLocal());
        target.putNextEntry(copied);
        ((OutputStream) target).write(bytes);
        target.closeEntry();
    }

    /** The modules of the runtime, from the file; checks first that the jars need no others. */
    private List<String> modules() throws IOException {
        List<String> written = Shell.lines(build.source().resolve("modules"));
        var known = new TreeSet<String>();
        written.forEach(line -> known.add(line.replaceFirst("^-", "")));
        List<String> ask = new ArrayList<>(List.of(
                Shell.jdk("jdeps"),
                "--multi-release",
                "25",
                "--ignore-missing-deps",
                "-q",
                "--print-module-deps",
                "--class-path",
                jars + "/*"));
        Shell.list(jars).stream()
                .map(Path::toString)
                .filter(name -> name.endsWith(".jar"))
                .forEach(ask::add);
        var named = new TreeSet<>(Arrays.asList(Shell.run(Map.of(), ask).strip().split(",")));
        named.removeAll(known);
        if (!named.isEmpty()) {
            throw new IOException("The jars name modules that jpackage/modules does not: " + named
                    + ". Add each, or write it down as left out after having tried the program without it.");
        }
        return written.stream().filter(line -> !line.startsWith("-")).toList();
    }

    private void assemble(List<String> modules) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Shell.jdk("jpackage"),
                "--type",
                "app-image",
                "--name",
                NAME,
                "--app-version",
                build.version(),
                "--description",
                "Virdi Console",
                "--vendor",
                "Virdi",
                "--input",
                jars.toString(),
                "--dest",
                build.work().toString(),
                "--main-jar",
                NAME + "-" + build.version() + ".jar",
                "--main-class",
                "virdi.app.Main",
                "--add-modules",
                String.join(",", modules),
                "--jlink-options",
                "--strip-debug --strip-native-commands --no-man-pages --no-header-files"
                        + " --compress zip-9 --exclude-files " + leftOut() + " --exclude-resources "
                        + DOCUMENTATION));
        for (String option : Shell.lines(build.source().resolve("java-options"))) {
            command.addAll(List.of("--java-options", option));
        }
        Path icon = build.icon();
        if (Files.exists(icon)) {
            command.addAll(List.of("--icon", icon.toString()));
        }
        Shell.run(Map.of(), command);
        if (build.linux()) {
            // Tells jpackage what it has made; no installer of Linux is made by jpackage.
            Files.delete(app().resolve(".jpackage.xml"));
        }
    }

    private static String leftOut() {
        List<String> patterns = new ArrayList<>(List.of("**/classlist"));
        AWT_LIBRARIES.forEach(library -> patterns.add("**/" + System.mapLibraryName(library)));
        return String.join(",", patterns);
    }

    /** Takes the names of functions that only debuggers read out of native code; what jlink strips leaves them in. */
    private void strip() throws IOException {
        if (!build.linux()) {
            return;
        }
        Shell.need("strip", "It takes debug symbols out of native code; in Debian it is in binutils.");
        List<String> command = new ArrayList<>(List.of("strip", "--strip-unneeded"));
        for (Path file : Shell.tree(folder)) {
            if (Files.isRegularFile(file) && Libraries.isNative(file)) {
                command.add(file.toString());
            }
        }
        Shell.run(Map.of(), command);
    }

    /** Runs the program with its demo and makes the cache of what it loaded, linked and called often. */
    private void train() throws IOException {
        Path home = build.work().resolve("training");
        Path recorded = build.work().resolve("training.aotconf");
        Path cache = app().resolve(CACHE);
        Files.createDirectories(home);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("HOME", home.toString());
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-XX:AOTMode=record -XX:AOTConfiguration=" + recorded + " -Dvirdi.end.seconds=" + TRAINING_SECONDS
                        + (build.linux() ? " -Dglass.platform=Headless -Dprism.order=sw" : ""));
        String told = Shell.run(
                environment,
                launcher().toString(),
                "--demo",
                "--port",
                "0",
                "--data-dir",
                home.resolve("data").toString());
        if (!told.contains("window drawn")) {
            throw new IOException("The training run opened no window:\n" + told);
        }
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-XX:AOTMode=create -XX:AOTConfiguration=" + recorded + " -XX:AOTCache=" + cache + " -Xlog:disable");
        Shell.run(environment, launcher().toString());
        if (!Files.exists(cache)) {
            throw new IOException("The training made no AOT cache.");
        }
        // The last section of the file is that of the JVM's options. A cache that cannot be used is no news to users.
        Files.writeString(
                app().resolve(NAME + ".cfg"),
                "java-options=-XX:AOTCache=$APPDIR" + java.io.File.separator + CACHE + System.lineSeparator()
                        + "java-options=-Xlog:aot*=off" + System.lineSeparator(),
                StandardOpenOption.APPEND);
        Files.delete(recorded);
    }

    private Path app() {
        return build.mac()
                ? folder.resolve("Contents/app")
                : build.windows() ? folder.resolve("app") : folder.resolve("lib/app");
    }

    private Path launcher() {
        return build.mac()
                ? folder.resolve("Contents/MacOS").resolve(NAME)
                : build.windows()
                        ? folder.resolve(NAME + ".exe")
                        : folder.resolve("bin").resolve(NAME);
    }
}
