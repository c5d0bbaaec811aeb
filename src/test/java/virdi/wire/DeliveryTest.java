package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.io.IOException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import virdi.engine.StreamGateway.ConsumeOutlet;
import virdi.engine.StreamGateway.OfferOutlet;
import virdi.model.CloseStatus;
import virdi.proto.ResourceConsumption;

/** Deliveries and requests from the broker to the client, and when the broker must wait. */
@ParameterizedClass
@EnumSource(Way.class)
class DeliveryTest {
    /** More one-unit messages than the window of a test client holds. */
    private static final long FAR_TOO_MANY = 2_000;

    private static final long PATIENCE_NANOS = 300_000_000;

    private final ScriptedGateway gateway = new ScriptedGateway(2);
    private final Transport transport;
    private final TestClient client;

    DeliveryTest(Way way) throws IOException {
        transport = way.serve(gateway);
        client = transport.client("factory");
    }

    @AfterEach
    void stop() throws InterruptedException {
        transport.close();
    }

    @Test
    void deliveriesArriveInOrderAndWhole() throws InterruptedException {
        var consumer = client.consume("furnace", "iron", 60);
        var outlet = gateway.outlet(ConsumeOutlet.class);
        assertThat(outlet.deliver(1)).isTrue();
        assertThat(outlet.deliver(4_294_967_295L)).isTrue();
        assertThat(consumer.awaitMessages(2).messages())
                .extracting(ResourceConsumption::getAmount)
                .containsExactly(1, -1);
        outlet.close(new CloseStatus(CloseStatus.Code.ABORTED, "told so"), 2);
        assertThat(consumer.awaitEnd()).isEqualTo(new Heard.End(Status.Code.ABORTED, "told so", null));
    }

    @Test
    void anOfferHearsEveryRequest() throws InterruptedException {
        var offer = client.offer("iron");
        var outlet = gateway.outlet(OfferOutlet.class);
        outlet.request();
        outlet.request();
        assertThat(offer.awaitMessages(2).messages()).hasSize(2);
        outlet.close(CloseStatus.SHUTTING_DOWN, 0);
        assertThat(offer.awaitEnd()).isEqualTo(new Heard.End(Status.Code.UNAVAILABLE, "broker is shutting down", null));
    }

    @Test
    void nothingIsHandedToAClientThatCancelled() throws InterruptedException {
        var consumer = client.consume("furnace", "iron", 60);
        var outlet = gateway.outlet(ConsumeOutlet.class);
        assertThat(gateway.heard()).startsWith("consumer furnace");
        consumer.cancel();
        assertThat(gateway.heard()).isEqualTo("cancelled");
        assertThat(outlet.deliver(5)).isFalse();
        assertThat(outlet.isReady()).isFalse();
        outlet.close(new CloseStatus(CloseStatus.Code.ABORTED, "too late"), 0);
    }

    @Test
    void aClientThatDoesNotReadMakesItsStreamNotReady() throws InterruptedException {
        client.consumeWithoutReading(TestClient.request("lazy", "iron", 60).build());
        var lazy = gateway.outlet(ConsumeOutlet.class);
        long handed = fill(lazy);
        assertThat(handed).isLessThan(FAR_TOO_MANY);

        var busy = client.consume("busy", "iron", 60);
        var outlet = gateway.outlet(ConsumeOutlet.class);
        Awaitility.await().until(outlet::isReady);
        outlet.deliver(7);
        assertThat(busy.awaitMessages(1).messages()).hasSize(1);
        assertThat(lazy.isReady()).isFalse();
    }

    @Test
    void aClientThatReadsAgainIsReadyAgain() throws InterruptedException {
        var late = client.consumeWithoutReading(
                TestClient.request("late", "iron", 60).build());
        var outlet = gateway.outlet(ConsumeOutlet.class);
        long handed = fill(outlet);
        late.call().request(Integer.MAX_VALUE);
        Awaitility.await().until(outlet::isReady);
        assertThat(late.awaitMessages(Math.toIntExact(handed)).messages()).hasSize(Math.toIntExact(handed));
    }

    /** Delivers until the stream has not been ready for a while; how many messages it took. */
    private static long fill(ConsumeOutlet outlet) {
        long handed = 0;
        long readyNanos = System.nanoTime();
        while (System.nanoTime() - readyNanos < PATIENCE_NANOS && handed < FAR_TOO_MANY) {
            if (outlet.isReady()) {
                outlet.deliver(1);
                handed++;
                readyNanos = System.nanoTime();
            } else {
                Thread.onSpinWait();
            }
        }
        return handed;
    }
}
