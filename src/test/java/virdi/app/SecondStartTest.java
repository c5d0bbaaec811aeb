package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import virdi.app.process.StartupException;

/** A start with a data directory that a first program holds. */
final class SecondStartTest {
    private static final List<String> WINDOW_WITHOUT_SCREEN =
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Dlogback.configurationFile=logback.xml");

    @TempDir
    Path directory;

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void bringsTheWindowForward() throws Exception {
        try (SingleInstanceSocket socket = first(false)) {
            assertThat(SecondStart.ask(directory, false)).get(STRING).contains("host:1", "brought forward.");
        }
        assertThat(done).containsExactly("show");
    }

    @Test
    void hasTheDemoStartedIfItWasAskedForOne() throws Exception {
        try (SingleInstanceSocket socket = first(false)) {
            assertThat(SecondStart.ask(directory, true)).get(STRING).endsWith("its demo started.");
        }
        assertThat(done).containsExactly("demo", "show");
    }

    @Test
    void isToldWhereABrokerWithoutAWindowRuns() {
        try (SingleInstanceSocket socket = first(true)) {
            assertThatThrownBy(() -> SecondStart.ask(directory, true))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContainingAll("without a window", "host:1", "--data-dir");
        }
        assertThat(done).isEmpty();
    }

    @Test
    void findsNobodyWhereNobodyIsOrWasOrHasGone() throws Exception {
        assertThat(SecondStart.ask(directory, false)).isEmpty();

        first(false).close();
        assertThat(directory).isEmptyDirectory();
        assertThat(SecondStart.ask(directory, false)).isEmpty();
    }

    @Test
    void socketOfAProcessThatWasKilledIsDeleted() throws Exception {
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address()).close();
        assertThat(directory.resolve("virdi.sock")).exists();
        assertThat(SecondStart.ask(directory, false)).isEmpty();

        try (SingleInstanceSocket socket = first(false)) {
            assertThat(SecondStart.ask(directory, false)).isPresent();
        }
    }

    @Test
    void aProcessThatDoesNotRespondIsNotWaitedForForEver() throws Exception {
        try (ServerSocketChannel hangs =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address())) {
            assertThat(SecondStart.ask(directory, false)).isEmpty();
        }
    }

    @Test
    void aClientThatSendsNothingBlocksNobody() throws Exception {
        try (SingleInstanceSocket socket = first(false);
                SocketChannel silent = SocketChannel.open(address())) {
            assertThat(SecondStart.ask(directory, false)).isPresent();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerCanConnect() throws Exception {
        try (SingleInstanceSocket socket = first(false)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("virdi.sock"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void pathTooLongForASocketIsNoReasonNotToStart() throws Exception {
        Path deep = Files.createDirectories(directory.resolve("d".repeat(120)));
        try (SingleInstanceSocket socket = SingleInstanceSocket.open(deep, line -> line)) {
            assertThat(SecondStart.ask(deep, false)).isEmpty();
        }
    }

    @Test
    void secondProcessEndsWellAndTheFirstGoesOn() throws Exception {
        String[] arguments = {
            "--port", "0", "--data-dir", directory.resolve("data").toString()
        };
        try (ProgramRun first = ProgramRun.start(directory, WINDOW_WITHOUT_SCREEN, Main.class.getName(), arguments)
                        .awaitOutput("listening on");
                ProgramRun second =
                        ProgramRun.start(directory, WINDOW_WITHOUT_SCREEN, Main.class.getName(), arguments)) {
            assertThat(second.exitCode()).as(second::err).isZero();
            assertThat(second.out()).startsWith("Virdi Console is open already").contains("brought forward");
            assertThat(first.terminate().exitCode()).isEqualTo(143);
        }
        assertThat(directory.resolve("data/virdi.sock")).doesNotExist();
    }

    @Test
    void twoProcessesStartedAtOnceBecomeOne() throws Exception {
        String[] arguments = {
            "--port", "0", "--data-dir", directory.resolve("data").toString()
        };
        try (ProgramRun one = ProgramRun.start(directory, WINDOW_WITHOUT_SCREEN, Main.class.getName(), arguments);
                ProgramRun other =
                        ProgramRun.start(directory, WINDOW_WITHOUT_SCREEN, Main.class.getName(), arguments)) {
            ProgramRun ended = one.endsBefore(other) ? one : other;
            ProgramRun stays = ended == one ? other : one;
            assertThat(ended.exitCode()).as(ended::err).isZero();
            assertThat(ended.out()).contains("brought forward");
            assertThat(stays.awaitOutput("listening on").terminate().exitCode()).isEqualTo(143);
        }
    }

    @Test
    void secondProcessIsRefusedByABrokerWithoutAWindow() throws Exception {
        String data = directory.resolve("data").toString();
        try (ProgramRun first = ProgramRun.start(directory, "--headless", "--port", "0", "--data-dir", data)
                        .awaitOutput("listening on");
                ProgramRun second = ProgramRun.start(directory, "--port", "0", "--data-dir", data)) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.err().lines()).singleElement().asString().contains("without a window", "127.0.0.1:");
            assertThat(first.terminate().exitCode()).isEqualTo(143);
        }
    }

    private SingleInstanceSocket first(boolean headless) {
        return SingleInstanceSocket.open(
                directory,
                line -> SecondStart.answer(line, headless, "host:1", () -> done.add("show"), () -> done.add("demo")));
    }

    private UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(directory.resolve("virdi.sock"));
    }
}
