package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.wire.BadInput.OFFER;
import static virdi.wire.BadInput.PRODUCE;
import static virdi.wire.RawHttp2.DATA;
import static virdi.wire.RawHttp2.END_HEADERS;
import static virdi.wire.RawHttp2.END_STREAM;
import static virdi.wire.RawHttp2.HEADERS;
import static virdi.wire.RawHttp2.PING;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;
import virdi.model.OperatorCommand;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.proto.ResourceConsumption;

/**
 * Bad input, byte by byte over a real socket to the real broker: each gets its status, a reset stream or
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
        broker = BrokerRun.start(
                Way.SOCKET, BrokerRun.builder().capacityUnits(1_000_000).build());
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
                        BadFrames.frames(),
                        BadInput.headers(),
                        BadFrames.guests())
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

    /** Faults in HTTP/2 itself, after a good start. */
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

    /** Good HTTP, though no gRPC client sends them. */
    @Test
    void headersAtTheEndOfAStreamHalfCloseIt() throws IOException {
        try (var client = RawHttp2.connect(broker.transport().port())) {
            for (String end : new String[] {"", "0000"}) {
                int stream = client.call(PRODUCE);
                client.frame(DATA, 0, stream, RawHttp2.message(HexFormat.of().parseHex("0a050a0374696e")));
                client.frame(DATA, 0, stream, RawHttp2.message(HexFormat.of().parseHex("1011")));
                client.frame(DATA, 0, stream, HexFormat.of().parseHex(end));
                client.frame(
                        HEADERS,
                        END_HEADERS | END_STREAM,
                        stream,
                        HexFormat.of().parseHex("0001780161"));
                RawHttp2.End told = client.awaitEnd(stream);
                assertThat(told.told()).isEqualTo(end.isEmpty() ? "status 0" : "status 3");
                assertThat(told.accepted()).isEqualTo("17");
            }
        }
    }

    @Test
    void isAnsweredOverTlsTheSame(@TempDir Path directory) throws Exception {
        var pem = Certificate.create(directory);
        WireSettings settings = WireSettingsTest.secured("127.0.0.1", pem.certificate(), pem.key(), null, false);
        var gateway = new ScriptedGateway(100);
        try (var transport = Transport.socket(gateway, settings);
                var client = RawHttp2.connect(transport.port(), pem)) {
            int none = client.call(PRODUCE, "grpc-encoding", "lzma", "client-id", "pressed");
            String told = "the grpc-encoding is not known here; expected gzip or identity";
            assertThat(client.awaitEnd(none)).isEqualTo(new RawHttp2.End("status 12", told, "0"));
            assertThat(gateway.refusals).singleElement().satisfies(refusal -> {
                assertThat(refusal.peer().client().value()).isEqualTo("pressed");
                assertThat(refusal.kind()).isEqualTo(StreamKind.PRODUCTION);
                assertThat(refusal.ending()).isEqualTo(new CloseStatus(CloseStatus.Code.UNIMPLEMENTED, told));
            });
            int broken = client.call(PRODUCE);
            client.frame(DATA, 0, broken, RawHttp2.message(2, 0));
            assertThat(gateway.heard()).isEqualTo("production");
            assertThat(gateway.heard()).startsWith("violated: a message does not begin with gRPC's flag");
            gateway.outlet(StreamGateway.ProduceOutlet.class).close(CloseStatus.invalid("as told"), 5);
            assertThat(client.awaitEnd(broken)).isEqualTo(new RawHttp2.End("status 3", "as told", "5"));
        }
    }

    /** Messages that a throttle keeps waiting came before the fault, and are taken before it. */
    @Test
    void framesThatBreakAreToldAfterAllThatCameBefore() throws Exception {
        var gateway = new ScriptedGateway(2);
        try (var transport = Transport.socket(gateway);
                var client = RawHttp2.connect(transport.port())) {
            int stream = client.call(PRODUCE);
            client.frame(DATA, 0, stream, RawHttp2.message(HexFormat.of().parseHex("0a050a0374696e")));
            client.frame(DATA, 0, stream, RawHttp2.message(HexFormat.of().parseHex("1011")));
            client.frame(DATA, 0, stream, RawHttp2.message(HexFormat.of().parseHex("1012")));
            client.frame(DATA, END_STREAM, stream, new byte[3]);
            client.frame(PING, 0, 0, new byte[8]);
            assertThat(gateway.heard()).isEqualTo("production");
            assertThat(gateway.heard()).isEqualTo("init tin");
            assertThat(gateway.heard()).isEqualTo("amount 17");
            Awaitility.await().until(() -> client.pongs() == 1);
            assertThat(gateway.silent()).isTrue();
            gateway.outlet(StreamGateway.ProduceOutlet.class).readMore(9);
            assertThat(gateway.heard()).isEqualTo("amount 18");
            assertThat(gateway.heard()).startsWith("violated: the stream was half-closed within a message");
        }
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
