import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that are run and folders that are looked through; a program that fails ends the build with its own words. */
final class Shell {
    private static final int LONGEST_MINUTES = 5;

    private Shell() {}

    /** Runs a program, with more in its environment, and returns what it printed. */
    static String run(Map<String, String> environment, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        // A program that hangs must not hang the build.
        CompletableFuture.delayedExecutor(LONGEST_MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + code + ":\n" + printed);
            }
            return printed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static String run(Map<String, String> environment, String... command) throws IOException {
        return run(environment, List.of(command));
    }

    /** A program of the JDK that runs this one. */
    static String jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    /** Whether there is such a program on the path. */
    static boolean has(String program) {
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Ends the build with a sentence where there is no such program. */
    static void need(String program, String otherwise) throws IOException {
        if (!has(program)) {
            throw new IOException("There is no " + program + " on the PATH. " + otherwise);
        }
    }

    /** Everything in a folder, in the same order everywhere, the folder itself last. */
    static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            var found = new ArrayList<>(all.sorted().toList());
            Collections.reverse(found);
            return found;
        }
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path each : tree(folder)) {
                Files.delete(each);
            }
        }
    }

    /** Dates everything in a folder alike; links are dated by whoever packs them. */
    static void date(Path folder, FileTime time) throws IOException {
        for (Path each : tree(folder)) {
            if (!Files.isSymbolicLink(each)) {
                Files.setLastModifiedTime(each, time);
            }
        }
    }

    /** The lines of a file that say something. */
    static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** A text with {@code ${name}} replaced. */
    static String fill(Path file, Map<String, String> values) throws IOException {
        String text = Files.readString(file);
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
