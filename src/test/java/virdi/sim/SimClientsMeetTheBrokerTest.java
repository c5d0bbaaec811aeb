package virdi.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.model.BrokerSnapshot.ResourceState;

class SimClientsMeetTheBrokerTest {
    private RealBroker broker;
    private SimThread thread;
    private SimClient mine;
    private SimClient factory;

    @BeforeEach
    void start() throws IOException {
        broker = new RealBroker(100);
        thread = new SimThread();
        mine = new SimClient(thread, broker.address(), "mine-1", 7);
        factory = new SimClient(thread, broker.address(), "factory-a", 7);
    }

    @AfterEach
    void stop() throws InterruptedException {
        mine.close();
        factory.close();
        thread.close();
        broker.close();
    }

    @Test
    void aProducerFillsTheTankAndGoesOnWhenItHasBeenDrained() {
        SimProducer producer = mine.produce(ProducerPlan.of("iron", 60_000).inMessagesOf(30));
        await().until(() -> producer.acceptedUnits() == 120);
        assertThat(producer.lastEnding().orElseThrow().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);

        factory.consume(ConsumerPlan.of("forge-1", "iron", 60_000).holding(60, 0));

        await().until(() -> producer.requests() >= 2 && producer.acceptedUnits() > 120);
    }

    @Test
    void bothEndsCountTheSameUnitsAsTheLedger() {
        SimProducer producer = mine.produce(ProducerPlan.of("iron", 30_000).inMessagesOf(7));
        SimConsumer forge = factory.consume(ConsumerPlan.of("forge-1", "iron", 12_000));
        SimConsumer rails = factory.consume(
                ConsumerPlan.of("rails-2", "iron", 6_000).holding(50, 0).using(1_000, 50));
        await().until(() -> forge.receivedUnits() > 300 && rails.timesFull() >= 1);

        producer.close();
        await().until(() -> !producer.isProducing());
        await().until(() -> iron().ledger().level() == 0);
        forge.close();

        await().until(() -> broker.snapshot().productions().isEmpty()
                && iron().ledger().accepted() == producer.acceptedUnits()
                && iron().ledger().delivered() == forge.receivedUnits() + rails.receivedUnits());
    }

    @Test
    void aFullConsumerComesBackAndIsServedAgain() {
        mine.produce(ProducerPlan.of("iron", 60_000).inMessagesOf(30));
        SimConsumer consumer = factory.consume(
                ConsumerPlan.of("forge-1", "iron", 60_000).holding(60, 0).using(6_000, 50));

        await().until(() -> consumer.timesFull() >= 3);
    }

    private ResourceState iron() {
        return broker.snapshot().resources().getFirst();
    }
}
