package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.grpc.CallOptions;
import io.grpc.Status;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import virdi.engine.StreamGateway;
import virdi.model.CloseStatus;
import virdi.model.StreamKind;
import virdi.proto.ConsumptionRequest;
import virdi.proto.ProductionOffer;

/** Requests that the wire refuses by itself, before the broker sees them. */
@ParameterizedClass
@EnumSource(Way.class)
class RequestCheckTest {
    private static final String LONG = "x".repeat(257);
    private static final String HUGE = "x".repeat(10_240);

    private final ScriptedGateway gateway = new ScriptedGateway(10);
    private final Transport transport;
    private final TestClient client;

    RequestCheckTest(Way way) throws IOException {
        this.transport = way.serve(gateway);
        this.client = transport.client("mc-1");
    }

    @AfterEach
    void stop() throws InterruptedException {
        transport.close();
    }

    @Test
    void anOfferMustNameItsResource() {
        refused(client.offer("").awaitEnd(), "resource_id is empty");
        refused(client.offer(LONG).awaitEnd(), "resource_id is too long");
        refused(client.offer("ir\non").awaitEnd(), "resource_id has a control character");
        refused(
                client.offer(HUGE).awaitEnd(),
                "the message is too large; expected at most 4096 bytes, and 1 to 256 bytes of UTF-8 as resource_id");
        assertThat(gateway.refusals).hasSize(4).allSatisfy(refusal -> {
            assertThat(refusal.kind()).isEqualTo(StreamKind.OFFER);
            assertThat(refusal.peer().client().value()).isEqualTo("mc-1");
        });
    }

    @Test
    void aConsumerMustNameItselfAndItsResource() {
        refused(client.consume("", "iron", 1).awaitEnd(), "consumer_id is empty");
        refused(client.consume(LONG, "iron", 1).awaitEnd(), "consumer_id is too long");
        refused(client.consume("a\u0000", "iron", 1).awaitEnd(), "consumer_id has a control character");
        refused(client.consume("furnace", "", 1).awaitEnd(), "resource_id is empty");
        refused(client.consume("furnace", "a\u007f", 1).awaitEnd(), "resource_id has a control character");
        refused(client.consume(HUGE, "iron", 1).awaitEnd(), "of UTF-8 as consumer_id and resource_id");
        assertThat(gateway.refusals).hasSize(6).allMatch(refusal -> refusal.kind() == StreamKind.CONSUMER);
    }

    @Test
    void aConsumerMustTakeAtLeastOneUnitAMinute() {
        refused(client.consume("furnace", "iron", 0).awaitEnd(), "max_rate is 0; expected 1 or more");
    }

    @Test
    void theLongestIdAndTheLargestNumbersAreLegal() throws InterruptedException {
        String longest = "é".repeat(128);
        client.consume(TestClient.request(longest, "iron", 4_294_967_295L)
                .setBufferLimit(-1)
                .setCurrentBufferAmount(-1)
                .build());
        assertThat(gateway.heard())
                .isEqualTo("consumer " + longest + " of iron at 4294967295/min, buffer 4294967295 of 4294967295");
    }

    @Test
    void theBrokerHearsWhatTheClientAnnouncedAndNoDefault() throws InterruptedException {
        client.consume("furnace", "iron", 60);
        assertThat(gateway.heard()).isEqualTo("consumer furnace of iron at 60/min, buffer 0 of 0");
        client.consume(TestClient.request("furnace", "iron", 60)
                .setBufferLimit(10)
                .setCurrentBufferAmount(11)
                .build());
        assertThat(gateway.heard()).isEqualTo("consumer furnace of iron at 60/min, buffer 11 of 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OfferProduction", "Consume"})
    void aRequestThatNeverComesIsRefused(String method) {
        refused(raw(method), "expected a request message, but the stream was half-closed without one");
        assertThat(gateway.refusals).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OfferProduction", "Consume"})
    void aSecondRequestIsRefused(String method) {
        byte[] valid =
                ProductionOffer.newBuilder().setResourceId("iron").build().toByteArray();
        refused(raw(method, valid, valid), "expected exactly one request message");
        assertThat(gateway.silent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OfferProduction", "Consume"})
    void bytesThatAreNoMessageAreRefused(String method) {
        refused(raw(method, new byte[] {(byte) 0xFF, 1, 2, 3}), "not valid protobuf");
        refused(raw(method, new byte[] {10, 100, 'x'}), "not valid protobuf");
        assertThat(gateway.refusals).hasSize(2);
    }

    @Test
    void anIdThatIsNotUtf8IsRefused() {
        refused(raw("OfferProduction", new byte[] {10, 2, (byte) 0xC3, (byte) 0x28}), "not valid protobuf");
    }

    @Test
    void theLimitOfAMessageIsExact() throws InterruptedException {
        refused(raw("Consume", padded(4_097)), "the message is too large; expected at most 4096 bytes");
        assertThat(gateway.silent()).isTrue();
        Thread.startVirtualThread(() -> raw("Consume", padded(4_096)));
        assertThat(gateway.heard()).startsWith("consumer furnace");
        gateway.outlet(StreamGateway.ConsumeOutlet.class).close(CloseStatus.OK, 0);
    }

    @Test
    void aMethodThatDoesNotExistIsUnimplemented() {
        assertThat(raw("Steal").code()).isEqualTo(Status.Code.UNIMPLEMENTED);
    }

    /** A message of exactly so many bytes: valid, with a field that this broker does not know. */
    private static byte[] padded(int bytes) {
        ConsumptionRequest request = TestClient.request("furnace", "iron", 60).build();
        int padding = bytes - request.getSerializedSize() - 3;
        var unknown = UnknownFieldSet.newBuilder()
                .addField(
                        15,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFrom(new byte[padding]))
                                .build());
        byte[] padded =
                request.toBuilder().setUnknownFields(unknown.build()).build().toByteArray();
        assertThat(padded).hasSize(bytes);
        return padded;
    }

    private Heard.End raw(String method, byte[]... messages) {
        return RawCall.end(client.channel(), "Virdi/" + method, CallOptions.DEFAULT, messages);
    }

    private static void refused(Heard.End end, String message) {
        assertThat(end.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(end.message()).contains(message);
    }
}
