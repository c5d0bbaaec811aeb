package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import virdi.model.Peer;
import virdi.model.StreamKind;

/** How a client is called. */
class ClientNameTest {
    private final ScriptedGateway gateway = new ScriptedGateway(10);
    private final Transport socket = Transport.socket(gateway);
    private final Transport inProcess = Way.IN_PROCESS.serve(gateway);

    ClientNameTest() throws IOException {}

    @AfterEach
    void stop() throws InterruptedException {
        socket.close();
        inProcess.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mc-overworld", "a", "two words", "~!@#$%^&*()"})
    void aClientIsCalledAsItSays(String name) throws InterruptedException {
        socket.client(name).offer("iron");
        assertThat(gateway.heard()).isEqualTo("offer of iron");
        Peer peer = gateway.peers.getFirst();
        assertThat(peer.client().value()).isEqualTo(name);
        assertThat(peer.named()).isTrue();
        assertThat(peer.remoteAddress()).matches("127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void theLongestNameIsLegal() throws InterruptedException {
        socket.client("n".repeat(256)).offer("iron");
        assertThat(gateway.heard()).isEqualTo("offer of iron");
    }

    @Test
    void aClientWithoutNameIsCalledAfterItsAddress() throws InterruptedException {
        socket.client(null).offer("iron");
        assertThat(gateway.heard()).isEqualTo("offer of iron");
        Peer peer = gateway.peers.getFirst();
        assertThat(peer.named()).isFalse();
        assertThat(peer.client().value()).isEqualTo(peer.remoteAddress()).matches("127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void aNameThatIsEmptyBlankOrTooLongIsRefused() {
        for (String name : new String[] {"", "   ", "n".repeat(257)}) {
            refused(socket.client(name).offer("iron").awaitEnd());
            refused(inProcess.client(name).offer("iron").awaitEnd());
        }
        assertThat(gateway.refusals)
                .hasSize(6)
                .noneMatch(refusal -> refusal.peer().named());
    }

    /** In-process only: a gRPC client drops such metadata before they reach a socket. */
    @Test
    void aNameWithControlCharactersIsRefused() {
        refused(inProcess.client("tab\there").offer("iron").awaitEnd());
        refused(inProcess.client("bell\u0007").consume("furnace", "iron", 60).awaitEnd());
        Heard.End production = inProcess.client("\u001b[31m").produce().awaitEnd();
        refused(production);
        assertThat(production.accepted()).isEqualTo("0");
        assertThat(gateway.refusals)
                .extracting(ScriptedGateway.Refusal::kind)
                .containsExactly(StreamKind.OFFER, StreamKind.CONSUMER, StreamKind.PRODUCTION);
    }

    private static void refused(Heard.End end) {
        assertThat(end.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(end.message()).contains("client-id is not valid; expected 1 to 256 printable ASCII characters");
    }
}
