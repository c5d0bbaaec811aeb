package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** External programs that may be missing; a test that needs one is skipped without it. Any thread. */
public final class Programs {
    private static final long LONGEST_SECONDS = 120;

    private Programs() {}

    /** The Python that has gRPC. */
    public static String python() throws InterruptedException {
        Optional<String> found = Optional.empty();
        for (String python : List.of("/usr/bin/python3", "python3")) {
            if (found.isEmpty() && succeeds(python, "-c", "import grpc, google.protobuf")) {
                found = Optional.of(python);
            }
        }
        assumeTrue(found.isPresent(), "no python3 with grpc and google.protobuf is at hand (Debian: python3-grpcio)");
        return found.orElseThrow();
    }

    /** Generates Python's messages of the protocol as the README does, into a folder that then looks like the project's. */
    public static void generatePython(Path folder) throws IOException, InterruptedException {
        assumeTrue(succeeds("protoc", "--version"), "no protoc is at hand (Debian: protobuf-compiler)");
        Path proto = Files.createDirectory(folder.resolve("proto"));
        Files.copy(Path.of("proto", "virdi.proto"), proto.resolve("virdi.proto"));
        Process protoc = new ProcessBuilder("sh", "-e", "-c", readme("sh"))
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(protoc.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(protoc.exitValue()).isZero();
    }

    /** The README's only block in a language. */
    static String readme(String language) throws IOException {
        return block(Path.of("README.md"), language);
    }

    /** The user guide's only block in a language. */
    static String guide(String language) throws IOException {
        return block(Path.of("docs", "user-guide.md"), language);
    }

    private static String block(Path document, String language) throws IOException {
        String[] parts = Files.readString(document).split("```" + language + "\n", -1);
        assertThat(parts).as("blocks in " + language).hasSize(2);
        return parts[1].substring(0, parts[1].indexOf("```"));
    }

    /** Starts a program in a folder; what it says on stderr joins what it says. */
    public static Process start(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** The class path of this process, for a child. */
    public static String classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    /** Whether a program that knows {@code --help} is at hand. */
    static boolean found(String program) throws InterruptedException {
        return succeeds(program, "--help");
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process asked = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asked.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) && asked.exitValue() == 0;
        } catch (IOException e) {
            // No such program, which the caller says.
            return false;
        }
    }
}
