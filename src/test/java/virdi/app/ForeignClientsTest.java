package virdi.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static virdi.app.SocketClient.soon;

import java.io.BufferedReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import virdi.app.process.StartupException;
import virdi.app.settings.Options;
import virdi.model.ClientId;
import virdi.model.Ledger;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.model.ResourceId;
import virdi.model.Target;

/** Clients that share no line of code with the program, many of them, while the operator is at work. */
@SuppressWarnings("NullAway.Init") // @BeforeEach comes before every test
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignClientsTest {
    private static final Path TRIALS =
            Path.of("src", "test", "python", "virdi_trials.py").toAbsolutePath();
    private static final String ASKED = "operator: ";

    @TempDir
    private Path data;

    @TempDir
    private Path work;

    private RunningBroker broker;

    @BeforeEach
    void start() throws StartupException {
        Options options = new Options();
        options.parser()
                .parseArgs(
                        "--port",
                        "0",
                        "--data-dir",
                        data.toString(),
                        "--set",
                        "server.first-message-timeout=1s",
                        "--set",
                        "server.max-resets=100");
        broker = RunningBroker.start(options.settings());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fairness", "storm", "statuses"})
    void pythonClientsFindThatTheProtocolHolds(String trial) throws Exception {
        Process client = Programs.start(work, Programs.python(), TRIALS.toString(), broker.endpoint(), trial);
        var said = new StringBuilder();
        try (BufferedReader lines = client.inputReader(UTF_8);
                Writer answers = client.outputWriter(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(ASKED)) {
                    answers.append(act(line.substring(ASKED.length())))
                            .append('\n')
                            .flush();
                }
            }
        } finally {
            client.destroy();
        }
        assertThat(client.waitFor()).as(said.toString()).isZero();
        assertThat(said).endsWith("all steps done\n");
    }

    @Test
    void theReadmesPythonRunsAsItStands() throws Exception {
        String python = Programs.python();
        Programs.generatePython(work);
        String example = Programs.readme("python");
        assertThat(example).contains("\"127.0.0.1:50051\"");
        Files.writeString(work.resolve("example.py"), example.replace("127.0.0.1:50051", broker.endpoint()));
        Process client = Programs.start(work, python, "-u", "example.py");
        try (BufferedReader lines = client.inputReader(UTF_8)) {
            // Three quarters of a minute's worth at once, and then one a second.
            assertThat(lines.readLine()).isEqualTo("45");
            assertThat(lines.readLine()).isEqualTo("1");
        } finally {
            client.destroy();
        }
        soon(() -> ledger("iron").accepted() == 100);
    }

    @Test
    void theGuidesPythonRunsAsItStands() throws Exception {
        String python = Programs.python();
        Programs.generatePython(work);
        try (var first = new SocketClient(broker.port(), "first")) {
            assertThat(first.produce("iron", 0).awaitEnd().isOk()).isTrue();
        }
        done(new OperatorCommand.SetCapacity(new ResourceId("iron"), 100));
        String example = Programs.guide("python").replace("127.0.0.1:50051", broker.endpoint());
        Files.writeString(work.resolve("example.py"), example);
        Process client = Programs.start(work, python, "-u", "example.py");
        try (BufferedReader lines = client.inputReader(UTF_8)) {
            assertThat(lines.readLine())
                    .isEqualTo("RESOURCE_EXHAUSTED the buffer of iron is full: 100 of 100 units 100");
            done(new OperatorCommand.Purge(new ResourceId("iron"), 50));
            assertThat(lines.readLine())
                    .as("it was asked again")
                    .isEqualTo("RESOURCE_EXHAUSTED the buffer of iron is full: 100 of 100 units 50");
        } finally {
            client.destroy();
        }
    }

    private String act(String asked) {
        String[] words = asked.split(" ", -1);
        return switch (words[0]) {
            case "ledger" -> {
                Ledger now = ledger(words[1]);
                yield now.accepted() + " " + now.delivered() + " " + now.level() + " " + now.difference();
            }
            case "disconnect" ->
                done(new OperatorCommand.Disconnect(new Target.Client(new ClientId(words[1])), "maintenance at noon"));
            case "block" ->
                done(new OperatorCommand.Block(new Target.Client(new ClientId(words[1])), "not today", null));
            case "stop" -> done(new OperatorCommand.Listen(false));
            case "start" -> done(new OperatorCommand.Listen(true));
            default -> throw new AssertionError("the client asked for " + asked);
        };
    }

    private String done(OperatorCommand command) {
        Outcome outcome = broker.desk().submit(command).join();
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return outcome.toString();
    }

    private Ledger ledger(String resource) {
        ResourceId id = new ResourceId(resource);
        return broker.frames().latest().resources().stream()
                .filter(it -> it.id().equals(id))
                .map(it -> it.state().ledger())
                .findFirst()
                .orElse(new Ledger(0, 0, 0, 0, 0, 0));
    }
}
