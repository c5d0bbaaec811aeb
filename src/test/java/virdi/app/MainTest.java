package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program from outside: what it says, what it loads, and the code it ends with. */
final class MainTest {
    private static final int REFUSED = 2;
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    Path directory;

    @Test
    void badSettingIsOneSentenceAndExitCodeTwo() throws Exception {
        try (ProgramRun run = ProgramRun.start(directory, "--headless", "--set", "resources.capcity=3")) {
            assertThat(run.exitCode()).isEqualTo(REFUSED);
            assertThat(run.err().lines())
                    .containsExactly("\"resources.capcity\" (--set) is not a setting; did you mean"
                            + " \"resources.capacity\"? --help lists them all.");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void unknownOptionIsOneSentenceAndExitCodeTwo() throws Exception {
        try (ProgramRun run = ProgramRun.start(directory, "--headles")) {
            assertThat(run.exitCode()).isEqualTo(REFUSED);
            assertThat(run.err().lines()).singleElement().asString().contains("--headles", "--help");
        }
    }

    @Test
    void helpAndVersionEndWell() throws Exception {
        try (ProgramRun help = ProgramRun.start(directory, "--help");
                ProgramRun version = ProgramRun.start(directory, "--version")) {
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("--headless", "resources.capacity [10000]");
            assertThat(version.exitCode()).isZero();
            assertThat(version.out()).containsPattern("Virdi Console \\d+\\.\\d+\\.\\d+");
        }
    }

    @Test
    void withoutADisplayASentenceOffersHeadlessBeforeAnyClassOfJavaFxIsLoaded() throws Exception {
        Path loaded = directory.resolve("loaded.txt");
        try (ProgramRun run = ProgramRun.start(
                directory,
                List.of("-Xlog:class+load:file=" + loaded),
                Main.class.getName(),
                "--data-dir",
                directory.resolve("data").toString())) {
            assertThat(run.exitCode()).isEqualTo(REFUSED);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("No window can be opened here: neither DISPLAY nor WAYLAND_DISPLAY is set.")
                    .contains("--headless");
        }
        assertThat(loaded).content().contains("virdi.app.Main").doesNotContain("javafx.");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void displayThatCannotBeReachedIsASentenceToo() throws Exception {
        List<String> command = List.of(
                "env",
                "DISPLAY=:4711",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data-dir",
                directory.resolve("data").toString());
        try (ProgramRun run = ProgramRun.start(directory, command)) {
            assertThat(run.exitCode()).isEqualTo(REFUSED);
            assertThat(run.err()).startsWith("No window can be opened here: ").contains("--headless");
            assertThat(run.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void headlessLoadsNoClassOfJavaFxAndEndsInOrderOnSigterm() throws Exception {
        Path loaded = directory.resolve("loaded.txt");
        Path data = directory.resolve("data");
        try (ProgramRun run = ProgramRun.start(
                directory,
                List.of("-Xlog:class+load:file=" + loaded),
                Main.class.getName(),
                "--headless",
                "--demo",
                "--port",
                "0",
                "--data-dir",
                data.toString())) {
            run.awaitOutput("listening on 127.0.0.1:").terminate();

            assertThat(run.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(run.out()).contains("stopped").doesNotContain("ERROR", "WARN");
            assertThat(run.err()).isEmpty();
        }
        assertThat(loaded).content().contains("virdi.sim.FactoryWorld").doesNotContain("javafx.");
        assertThat(data.resolve("logs").resolve("virdi-console.log")).content().contains("listening on", "stopped");
    }

    @Test
    void portThatIsTakenIsToldWithHowToFindWhoAndExitCodeTwo() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ProgramRun run = ProgramRun.start(
                        directory,
                        "--headless",
                        "--port",
                        Integer.toString(other.getLocalPort()),
                        "--data-dir",
                        directory.resolve("data").toString())) {
            assertThat(run.exitCode()).isEqualTo(REFUSED);
            assertThat(run.err())
                    .contains("ort " + other.getLocalPort(), "is taken", "ss -ltnp", "--port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void dataDirectoryInUseIsToldWithTheProcessThatUsesIt() throws Exception {
        String[] arguments = {
            "--headless", "--port", "0", "--data-dir", directory.resolve("data").toString()
        };
        try (ProgramRun first = ProgramRun.start(directory, arguments).awaitOutput("listening on");
                ProgramRun second = ProgramRun.start(directory, arguments)) {
            assertThat(second.exitCode()).isEqualTo(REFUSED);
            assertThat(second.err().lines())
                    .singleElement()
                    .asString()
                    .contains("is in use by another Virdi Console", "--data-dir", "--port");
            assertThat(first.terminate().exitCode()).isEqualTo(ENDED_BY_SIGTERM);
        }
    }

    @Test
    void damagedStoreIsToldAndLeftAlone() throws Exception {
        Path data = Files.createDirectories(directory.resolve("data"));
        Path store = Files.writeString(data.resolve("virdi.mv.db"), "not a database ".repeat(1_000));
        try (ProgramRun run = ProgramRun.start(directory, "--headless", "--port", "0", "--data-dir", data.toString())) {
            assertThat(run.exitCode()).isEqualTo(REFUSED);
            assertThat(run.err().lines()).singleElement().asString().contains(store.toString(), "move it away");
        }
        assertThat(store).content().startsWith("not a database");
    }

    @Test
    void certificateThatIsNotThereIsTold() throws Exception {
        try (ProgramRun run = ProgramRun.start(
                directory,
                "--headless",
                "--port",
                "0",
                "--data-dir",
                directory.resolve("data").toString(),
                "--set",
                "server.tls.certificate=nowhere.pem",
                "--set",
                "server.tls.key=nowhere.key")) {
            assertThat(run.exitCode()).isEqualTo(REFUSED);
            assertThat(run.err().lines()).singleElement().asString().contains("nowhere.pem");
        }
    }

    /** Were it still open when JavaFX's shutdown hook runs, it would be painted without a painter, and say so on stderr. */
    @Test
    void sigtermClosesTheWindowBeforeAnythingElseEnds() throws Exception {
        try (ProgramRun run = ProgramRun.start(
                directory,
                List.of("-Dglass.platform=Headless", "-Dprism.order=sw"),
                Main.class.getName(),
                "--demo",
                "--port",
                "0",
                "--data-dir",
                directory.resolve("data").toString())) {
            run.awaitOutput("window drawn").terminate();

            assertThat(run.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(run.out()).doesNotContain("ERROR").containsSubsequence("window closed", "no longer", "stopped");
            assertThat(run.err()).doesNotContain("\tat ");
        }
    }

    @Test
    void closingTheWindowEndsTheProgramInOrder() throws Exception {
        try (ProgramRun run = ProgramRun.start(
                directory,
                List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dlogback.configurationFile=logback.xml"),
                ClosesItsWindow.class.getName(),
                "--demo",
                "--port",
                "0",
                "--data-dir",
                directory.resolve("data").toString())) {
            assertThat(run.exitCode()).as(() -> run.out() + run.err()).isZero();
            assertThat(run.out()).contains("listening on", "stopped").doesNotContain("ERROR");
        }
    }
}
