package virdi.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static virdi.sim.TinyBroker.next;

import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import virdi.proto.ConsumptionRequest;

class SimConsumerTest {
    private final TinyBroker broker = new TinyBroker();
    private final SimThread thread = new SimThread();
    private final SimClient client = new SimClient(thread, broker.address(), "factory-a", 7);

    @AfterEach
    void close() throws InterruptedException {
        client.close();
        broker.close();
        thread.close();
    }

    @Test
    void theRequestSaysWhatThePlanSays() throws InterruptedException {
        client.consume(ConsumerPlan.of("forge-1", "iron", Uint32.MAX).holding(500, 120));

        ConsumptionRequest request = next(broker.consumptions).request();

        assertThat(request.getConsumerId()).isEqualTo("forge-1");
        assertThat(request.getResourceId()).isEqualTo("iron");
        assertThat(Integer.toUnsignedString(request.getMaxRate())).isEqualTo("4294967295");
        assertThat(request.getBufferLimit()).isEqualTo(500);
        assertThat(request.getCurrentBufferAmount()).isBetween(0, 120);
    }

    @Test
    void aFullBufferCancelsAndComesBackWithWhatIsLeft() throws InterruptedException {
        SimConsumer consumer = client.consume(
                ConsumerPlan.of("forge-1", "iron", 600).holding(20, 0).using(600, 50));
        TinyBroker.Consuming first = next(broker.consumptions);

        first.deliver(15);
        first.deliver(15);

        TinyBroker.Consuming second = next(broker.consumptions);
        assertThat(first.out().isCancelled()).isTrue();
        assertThat(second.request().getCurrentBufferAmount()).isBetween(1, 10);
        assertThat(consumer.timesFull()).isEqualTo(1);
        assertThat(consumer.receivedUnits()).isEqualTo(30);
        assertThat(consumer.messages()).isEqualTo(2);
    }

    @Test
    void whatTheBrokerEndedIsOpenedAgainWithWhatIsInTheBuffer() throws InterruptedException {
        SimConsumer consumer = client.consume(
                ConsumerPlan.of("forge-1", "iron", 600).holding(100, 0).using(0, 50));
        TinyBroker.Consuming first = next(broker.consumptions);
        first.deliver(33);
        await().until(() -> consumer.receivedUnits() == 33);

        first.out().onError(Status.ABORTED.asRuntimeException());

        assertThat(next(broker.consumptions).request().getCurrentBufferAmount()).isEqualTo(33);
        assertThat(consumer.lastEnding().orElseThrow().getCode()).isEqualTo(Status.Code.ABORTED);
    }

    @Test
    void anInvalidRequestIsNotRepeated() throws InterruptedException {
        SimConsumer consumer = client.consume(ConsumerPlan.of("forge-1", "iron", 600));

        next(broker.consumptions).out().onError(Status.INVALID_ARGUMENT.asRuntimeException());

        await().until(() -> consumer.lastEnding().isPresent());
        assertThat(broker.consumptions.poll(600, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aSlowReaderIsFeltByTheBroker() throws InterruptedException {
        SimConsumer consumer = client.consume(
                ConsumerPlan.of("forge-1", "iron", 600).holding(1_000_000, 0).reading(Duration.ofSeconds(1)));
        TinyBroker.Consuming stream = next(broker.consumptions);
        await().until(stream.out()::isReady);

        AtomicLong delivered = new AtomicLong();
        await().during(Duration.ofMillis(300)).until(Unchanging.number(() -> {
            while (stream.out().isReady() && delivered.get() < 10_000) {
                stream.deliver(1);
                delivered.incrementAndGet();
            }
            return delivered.get();
        }));

        assertThat(delivered.get())
                .as("a window of deliveries, not a growing queue")
                .isLessThan(2_000);
        assertThat(consumer.messages()).isLessThan(10);
    }

    @Test
    void aClosedConsumerCancelsForGood() throws InterruptedException {
        SimConsumer consumer = client.consume(ConsumerPlan.of("forge-1", "iron", 600));
        TinyBroker.Consuming stream = next(broker.consumptions);

        consumer.close();

        await().until(stream.out()::isCancelled);
        assertThat(broker.consumptions.poll(400, TimeUnit.MILLISECONDS)).isNull();
    }
}
