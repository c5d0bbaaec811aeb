package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.app.SocketClient.soon;

import io.grpc.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import virdi.app.process.StartupException;
import virdi.app.settings.Options;
import virdi.model.Ledger;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;

/** The port, closed and opened by the desk of a running broker, and real clients at its socket. */
@SuppressWarnings("NullAway.Init") // @BeforeEach comes before every test
class ServerControllerTest {
    private static final OperatorCommand OPEN = new OperatorCommand.Listen(true);
    private static final OperatorCommand CLOSE = new OperatorCommand.Listen(false);

    @TempDir
    private Path data;

    private RunningBroker broker;

    @BeforeEach
    void start() throws StartupException {
        Options options = new Options();
        options.parser().parseArgs("--port", "0", "--data-dir", data.toString());
        broker = RunningBroker.start(options.settings());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private Outcome submit(OperatorCommand command) {
        return broker.desk().submit(command).join();
    }

    private void close() {
        assertThat(submit(CLOSE)).isInstanceOf(Outcome.Done.class);
        soon(() -> !connects());
    }

    private boolean connects() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), broker.port()));
            return true;
        } catch (ConnectException refused) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Optional<Ledger> iron() {
        return broker.frames().latest().resources().stream()
                .filter(it -> it.id().value().equals("iron"))
                .map(it -> it.state().ledger())
                .findFirst();
    }

    @Test
    void closingEndsTheClientsStreamsAndThenRefusesConnections() throws InterruptedException {
        try (SocketClient client = new SocketClient(broker.port(), "forge")) {
            client.produce("iron", 100).awaitEnd();
            var consuming = client.consume("c", "iron", 60).awaitMessages(1);
            assertThat(submit(CLOSE)).isEqualTo(new Outcome.Done("stopped listening (1 stream ended)", OPEN));
            assertThat(consuming.awaitEnd()).satisfies(status -> {
                assertThat(status.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
                assertThat(status.getDescription()).isEqualTo("broker is shutting down");
            });
            soon(() -> !connects());
            assertThat(client.consume("c", "iron", 60).awaitEnd().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
            soon(() -> !broker.frames().latest().listening());
        }
    }

    @Test
    void openingServesANewClientOnTheSamePortFromTheLevelThatWas() throws InterruptedException {
        String endpoint = broker.endpoint();
        try (SocketClient mine = new SocketClient(broker.port(), "mine")) {
            mine.produce("iron", 100).awaitEnd();
        }
        close();
        assertThat(submit(OPEN)).isEqualTo(new Outcome.Done("listening again", null));
        assertThat(broker.endpoint()).isEqualTo(endpoint);
        try (SocketClient forge = new SocketClient(broker.port(), "forge")) {
            var consuming = forge.consume("c", "iron", 40).awaitMessages(1);
            assertThat(consuming.messages().getFirst().getAmount()).isEqualTo(30);
            soon(() -> broker.frames().latest().listening()
                    && iron().equals(Optional.of(new Ledger(0, 100, 0, 30, 70, 0))));
        }
        assertThat(broker.frames().latest().totals().ledgerDifference()).isZero();
    }

    @Test
    void aPortTakenMeanwhileRefusesTheOpeningWithASentenceAndItStaysClosed() throws IOException {
        close();
        try (ServerSocket other = new ServerSocket(broker.port(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(submit(OPEN))
                    .isEqualTo(new Outcome.Refused("port " + other.getLocalPort()
                            + " on 127.0.0.1 is taken by another program; ss -ltnp 'sport = :" + other.getLocalPort()
                            + "' shows by which"));
        }
        assertThat(submit(CLOSE)).isEqualTo(new Outcome.Refused("the broker does not listen"));
        assertThat(connects()).isFalse();
        assertThat(submit(OPEN)).isInstanceOf(Outcome.Done.class);
        assertThat(connects()).isTrue();
    }

    @Test
    void undoOpensAgain() {
        close();
        assertThat(broker.desk().undoable()).contains("stopped listening");
        assertThat(broker.desk().undo().join()).isInstanceOf(Outcome.Done.class);
        assertThat(connects()).isTrue();
        assertThat(broker.desk().audit().stream().limit(2))
                .extracting(entry -> entry.act() + " | " + entry.outcome())
                .containsExactly("undo: stopped listening | listening again", "stop listening | stopped listening");
    }

    @Test
    void closingAndOpeningInAHurryAreDoneOneAfterTheOther() {
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        for (int time = 0; time < 5; time++) {
            answers.add(broker.desk().submit(CLOSE));
            answers.add(broker.desk().submit(OPEN));
        }
        assertThat(answers).extracting(CompletableFuture::join).hasOnlyElementsOfType(Outcome.Done.class);
        assertThat(connects()).isTrue();
    }

    @Test
    void aBrokerWithItsPortClosedStopsAndLeavesNoThread() {
        close();
        broker.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("virdi-port", "virdi-broker");
        assertThat(connects()).isFalse();
    }
}
