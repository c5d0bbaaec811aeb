package virdi.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import virdi.app.process.StartupException;
import virdi.model.BrokerSettings;
import virdi.wire.WireSettings;

final class SettingsTest {
    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = directory.resolve("virdi.yaml");
    }

    @Test
    void nothingGivenMeansTheDefaultsOfTheProtocol() throws StartupException {
        Settings settings = settings();

        assertThat(settings.broker()).isEqualTo(BrokerSettings.DEFAULT);
        assertThat(settings.wire()).isEqualTo(WireSettings.DEFAULT);
        assertThat(settings.dataDirectory()).isEqualTo(DataDirectory.standard());
    }

    @Test
    void everyRuleCanBeSetInAFile() throws Exception {
        write("""
                server:
                  port: 50052
                  shutdown-grace: 2s
                  max-streams: 11
                  max-streams-per-connection: 12
                  max-message: 513
                  max-waiting: 131072
                  first-message-timeout: 1min
                  handshake-timeout: 14s
                  keepalive: 15s
                  keepalive-timeout: 16s
                  permitted-ping: 17s
                  max-resets: 18
                  reset-window: 19s
                  reopens-per-second: 20
                resources:
                  capacity: 100   # units
                  resume-percent: 50
                  unknown: reject
                  max: 7
                consumers: { fill-percent: 90, coalescing: 0 }
                requests:
                  first-repeat: 500ms
                  longest-repeat: 1h
                clients:
                  max: 5
                  max-streams: "6"
                """);

        Settings settings = settings("--config", file.toString());

        assertThat(settings.broker())
                .isEqualTo(BrokerSettings.builder()
                        .capacityUnits(100)
                        .resumePercent(50)
                        .fillPercent(90)
                        .coalescing(Duration.ZERO)
                        .firstMessageTimeout(Duration.ofMinutes(1))
                        .firstRepeat(Duration.ofMillis(500))
                        .longestRepeat(Duration.ofHours(1))
                        .createUnknownResources(false)
                        .maxStreamsPerClient(6)
                        .maxClients(5)
                        .maxResources(7)
                        .build());
        assertThat(settings.wire().port()).isEqualTo(50052);
        assertThat(settings.wire().shutdownGrace()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.wire().limits())
                .isEqualTo(new WireSettings.Limits(
                        11,
                        12,
                        513,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(14),
                        18,
                        Duration.ofSeconds(19),
                        20,
                        131_072));
        assertThat(settings.wire().keepAlive())
                .isEqualTo(new WireSettings.KeepAlive(
                        Duration.ofSeconds(15), Duration.ofSeconds(16), Duration.ofSeconds(17)));
    }

    @Test
    void optionsOfTheirOwnNameWinOverSetWhichWinsOverTheFile() throws Exception {
        write("server: { port: 1 }\nresources: { capacity: 1, resume-percent: 1 }");

        Settings settings = settings(
                "--port", "3", "--set", "server.port=2", "--set", "resources.capacity=2", "--config", file.toString());

        assertThat(settings.wire().port()).isEqualTo(3);
        assertThat(settings.broker().capacityUnits()).isEqualTo(2);
        assertThat(settings.broker().resumePercent()).isEqualTo(1);
    }

    @Test
    void laterSetWinsOverAnEarlierOne() throws StartupException {
        assertThat(settings("--set", "resources.capacity=1", "--set", "resources.capacity=2")
                        .broker()
                        .capacityUnits())
                .isEqualTo(2);
    }

    @Test
    void emptyFileSetsNothing() throws Exception {
        write("# nothing yet\n");

        assertThat(settings("--config", file.toString())).isEqualTo(settings());
    }

    @Test
    void pathInAFileIsRelativeToTheFile() throws Exception {
        write("data: { directory: here }");

        assertThat(settings("--config", file.toString()).dataDirectory()).isEqualTo(directory.resolve("here"));
        assertThat(settings("--data-dir", "here").dataDirectory())
                .isEqualTo(Path.of("here").toAbsolutePath());
    }

    @Test
    void demoKeepsItsDataApartUnlessToldWhere() throws StartupException {
        assertThat(settings("--demo").dataDirectory())
                .isEqualTo(DataDirectory.standard().resolve("demo"));
        assertThat(settings("--demo", "--data-dir", directory.toString()).dataDirectory())
                .isEqualTo(directory);
    }

    @Test
    void unknownKeyIsToldWithTheClosestKnownOne() {
        assertSentence(
                "\"resources.capcity\" (--set) is not a setting; did you mean \"resources.capacity\"?"
                        + " --help lists them all.",
                "--set",
                "resources.capcity=3");
        assertSentence("\"colour\" (--set) is not a setting; --help lists them all.", "--set", "colour=blue");
    }

    @Test
    void unknownKeyInAFileIsToldWithItsLine() throws Exception {
        write("server:\n  port: 1\n  prot: 2\n");

        assertSentence(
                "\"server.prot\" (virdi.yaml:3) is not a setting; did you mean \"server.port\"?"
                        + " --help lists them all.",
                "--config",
                file.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server.port                       | 65536     | a whole number from 0 to 65535
            server.port                       | -1        | a whole number from 0 to 65535
            server.insecure                   | yes       | "true" or "false"
            server.shutdown-grace             | 5         | a duration from 0ms to 24h, such as 10s or 5min
            server.max-streams-per-connection | 0         | a whole number from 1 to 2147483647
            resources.capacity                | 0         | a whole number from 1 to 1000000000000000
            resources.capacity                | 1e3       | a whole number from 1 to 1000000000000000
            resources.resume-percent          | 100       | a whole number from 0 to 99
            resources.unknown                 | ignore    | "create" or "reject"
            consumers.fill-percent            | 0         | a whole number from 1 to 100
            consumers.coalescing              | -1s       | a duration from 0ms to 24h, such as 10s or 5min
            server.max-streams                | 0         | a whole number from 1 to 2147483647
            server.max-message                | 511       | a whole number from 512 to 65536
            server.max-message                | 65537     | a whole number from 512 to 65536
            server.max-waiting                | 131071    | a whole number from 131072 to 2147483647
            server.handshake-timeout          | 0         | a duration from 1ms to 24h, such as 10s or 5min
            server.keepalive                  | 9s        | a duration from 10s to 24h, such as 10s or 5min
            server.keepalive                  | 25h       | a duration from 10s to 24h, such as 10s or 5min
            server.keepalive-timeout          | never     | a duration from 10ms to 24h, such as 10s or 5min
            server.permitted-ping             | -1s       | a duration from 0ms to 24h, such as 10s or 5min
            server.max-resets                 | 0         | a whole number from 1 to 2147483647
            server.reopens-per-second         | 0         | a whole number from 1 to 2147483647
            server.reset-window               | 1500ms    | a duration in whole seconds from 1s to 24h, such as 10s or 5min
            server.reset-window               | 0         | a duration in whole seconds from 1s to 24h, such as 10s or 5min
            resources.max                     | 0         | a whole number from 1 to 2147483647
            server.first-message-timeout      | 0         | a duration from 1ms to 24h, such as 10s or 5min
            requests.first-repeat             | 1 day     | a duration from 1ms to 24h, such as 10s or 5min
            requests.longest-repeat           | soon      | a duration from 1ms to 24h, such as 10s or 5min
            clients.max                       | 2147483648| a whole number from 1 to 2147483647
            clients.max-streams               | none      | a whole number from 1 to 2147483647
            """)
    void valueThatIsNotWhatWasExpectedIsToldWithWhatWas(String key, String value, String expected) {
        assertSentence(key + " (--set) is \"" + value + "\"; expected " + expected + ".", "--set", key + "=" + value);
    }

    @Test
    void emptyValueIsToldToo() {
        assertSentence("server.bind (--bind) is \"\"; expected an address of this machine.", "--bind", "");
    }

    @Test
    void badValueInAFileIsToldWithItsLine() throws Exception {
        write("resources:\n  capacity: lots\n");

        assertSentence(
                "resources.capacity (virdi.yaml:2) is \"lots\"; expected a whole number from 1 to 1000000000000000.",
                "--config",
                file.toString());
    }

    @Test
    void repeatsThatDisagreeAreToldTogether() {
        assertSentence(
                "requests.longest-repeat (--set) is 500ms; expected no less than requests.first-repeat (default),"
                        + " which is 1s.",
                "--set",
                "requests.longest-repeat=500ms");
    }

    @Test
    void setWithoutAValueIsTold() {
        assertSentence(
                "--set resources.capacity gives no value; expected --set KEY=VALUE.", "--set", "resources.capacity");
    }

    @Test
    void addressThatOthersReachWantsTlsAndATokenOrAnOptOut() throws StartupException {
        assertSentence(
                "server.bind (--bind) is \"0.0.0.0\", which others can reach; expected server.tls.certificate and"
                        + " server.tls.key and server.token as well, or server.insecure=true to let anyone take and"
                        + " produce units.",
                "--bind",
                "0.0.0.0");
        assertSentence(
                "server.bind (--bind) is \"0.0.0.0\", which others can reach; expected server.token as well, or"
                        + " server.insecure=true to let anyone take and produce units.",
                "--bind",
                "0.0.0.0",
                "--set",
                "server.tls.certificate=c.pem",
                "--set",
                "server.tls.key=k.pem");
        assertThat(settings("--bind", "0.0.0.0", "--set", "server.insecure=true")
                        .wire()
                        .host())
                .isEqualTo("0.0.0.0");
        assertThat(settings("--bind", "::1").wire().host()).isEqualTo("::1");
    }

    @Test
    void addressThatIsNoneIsTold() {
        assertSentence(
                "server.bind (--bind) is \"not an address\"; expected an address of this machine.",
                "--bind",
                "not an address");
    }

    @Test
    void certificateWantsItsKey() {
        assertSentence(
                "server.tls.certificate (--set) was given without server.tls.key; expected both.",
                "--set",
                "server.tls.certificate=c.pem");
        assertSentence(
                "server.tls.key (--set) was given without server.tls.certificate; expected both.",
                "--set",
                "server.tls.key=k.pem");
    }

    @Test
    void tokenIsNeverRepeated() {
        assertSentence(
                "server.token (--set) cannot be used; expected printable ASCII characters without spaces.",
                "--set",
                "server.token=my secret");
    }

    @Test
    void demoCannotSpeakToAServerWithAToken() {
        assertSentence(
                "--demo cannot be used with server.tls.certificate or server.token: its clients speak plaintext.",
                "--demo",
                "--set",
                "server.token=secret");
    }

    @Test
    void fileThatIsNotThereIsTold() {
        assertSentence(
                "The settings file " + file + " (--config) is not there; expected a YAML file.",
                "--config",
                file.toString());
    }

    @Test
    void fileThatIsNoYamlIsToldWithItsLine() throws Exception {
        write("server:\n  port: [1\n");

        assertThatThrownBy(() -> settings("--config", file.toString()))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith(file + ":3 is not YAML: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void fileThatIsNoTextIsTold() throws Exception {
        Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28, 0, 1});

        assertThatThrownBy(() -> settings("--config", file.toString()))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("\n");
    }

    @Test
    void fileWithoutKeysIsTold() throws Exception {
        write("- server\n- port\n");

        assertSentence(
                "virdi.yaml:1 is not a list of settings; expected \"key: value\" lines.", "--config", file.toString());
    }

    @Test
    void listInsteadOfAValueIsTold() throws Exception {
        write("server:\n  port: [1, 2]\n");

        assertSentence("server.port (virdi.yaml:2) is a list; expected one value.", "--config", file.toString());
    }

    @Test
    void keyGivenTwiceInAFileIsTold() throws Exception {
        write("server:\n  port: 1\nserver.port: 2\n");

        assertSentence("server.port (virdi.yaml:3) was given in line 2 already.", "--config", file.toString());
    }

    @Test
    void aliasThatPointsAtItselfIsTold() throws Exception {
        write("server: &again\n  tls: *again\n");

        assertThatThrownBy(() -> settings("--config", file.toString())).hasMessageContaining("nested too deeply");
    }

    @Test
    void dataGoesWhereThePlatformKeepsIt() {
        Path home = directory.resolve("home");
        Path elsewhere = directory.resolve("elsewhere");

        assertThat(DataDirectory.standard("Linux", home, Map.of()))
                .isEqualTo(home.resolve(".local/share/virdi-console"));
        assertThat(DataDirectory.standard("Linux", home, Map.of("XDG_DATA_HOME", elsewhere.toString())))
                .isEqualTo(elsewhere.resolve("virdi-console"));
        assertThat(DataDirectory.standard("Linux", home, Map.of("XDG_DATA_HOME", "relative")))
                .isEqualTo(home.resolve(".local/share/virdi-console"));
        assertThat(DataDirectory.standard("Mac OS X", home, Map.of()))
                .isEqualTo(home.resolve("Library/Application Support/virdi-console"));
        assertThat(DataDirectory.standard("Windows 11", home, Map.of("LOCALAPPDATA", elsewhere.toString())))
                .isEqualTo(elsewhere.resolve("virdi-console"));
    }

    private void write(String yaml) throws Exception {
        Files.writeString(file, yaml);
    }

    private static void assertSentence(String sentence, String... arguments) {
        assertThatThrownBy(() -> settings(arguments))
                .isInstanceOf(StartupException.class)
                .hasMessage(sentence);
    }

    private static Settings settings(String... arguments) throws StartupException {
        Options options = new Options();
        options.parser().parseArgs(arguments);
        return options.settings();
    }
}
