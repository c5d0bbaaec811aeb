package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A run of the program in its own process; files in a directory keep its output. */
public final class ProgramRun implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Process process;
    private final Path out;
    private final Path err;

    private ProgramRun(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts the program without a display. */
    public static ProgramRun start(Path directory, String... arguments) throws IOException {
        return start(directory, List.of(), Main.class.getName(), arguments);
    }

    public static ProgramRun start(Path directory, List<String> javaOptions, String mainClass, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(javaOptions);
        command.add("-cp");
        command.add(mainClass.equals(Main.class.getName()) ? usersClassPath() : System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return start(directory, command);
    }

    public static ProgramRun start(Path directory, List<String> command) throws IOException {
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        return new ProgramRun(builder.start(), out, err);
    }

    /** Without the tests' own classes and log settings. */
    private static String usersClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until the output contains a text. */
    public ProgramRun awaitOutput(String said) {
        await().atMost(LONGEST).until(() -> out().contains(said) || !process.isAlive());
        assertThat(out()).as(() -> "what it said, besides: " + err()).contains(said);
        return this;
    }

    /** Sends SIGTERM. */
    public ProgramRun terminate() {
        assertThat(process.toHandle().destroy()).isTrue();
        return this;
    }

    /** Waits until one of both has ended. Returns whether it is this one. */
    public boolean endsBefore(ProgramRun other) {
        await().atMost(LONGEST).until(() -> !process.isAlive() || !other.process.isAlive());
        return !process.isAlive();
    }

    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                .as(() -> "it ended; it said: " + out() + err())
                .isTrue();
        return process.exitValue();
    }

    public String out() {
        return read(out);
    }

    public String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
