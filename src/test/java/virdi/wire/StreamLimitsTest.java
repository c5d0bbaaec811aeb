package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import virdi.model.BrokerEvent;
import virdi.model.ClientId;
import virdi.proto.ProductionRequest;
import virdi.wire.WireSettings.Limits;

/** How many streams may be open. */
class StreamLimitsTest {
    private final ScriptedGateway gateway = new ScriptedGateway(10);

    @Test
    void theLimitOverAllClientsIsNamedAndCountsSilentStreams() throws Exception {
        try (var transport = Way.SOCKET.serve(gateway, limits(3, 1_000))) {
            var first = transport.client("first").offer("iron");
            assertThat(gateway.heard()).isEqualTo("offer of iron");
            RawCall.open(transport.client("second").channel(), "Virdi/Consume").awaitOpened();
            var third = transport.client("third");
            third.produce();
            assertThat(gateway.heard()).isEqualTo("production");

            String told = "3 streams are open; the limit server.max-streams is 3";
            assertThat(third.offer("coal").awaitEnd()).isEqualTo(new Heard.End(Status.Code.UNAVAILABLE, told, null));
            assertThat(third.consume("furnace", "coal", 1).awaitEnd().code()).isEqualTo(Status.Code.UNAVAILABLE);
            assertThat(third.produce("coal").awaitEnd()).isEqualTo(new Heard.End(Status.Code.UNAVAILABLE, told, "0"));

            first.cancel();
            while (!gateway.heard().equals("offer of lead")) {
                third.offer("lead");
            }
        }
    }

    @Test
    void aConnectionNearItsLimitIsToldOnceUntilItHasEmptied() throws Exception {
        try (var transport = Way.SOCKET.serve(gateway, limits(1_000, 10))) {
            var client = transport.client("busy");
            var streams = new ArrayList<Heard<?, ProductionRequest>>();
            open(client, streams, 7);
            open(client, streams, 1, "busy is crowded: 8 of 10");
            open(client, streams, 2);
            close(streams, 4);
            open(client, streams, 3);
            close(streams, 5);
            open(client, streams, 3);
            open(client, streams, 1, "busy is crowded: 8 of 10");
            assertThat(gateway.silent()).isTrue();
        }
    }

    private void open(TestClient client, List<Heard<?, ProductionRequest>> streams, int count, String... before)
            throws InterruptedException {
        for (int i = 0; i < count; i++) {
            streams.add(client.offer("iron"));
            for (String told : before) {
                assertThat(gateway.heard()).isEqualTo(told);
            }
            assertThat(gateway.heard()).isEqualTo("offer of iron");
        }
    }

    private void close(List<Heard<?, ProductionRequest>> streams, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            streams.removeFirst().cancel();
            assertThat(gateway.heard()).isEqualTo("cancelled");
        }
    }

    @Test
    void theOperatorReadsOfACrowdedConnection() throws Exception {
        try (var broker = BrokerRun.start(Way.SOCKET, BrokerRun.settings(), limits(1_000, 5))) {
            var client = broker.client("busy");
            for (int i = 0; i < 4; i++) {
                client.offer("iron");
            }
            broker.awaitSnapshot(
                    snapshot -> !broker.events(BrokerEvent.Kind.CROWDED).isEmpty());
            BrokerEvent event = broker.events(BrokerEvent.Kind.CROWDED).getFirst();
            assertThat(event.client()).isEqualTo(new ClientId("busy"));
            assertThat(event.units()).isEqualTo(4);
            assertThat(event.detail()).startsWith("4 of 5 streams are open on its connection from 127.0.0.1:");
        }
    }

    private static Limits limits(int maxStreams, int maxStreamsPerConnection) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                maxStreams,
                maxStreamsPerConnection,
                usual.maxMessageBytes(),
                usual.firstMessageTimeout(),
                usual.handshakeTimeout(),
                usual.maxResets(),
                usual.resetWindow(),
                usual.reopensPerSecond(),
                usual.maxWaitingBytes());
    }
}
