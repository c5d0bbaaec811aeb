package virdi.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as its users run it, and a client that shares no line of code with it. */
class OtherLanguageTest {
    private static final Path CLIENT = Path.of("src", "test", "python", "virdi_client.py");
    private static final Pattern ENDPOINT = Pattern.compile("listening on (\\S+:\\d+)");
    private static final long LONGEST_SECONDS = 120;
    /** Exit code after SIGTERM: 128 plus the number of the signal. */
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private Path data;

    private Process broker;
    private final StringBuffer log = new StringBuffer();
    private final CompletableFuture<String> endpoint = new CompletableFuture<>();
    private CompletableFuture<Void> logRead;

    @BeforeEach
    void startTheProgram() throws IOException {
        broker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        "virdi.app.Main",
                        "--headless",
                        "--port",
                        "0",
                        "--data-dir",
                        data.toString(),
                        "--set",
                        "resources.capacity=100")
                .redirectErrorStream(true)
                .start();
        logRead = CompletableFuture.runAsync(
                this::readLog, work -> Thread.ofVirtual().start(work));
    }

    @AfterEach
    void stopTheProgram() {
        broker.destroyForcibly();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip"})
    void aPythonClientOffersProducesAndConsumes(String compression) throws Exception {
        List<String> command = new ArrayList<>(List.of(Programs.python(), CLIENT.toString(), endpoint()));
        if (!compression.isEmpty()) {
            command.add(compression);
        }
        Process client = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = output(client);

        assertThat(client.exitValue()).as("the client said:%n%s", said).isZero();
        assertThat(said).endsWith("all steps done\n");
    }

    @Test
    void sigtermEndsTheProgramInOrder() throws Exception {
        endpoint();

        // Through the handle: Process.destroy would close the pipe, and with it the program's last words.
        broker.toHandle().destroy();

        assertThat(broker.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                .as("it ended")
                .isTrue();
        logRead.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertThat(broker.exitValue()).as(log.toString()).isIn(0, ENDED_BY_SIGTERM);
        assertThat(log).contains("stopped").doesNotContain("ERROR").doesNotContain("Exception");
    }

    /** The class path of users: without classes and log settings of the tests. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String endpoint() throws InterruptedException, ExecutionException {
        try {
            return endpoint.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the program did not say where it listens; it said:\n" + log, e);
        }
    }

    private void readLog() {
        try (BufferedReader lines = broker.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.append(line).append('\n');
                Matcher listening = ENDPOINT.matcher(line);
                if (listening.find()) {
                    endpoint.complete(listening.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        endpoint.completeExceptionally(new AssertionError("the program ended; it said:\n" + log));
    }

    private static String output(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                .as("the client ended")
                .isTrue();
        return said;
    }
}
