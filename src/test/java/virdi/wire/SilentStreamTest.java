package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.model.StreamKind;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ProductionOffer;
import virdi.wire.WireSettings.Limits;

/** Streams that open and say nothing. */
class SilentStreamTest {
    private final ScriptedGateway gateway = new ScriptedGateway(10);

    @ParameterizedTest
    @EnumSource(Way.class)
    void anOfferOrConsumerWithoutRequestIsEnded(Way way) throws Exception {
        try (var transport = way.serve(gateway, impatient(Duration.ofMillis(200)))) {
            var client = transport.client("mute");
            for (String method : new String[] {"OfferProduction", "Consume"}) {
                Heard.End end =
                        RawCall.open(client.channel(), "Virdi/" + method).awaitEnd();
                assertThat(end.code()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
                assertThat(end.message()).startsWith("no request came within 200 ms; expected one message");
            }
            assertThat(gateway.refusals)
                    .extracting(ScriptedGateway.Refusal::kind)
                    .containsExactly(StreamKind.OFFER, StreamKind.CONSUMER);
            assertThat(gateway.silent()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRequestThatIsNeverHalfClosedIsEnded(Way way) throws Exception {
        try (var transport = way.serve(gateway, impatient(Duration.ofMillis(200)))) {
            byte[] offer =
                    ProductionOffer.newBuilder().setResourceId("iron").build().toByteArray();
            byte[] request = TestClient.request("furnace", "iron", 60).build().toByteArray();
            var channel = transport.client("mute").channel();
            assertThat(RawCall.open(channel, "Virdi/OfferProduction", offer)
                            .awaitEnd()
                            .code())
                    .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(RawCall.open(channel, "Virdi/Consume", request)
                            .awaitEnd()
                            .code())
                    .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(gateway.silent()).isTrue();
        }
    }

    /** The marker's own deadline lies behind the first stream's, so that one would have struck by then. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aStreamThatHasSpokenMayBeSilentForEver(Way way) throws Exception {
        try (var transport = way.serve(gateway, impatient(Duration.ofMillis(100)))) {
            var client = transport.client("calm");
            var offer = client.offer("iron");
            var consumer = client.consume(ConsumptionRequest.newBuilder()
                    .setConsumerId("furnace")
                    .setResourceId("iron")
                    .setMaxRate(1)
                    .build());
            assertThat(List.of(gateway.heard(), gateway.heard()))
                    .containsExactlyInAnyOrder("offer of iron", "consumer furnace of iron at 1/min, buffer 0 of 0");
            assertThat(RawCall.open(client.channel(), "Virdi/Consume")
                            .awaitEnd()
                            .code())
                    .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            assertThat(offer.ended()).isFalse();
            assertThat(consumer.ended()).isFalse();
        }
    }

    private static Limits impatient(Duration firstMessageTimeout) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                usual.maxStreams(),
                usual.maxStreamsPerConnection(),
                usual.maxMessageBytes(),
                firstMessageTimeout,
                usual.handshakeTimeout(),
                usual.maxResets(),
                usual.resetWindow(),
                usual.reopensPerSecond(),
                usual.maxWaitingBytes());
    }
}
