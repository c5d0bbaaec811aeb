package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.OperatorCommand;
import virdi.model.ResourceId;
import virdi.proto.ConsumptionRequest;
import virdi.wire.WireSettings.Limits;

/**
 * Clients that ask and do not read: what waits for one is bounded ({@code server.max-waiting}), because a connection above
 * it is closed. Whoever is still connected here has less waiting.
 */
class NeverReadingTest {
    private static final ResourceId IRON = new ResourceId("iron");
    /** Answers that one who reads may be behind. */
    private static final int READ_AT_ONCE = 20;

    private static final int STREAMS = 1_000;
    /** Its refusal repeats it, so each is answered with as much as it asked. */
    private static final String LONG_METHOD = "/Virdi/" + "x".repeat(4_000);

    @Test
    void theShippedLimitIsAMebibyte() {
        assertThat(Limits.DEFAULT.maxWaitingBytes()).isEqualTo(1_048_576);
        assertThat(Limits.DEFAULT.maxStreamsPerConnection()).isEqualTo(STREAMS);
    }

    /** It even claims to have room for everything: only its socket is full. */
    @Test
    void aThousandConsumersHaveLittleWaitingForThemAndHoldUpNobody() throws Exception {
        try (var broker = BrokerRun.start(Way.SOCKET, BrokerRun.settings());
                var deaf = RawHttp2.deaf(broker.transport().port())) {
            broker.operate(new OperatorCommand.Inject(IRON, OperatorCommand.MAX_UNITS));
            deaf.frame(RawHttp2.SETTINGS, 0, 0, new byte[] {0, 4, 127, -1, -1, -1});
            deaf.frame(
                    RawHttp2.WINDOW_UPDATE,
                    0,
                    0,
                    ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE - 65_535).array());
            for (int i = 0; i < STREAMS; i++) {
                consume(deaf, "furnace-" + i);
            }
            broker.awaitSnapshot(snapshot -> snapshot.consumers().size() == STREAMS
                    && snapshot.consumers().stream().noneMatch(ConsumerState::ready));

            var reading =
                    broker.client("reading").consume("furnace", "iron", 6_000).awaitMessages(5);
            assertThat(reading.ended()).isFalse();
            assertThat(broker.snapshot().consumers()).hasSize(STREAMS + 1);
        }
    }

    @Test
    void whoHasAnswersPileUpIsCutOff() throws Exception {
        try (var broker = BrokerRun.start(Way.SOCKET, BrokerRun.settings());
                var deaf = RawHttp2.deaf(broker.transport().port())) {
            consume(deaf, "furnace");
            broker.awaitSnapshot(snapshot -> snapshot.consumers().size() == 1);
            try {
                for (int i = 0; i < STREAMS - 1; i++) {
                    deaf.call(LONG_METHOD);
                }
            } catch (IOException cutOff) {
                // Sooner or later, as the bytes happen to travel.
            }
            // Long before the keepalive, which is half a minute.
            broker.awaitSnapshot(snapshot -> snapshot.consumers().isEmpty());
        }
    }

    @Test
    void whoReadsTheSameAnswersIsNot() throws Exception {
        try (var broker = BrokerRun.start(Way.SOCKET, BrokerRun.settings());
                var client = RawHttp2.connect(broker.transport().port())) {
            consume(client, "furnace");
            int last = 0;
            for (int i = 0; i < STREAMS - 1; i++) {
                last = client.call(LONG_METHOD);
                if (i % READ_AT_ONCE == 0) {
                    client.awaitEnd(last);
                }
            }
            assertThat(client.awaitEnd(last).told()).isEqualTo("status 12");
            assertThat(client.isClosed()).isFalse();
            broker.awaitSnapshot(snapshot -> snapshot.consumers().size() == 1);
        }
    }

    private static void consume(RawHttp2 client, String consumer) throws IOException {
        ConsumptionRequest request = TestClient.request(consumer, "iron", 4_294_967_295L)
                .setBufferLimit(-1)
                .build();
        int stream = client.call("/Virdi/Consume", "client-id", "raw");
        client.frame(RawHttp2.DATA, RawHttp2.END_STREAM, stream, RawHttp2.message(request.toByteArray()));
    }
}
