package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.wire.BadInput.OFFER;
import static virdi.wire.BadInput.PRODUCE;
import static virdi.wire.RawHttp2.DATA;
import static virdi.wire.RawHttp2.END_STREAM;

import io.grpc.Status;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import virdi.model.BrokerSettings;
import virdi.model.OperatorCommand;
import virdi.model.ResourceId;
import virdi.proto.ResourceConsumption;

/**
 * What no client should send, byte by byte over a real socket to the real broker: each gets its status, a reset stream or
 * a closed connection, and a consumer on another connection, and one on the same, go on as if nothing had been.
 */
class BadInputTest {
    private static final ResourceId IRON = new ResourceId("iron");
    /** Small buffers at a hundred units a second: something is due every few milliseconds. */
    private static final int WITNESS_RATE = 6_000;

    private static final int WITNESS_BUFFER = 100;

    private static BrokerRun broker;
    private static Heard<?, ResourceConsumption> elsewhere;

    @BeforeAll
    static void start() throws IOException {
        BrokerSettings small = BrokerRun.settings();
        broker = BrokerRun.start(
                Way.SOCKET, BrokerRun.settings(1_000_000, true, small.firstMessageTimeout(), 10_000, 10_000));
        broker.operate(new OperatorCommand.Inject(IRON, 1_000_000));
        elsewhere = broker.client("elsewhere").consume(BadInput.witness("elsewhere", WITNESS_RATE, WITNESS_BUFFER));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        broker.close();
    }

    static Stream<BadInput.BadCall> calls() {
        return Stream.of(
                        BadInput.offers(),
                        BadInput.consumers(),
                        BadInput.productions(),
                        BadInput.frames(),
                        BadInput.headers())
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isAnsweredAndDisturbsNobody(BadInput.BadCall bad) throws IOException {
        try (var client = RawHttp2.connect(broker.transport().port())) {
            int witness = client.call("/Virdi/Consume", "client-id", "beside");
            client.frame(
                    DATA,
                    END_STREAM,
                    witness,
                    RawHttp2.message(BadInput.witness(bad.toString(), WITNESS_RATE, WITNESS_BUFFER)
                            .toByteArray()));
            client.awaitMore(witness);

            int stream = client.call(bad.path(), bad.headers());
            for (int i = 0; i < bad.data().length; i++) {
                client.frame(DATA, i == bad.data().length - 1 ? END_STREAM : 0, stream, bad.data()[i]);
            }
            RawHttp2.End end = client.awaitEnd(stream);
            assertThat(end.told()).isEqualTo(bad.told());
            assertThat(end.message())
                    .contains(bad.message())
                    .doesNotContainPattern("Exception|java\\.|io\\.|com\\.|\n");
            assertThat(end.accepted()).isEqualTo(bad.path().equals(PRODUCE) ? bad.accepted() : "");

            client.awaitMore(witness);
            assertThat(client.ended(witness)).isFalse();
        }
        assertNothingElseHappened();
    }

    /** What breaks HTTP/2 itself, after a good start. */
    @ParameterizedTest
    @MethodSource("virdi.wire.BadInput#connections")
    void thatIsNoHttp2ClosesTheConnection(BadInput.BadConnection bad) throws IOException {
        try (var client = RawHttp2.connect(broker.transport().port())) {
            int stream = client.call(OFFER);
            bad.act().on(client, stream);
            assertThat(client.awaitClosed())
                    .startsWith("goaway ")
                    .doesNotContainPattern("Exception|java\\.|io\\.netty");
        }
        assertNothingElseHappened();
    }

    @ParameterizedTest
    @MethodSource("virdi.wire.BadInput#greetings")
    void insteadOfAGreetingClosesTheConnection(BadInput.BadGreeting bad) throws IOException {
        try (var client = RawHttp2.mute(broker.transport().port())) {
            client.write(bad.bytes());
            assertThat(client.awaitClosed()).doesNotContainPattern("Exception|java\\.|io\\.netty");
        }
        assertNothingElseHappened();
    }

    private static void assertNothingElseHappened() {
        int before = elsewhere.messages().size();
        assertThat(elsewhere.awaitMessages(before + 1).ended()).isFalse();
    }

    @Test
    void theLargestNumbersAreNoBadInput() throws Exception {
        try (var quiet = BrokerRun.start(Way.SOCKET, BrokerRun.settings())) {
            var client = quiet.client("large");
            assertThat(client.produce("gold")
                            .amount(4_294_967_295L)
                            .amount(4_294_967_295L)
                            .awaitEnd())
                    .satisfies(end -> assertThat(end.code()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED))
                    .satisfies(end -> assertThat(end.accepted()).isEqualTo("4294967295"));
            var heard = client.consume(TestClient.request("giant", "gold", 4_294_967_295L)
                            .setBufferLimit(-1)
                            .build())
                    .awaitMessages(1);
            // 75 % of its buffer, and no number has wrapped.
            assertThat(Integer.toUnsignedLong(heard.messages().getFirst().getAmount()))
                    .isEqualTo(3_221_225_471L);
            var full = client.consume(TestClient.request("full", "gold", 1)
                    .setBufferLimit(-1)
                    .setCurrentBufferAmount(-1)
                    .build());
            quiet.awaitSnapshot(snapshot -> snapshot.consumers().size() == 2);
            assertThat(full.messages()).isEmpty();
        }
    }
}
