package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;
import virdi.proto.ResourceProduction;
import virdi.proto.ResourceProductionInitInfo;

/** Messages over the limit, over a real socket: refused like any other bad request, and never held in memory. */
class OversizedMessageTest {
    private static final String TOLD = "the message is too large; expected at most 4096 bytes";

    @ParameterizedTest
    @CsvSource({
        "OfferProduction, 4097", "OfferProduction, 100000", "OfferProduction, 20000000",
        "Produce, 4097", "Produce, 100000", "Produce, 20000000",
        "Consume, 4097", "Consume, 100000", "Consume, 20000000",
    })
    void areInvalidHoweverLarge(String method, int bytes) throws Exception {
        try (var broker = BrokerRun.start(Way.SOCKET, BrokerRun.settings())) {
            var client = broker.client("huge");
            var neighbour = client.produce("iron").amount(1);
            broker.awaitAccepted("iron", 1);
            Heard.End end = RawCall.end(client.channel(), "Virdi/" + method, CallOptions.DEFAULT, new byte[bytes]);
            assertThat(end.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(end.message()).startsWith(TOLD);
            assertThat(end.accepted()).isEqualTo(method.equals("Produce") ? "0" : null);
            assertThat(neighbour.amount(2).halfClose().awaitEnd()).isEqualTo(new Heard.End(Status.Code.OK, "", "3"));
        }
    }

    @Test
    void leaveWhatCameBeforeThemAccepted() throws Exception {
        try (var broker = BrokerRun.start(Way.SOCKET, BrokerRun.settings())) {
            byte[] init = ResourceProduction.newBuilder()
                    .setInitInfo(ResourceProductionInitInfo.newBuilder().setResourceId("iron"))
                    .build()
                    .toByteArray();
            byte[] amount =
                    ResourceProduction.newBuilder().setAmount(17).build().toByteArray();
            Heard.End end = RawCall.end(
                    broker.client("huge").channel(),
                    "Virdi/Produce",
                    CallOptions.DEFAULT,
                    init,
                    amount,
                    new byte[1_000_000],
                    amount);
            assertThat(end.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
            assertThat(end.message()).startsWith(TOLD);
            assertThat(end.accepted()).isEqualTo("17");
            broker.awaitLevel("iron", 17);
        }
    }

    /** A hundred MiB of nothing are some 100 KiB of gzip: too large either way, and inflated no further than the limit. */
    @Test
    void areInvalidAlsoWhenTheyInflateToIt() throws Exception {
        try (var broker = BrokerRun.start(Way.SOCKET, BrokerRun.settings())) {
            var client = broker.client("bomb");
            for (int mebibytes : new int[] {1, 100}) {
                byte[] content = new byte[mebibytes << 20];
                assertThat(zippedBytes(content) <= 4_096).isEqualTo(mebibytes == 1);
                for (String method : new String[] {"OfferProduction", "Produce", "Consume"}) {
                    Heard.End end = RawCall.end(
                            client.channel(), "Virdi/" + method, CallOptions.DEFAULT.withCompression("gzip"), content);
                    assertThat(end.code())
                            .as("%s of %d MiB", method, mebibytes)
                            .isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(end.message()).startsWith(TOLD);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OfferProduction", "Produce", "Consume"})
    void areInvalidBeforeTheyAreWhole(String method) throws Exception {
        try (var broker = BrokerRun.start(Way.SOCKET, BrokerRun.settings());
                var client = RawHttp2.connect(broker.transport().port())) {
            int stream = client.call("/Virdi/" + method);
            client.frame(RawHttp2.DATA, 0, stream, RawHttp2.message(0, Integer.MAX_VALUE, new byte[4_097]));
            RawHttp2.End end = client.awaitEnd(stream);
            assertThat(end.told()).isEqualTo("status 3");
            assertThat(end.message()).startsWith(TOLD);
            assertThat(end.accepted()).isEqualTo(method.equals("Produce") ? "0" : "");
        }
    }

    private static int zippedBytes(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.size();
    }

    /** The broker may take its time to tell what it has accepted; until then the client is stopped where it stands. */
    @Test
    void areReadNoFurtherThanTheLimitWhileTheBrokerTakesItsTime() throws Exception {
        var gateway = new ScriptedGateway(100);
        var server = new VirdiServer(Transport.settings(), gateway);
        server.start();
        try (var proxy = new Proxy(server.port())) {
            ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", proxy.port())
                    .usePlaintext()
                    .build();
            var end = CompletableFuture.supplyAsync(
                    () -> RawCall.end(channel, "Virdi/Produce", CallOptions.DEFAULT, new byte[100_000_000]));
            assertThat(gateway.heard()).isEqualTo("production");
            assertThat(gateway.heard()).startsWith("violated: " + TOLD);
            long bytes = settled(proxy);
            assertThat(bytes).isLessThan(200_000);
            gateway.outlet(StreamGateway.ProduceOutlet.class).close(CloseStatus.invalid("as told"), 5);
            assertThat(end.join()).isEqualTo(new Heard.End(Status.Code.INVALID_ARGUMENT, "as told", "5"));
            var next = new TestClient(channel, "same connection").offer("iron");
            assertThat(gateway.heard()).isEqualTo("offer of iron");
            assertThat(next.ended()).isFalse();
            channel.shutdownNow();
        }
        server.stop();
    }

    /** How much has passed when nothing has passed for a while. */
    private static long settled(Proxy proxy) {
        var last = new AtomicLong(-1);
        Awaitility.await()
                .during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(20))
                .until(() -> {
                    long now = proxy.bytesTowardsServer();
                    return last.getAndSet(now) == now;
                });
        return last.get();
    }
}
