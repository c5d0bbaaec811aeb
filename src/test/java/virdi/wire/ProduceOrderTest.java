package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Status;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.engine.StreamGateway.ProduceOutlet;
import virdi.model.CloseStatus;
import virdi.proto.ResourceProduction;

/** The order of a production's messages, what reaches the broker, and how the stream ends. */
@ParameterizedClass
@EnumSource(Way.class)
class ProduceOrderTest {
    private final ScriptedGateway gateway = new ScriptedGateway(2);
    private final Transport transport;
    private final TestClient client;

    ProduceOrderTest(Way way) throws IOException {
        transport = way.serve(gateway);
        client = transport.client("smelter");
    }

    @AfterEach
    void stop() throws InterruptedException {
        transport.close();
    }

    @Test
    void messagesReachTheBrokerAsFarAsItsCreditGoes() throws InterruptedException {
        client.produce("iron").amount(1).amount(4_294_967_295L).amount(0).halfClose();
        ProduceOutlet outlet = opened();
        assertThat(gateway.heard()).isEqualTo("init iron");
        assertThat(gateway.heard()).isEqualTo("amount 1");
        assertThat(gateway.silent()).isTrue();
        outlet.readMore(1);
        assertThat(gateway.heard()).isEqualTo("amount 4294967295");
        assertThat(gateway.silent()).isTrue();
        outlet.readMore(5);
        assertThat(gateway.heard()).isEqualTo("amount 0");
        assertThat(gateway.heard()).isEqualTo("half-closed");
    }

    @Test
    void halfCloseIsAnsweredAndTellsWhatWasAccepted() throws InterruptedException {
        var production = client.produce("iron").halfClose();
        ProduceOutlet outlet = opened();
        outlet.close(CloseStatus.OK, 41);
        assertThat(production.awaitEnd()).isEqualTo(new Heard.End(Status.Code.OK, "", "41"));
        assertThat(production.heard().messages()).hasSize(1);
    }

    @Test
    void everyEndingTellsWhatWasAccepted() throws InterruptedException {
        for (CloseStatus.Code code : CloseStatus.Code.values()) {
            var production = client.produce("iron");
            ProduceOutlet outlet = opened();
            assertThat(gateway.heard()).isEqualTo("init iron");
            outlet.close(new CloseStatus(code, code == CloseStatus.Code.OK ? "" : "because"), Long.MAX_VALUE);
            Heard.End end = production.awaitEnd();
            assertThat(end.code().name()).isEqualTo(code.name());
            assertThat(end.accepted()).isEqualTo("9223372036854775807");
            assertThat(end.message()).isEqualTo(code == CloseStatus.Code.OK ? "" : "because");
        }
    }

    @Test
    void anAmountMayNotComeFirst() throws InterruptedException {
        client.produce().amount(1);
        violated("expected init_info in the first message, but it carries amount");
    }

    @Test
    void theFirstMessageMayNotBeEmpty() throws InterruptedException {
        client.produce().send(ResourceProduction.getDefaultInstance());
        violated("expected init_info in the first message, but it carries neither");
    }

    @Test
    void aLaterMessageMayNotBeEmpty() throws InterruptedException {
        client.produce("iron").send(ResourceProduction.getDefaultInstance());
        opened();
        assertThat(gateway.heard()).isEqualTo("init iron");
        assertThat(gateway.heard()).startsWith("violated: expected amount, but a message carries neither");
    }

    @Test
    void aSecondInitIsAViolation() throws InterruptedException {
        client.produce("iron").init("coal");
        opened();
        assertThat(gateway.heard()).isEqualTo("init iron");
        assertThat(gateway.heard()).startsWith("violated: expected amount, but a second init_info came");
    }

    @Test
    void halfCloseWithoutAnyMessageIsAViolation() throws InterruptedException {
        client.produce().halfClose();
        violated("expected init_info in the first message, but the stream was half-closed");
    }

    @Test
    void theResourceMustBeWellNamed() throws InterruptedException {
        client.produce("");
        violated("init_info.resource_id is empty");
        client.produce("i\u0001");
        violated("init_info.resource_id has a control character");
        client.produce("x".repeat(257));
        violated("init_info.resource_id is too long");
        client.produce("x".repeat(10_240));
        violated("the message is too large; expected at most 4096 bytes, and 1 to 256 bytes of UTF-8 as init_info");
    }

    @Test
    void nothingIsHeardAfterAViolation() throws InterruptedException {
        client.produce().amount(1).amount(2).halfClose();
        violated("expected init_info");
        client.offer("marker");
        assertThat(gateway.heard()).isEqualTo("offer of marker");
    }

    @Test
    void bytesThatAreNoMessageAreAViolation() throws InterruptedException {
        var end = CompletableFuture.supplyAsync(
                () -> RawCall.end(client.channel(), "Virdi/Produce", CallOptions.DEFAULT, new byte[] {10, 100, 1}));
        ProduceOutlet outlet = opened();
        String heard = gateway.heard();
        assertThat(heard).startsWith("violated: the message is not valid protobuf");
        outlet.close(CloseStatus.invalid("as told"), 0);
        assertThat(end.join()).isEqualTo(new Heard.End(Status.Code.INVALID_ARGUMENT, "as told", "0"));
    }

    @Test
    void compressedMessagesAreUnderstood() throws InterruptedException {
        var production = client.produceCompressed("iron");
        opened();
        assertThat(gateway.heard()).isEqualTo("init iron");
        production.amount(7);
        assertThat(gateway.heard()).isEqualTo("amount 7");
    }

    @Test
    void cancellingIsHeardEvenWhileTheBrokerReadsNothing() throws InterruptedException {
        var production = client.produce("iron").amount(1).amount(2).amount(3);
        ProduceOutlet outlet = opened();
        assertThat(gateway.heard()).isEqualTo("init iron");
        assertThat(gateway.heard()).isEqualTo("amount 1");
        production.heard().cancel();
        assertThat(gateway.heard()).isEqualTo("cancelled");
        outlet.readMore(10);
        outlet.close(CloseStatus.SHUTTING_DOWN, 1);
        assertThat(outlet.isReady()).isFalse();
        client.offer("marker");
        assertThat(gateway.heard()).isEqualTo("offer of marker");
    }

    private ProduceOutlet opened() throws InterruptedException {
        assertThat(gateway.heard()).isEqualTo("production");
        return gateway.outlet(ProduceOutlet.class);
    }

    private void violated(String problem) throws InterruptedException {
        opened();
        assertThat(gateway.heard()).startsWith("violated: " + problem);
    }
}
