package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import virdi.proto.ConsumptionRequest;
import virdi.wire.WireSettings.KeepAlive;
import virdi.wire.WireSettings.Limits;

/** Pings on a connection, both ways, with the shortest times that there are. */
class KeepAliveTest {
    private static final Duration TIME = KeepAlive.SHORTEST_TIME;
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    /** What a busy machine may need on top. */
    private static final Duration SLACK = Duration.ofSeconds(4);

    private static final byte[] PING = new byte[8];

    @Test
    void theShippedTimesLetAHalfOpenClientVanishWithinFortySeconds() {
        assertThat(KeepAlive.DEFAULT.time().plus(KeepAlive.DEFAULT.timeout())).isEqualTo(Duration.ofSeconds(40));
        assertThat(KeepAlive.DEFAULT.permittedPing()).isEqualTo(Duration.ofSeconds(10));
    }

    /**
     * The network of one goes dead: no side is told, and its consumer id is still taken. Another stops reading. Both vanish;
     * a third, which says nothing by itself but answers, stays.
     */
    @Test
    void halfOpenClientsVanishAndTheirConsumerIdsAreFreeAgain() throws Exception {
        try (var broker = run(new KeepAlive(TIME, TIMEOUT, TIME));
                var network = new Proxy(broker.transport().port());
                var deaf = RawHttp2.deaf(broker.transport().port());
                var quiet = RawHttp2.connect(broker.transport().port())) {
            ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", network.port())
                    .usePlaintext()
                    .build();
            var lost = new TestClient(channel, "mc-1");
            lost.offer("iron");
            lost.consume("furnace", "coal", 60);
            lost.produce("iron").amount(17);
            consume(deaf, "deaf");
            int stays = consume(quiet, "quiet");
            broker.awaitAccepted("iron", 17);
            broker.awaitSnapshot(
                    snapshot -> snapshot.offers().size() + snapshot.consumers().size() == 4);

            network.die();
            long dead = System.nanoTime();
            var back = broker.client("mc-1");
            Heard.End refused = back.consume("furnace", "coal", 60).awaitEnd();
            assertThat(refused.code()).isEqualTo(Status.Code.ALREADY_EXISTS);

            broker.awaitSnapshot(snapshot -> snapshot.offers().isEmpty()
                    && snapshot.consumers().size() == 1
                    && snapshot.productions().isEmpty());
            assertThat(Duration.ofNanos(System.nanoTime() - dead))
                    .isLessThan(TIME.plus(TIMEOUT).plus(SLACK));
            assertThat(broker.ledger("iron").level()).isEqualTo(17);
            assertThat(quiet.pings()).isPositive();
            assertThat(quiet.ended(stays)).isFalse();

            var again = back.consume("furnace", "coal", 60);
            broker.awaitSnapshot(snapshot -> snapshot.consumers().size() == 2);
            assertThat(again.ended()).isFalse();
            channel.shutdownNow();
        }
    }

    @Test
    void aClientThatPingsMoreOftenThanPermittedIsCutOff() throws Exception {
        try (var broker = run(new KeepAlive(TIME, TIME, Duration.ofSeconds(10)));
                var client = RawHttp2.connect(broker.transport().port())) {
            consume(client, "raw");
            broker.awaitSnapshot(snapshot -> snapshot.consumers().size() == 1);
            // All at once: it may be cut off before the last.
            client.frames(10, RawHttp2.PING, PING);
            // 11 is HTTP/2's ENHANCE_YOUR_CALM.
            assertThat(client.awaitClosed()).isEqualTo("goaway 11 too_many_pings");
            broker.awaitSnapshot(snapshot -> snapshot.consumers().isEmpty());
        }
    }

    @Test
    void aClientThatPingsAsPermittedIsNot() throws Exception {
        try (var broker = run(new KeepAlive(TIME, TIME, Duration.ofMillis(50)));
                var client = RawHttp2.connect(broker.transport().port())) {
            int stream = consume(client, "raw");
            Awaitility.await().pollInterval(Duration.ofMillis(100)).until(() -> {
                client.frame(RawHttp2.PING, 0, 0, PING);
                return client.pongs() >= 10;
            });
            assertThat(client.ended(stream)).isFalse();
            assertThat(client.isClosed()).isFalse();
        }
    }

    private static BrokerRun run(KeepAlive keepAlive) throws IOException {
        return BrokerRun.start(BrokerRun.settings(), WireSettingsTest.with(keepAlive, Limits.DEFAULT));
    }

    /** Opens a consumer of what there is none of. */
    private static int consume(RawHttp2 client, String name) throws IOException {
        ConsumptionRequest request = TestClient.request("furnace", "coal", 60).build();
        int stream = client.call("/Virdi/Consume", "client-id", name);
        client.frame(RawHttp2.DATA, RawHttp2.END_STREAM, stream, RawHttp2.message(request.toByteArray()));
        return stream;
    }
}
