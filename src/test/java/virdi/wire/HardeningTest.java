package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;

/** Connections that misbehave below the protocol, over a real socket: they end, and nobody else notices. */
class HardeningTest {
    private final ScriptedGateway gateway = new ScriptedGateway(10);

    @Test
    void garbageInsteadOfHttp2ClosesTheConnection() throws Exception {
        var server = started(Transport.settings());
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write("GET / HTTP/1.1\r\nHost: virdi\r\n\r\n".repeat(10).getBytes(StandardCharsets.US_ASCII));
            assertThat(closes(socket)).isTrue();
        }
        server.stop();
    }

    @Test
    void aConnectionThatNeverSpeaksIsClosedAfterTheHandshakeTimeout() throws Exception {
        var server = started(WireSettingsTest.strict(1_000, 1_000, Duration.ofMillis(200)));
        try (var socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            assertThat(closes(socket)).isTrue();
        }
        server.stop();
    }

    @Test
    void rapidResetsCloseTheConnectionAndNoOther() throws Exception {
        try (var transport = Transport.socket(gateway, WireSettingsTest.strict(1_000, 20, Duration.ofSeconds(10)))) {
            var calm = transport.client("calm").offer("iron");
            assertThat(gateway.heard()).isEqualTo("offer of iron");
            var rapid = transport.client("rapid");
            var witness = rapid.offer("coal");
            assertThat(gateway.heard()).isEqualTo("offer of coal");
            for (int i = 0; i < 100; i++) {
                rapid.offer("x").cancel();
            }
            // As its own gRPC library calls a connection that was closed with ENHANCE_YOUR_CALM.
            assertThat(witness.awaitEnd().code()).isIn(Status.Code.UNAVAILABLE, Status.Code.RESOURCE_EXHAUSTED);
            assertThat(calm.ended()).isFalse();
        }
    }

    /** Far more than it may at once, and none of it is lost. */
    @Test
    void aClientThatCancelsAndResumesIsReadSlowlyAndServedOn() throws Exception {
        try (var transport = Transport.socket(gateway, WireSettingsTest.slowingReopens(100))) {
            var client = transport.client("restless");
            for (int i = 0; i < 30; i++) {
                var offer = client.offer("iron");
                assertThat(gateway.heard()).isEqualTo("offer of iron");
                offer.cancel();
                assertThat(gateway.heard()).isEqualTo("cancelled");
            }
            var calm = transport.client("calm").offer("coal");
            assertThat(gateway.heard()).isEqualTo("offer of coal");
            assertThat(calm.ended()).isFalse();
        }
    }

    @Test
    void streamsAboveTheConnectionsLimitWaitAtTheirClient() throws Exception {
        // As many that one stream less does not end the crowd, whichever is told first: the one's end or the next one's
        // opening.
        try (var transport = Transport.socket(gateway, WireSettingsTest.strict(5, 1_000, Duration.ofSeconds(10)))) {
            var client = transport.client("many");
            var first = client.offer("r1");
            assertThat(gateway.heard()).isEqualTo("offer of r1");
            for (String next : List.of("r2", "r3")) {
                client.offer(next);
                assertThat(gateway.heard()).isEqualTo("offer of " + next);
            }
            client.offer("r4");
            assertThat(gateway.heard()).isEqualTo("many is crowded: 4 of 5");
            assertThat(gateway.heard()).isEqualTo("offer of r4");
            client.offer("r5");
            assertThat(gateway.heard()).isEqualTo("offer of r5");
            client.offer("r6");
            gateway.outlet(StreamGateway.OfferOutlet.class).close(CloseStatus.SHUTTING_DOWN, 0);
            assertThat(gateway.heard()).isEqualTo("offer of r6");
            assertThat(first.awaitEnd().code()).isEqualTo(Status.Code.UNAVAILABLE);
        }
    }

    /** As throttled productions are: what they send waits, and must not use up what their connection may send at all. */
    @Test
    void streamsThatAreNotReadHoldUpNoOtherOfTheirConnection() throws Exception {
        try (var transport = Transport.socket(gateway)) {
            var client = transport.client("throttled");
            for (int i = 0; i < 20; i++) {
                var stuck = client.produce("iron");
                assertThat(gateway.heard()).isEqualTo("production");
                assertThat(gateway.heard()).isEqualTo("init iron");
                for (int amount = 0; amount < 20_000; amount++) {
                    stuck.amount(1);
                }
                for (int credit = 1; credit < 10; credit++) {
                    assertThat(gateway.heard()).isEqualTo("amount 1");
                }
            }
            client.offer("coal");
            assertThat(gateway.heard()).isEqualTo("offer of coal");
        }
    }

    private VirdiServer started(WireSettings settings) throws IOException {
        var server = new VirdiServer(settings, gateway);
        server.start();
        return server;
    }

    /** Reads until the other side has had enough: an end of stream or a reset. */
    private static boolean closes(Socket socket) throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // What it says before it closes is HTTP/2's business.
            }
            return true;
        } catch (SocketException reset) {
            return true;
        }
    }
}
