package virdi.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static virdi.sim.TinyBroker.next;

import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimProducerTest {
    private static final ProducerPlan FAST = ProducerPlan.of("iron", 60_000).inMessagesOf(10);

    private final TinyBroker broker = new TinyBroker();
    private final SimThread thread = new SimThread();
    private final SimClient client = new SimClient(thread, broker.address(), "mine-1", 7);

    @AfterEach
    void close() throws InterruptedException {
        client.close();
        broker.close();
        thread.close();
    }

    @Test
    void aRequestIsAnsweredWithAProduction() throws InterruptedException {
        SimProducer producer = client.produce(FAST);
        TinyBroker.Offered offer = next(broker.offers);
        assertThat(offer.resource()).isEqualTo("iron");
        assertThat(producer.isProducing()).isFalse();

        offer.request();

        TinyBroker.Producing production = next(broker.productions);
        assertThat(production.resource).isEqualTo("iron");
        await().until(() -> production.units.get() >= 50);
        assertThat(producer.requests()).isEqualTo(1);
    }

    @Test
    void aSecondRequestOpensNoSecondProduction() throws InterruptedException {
        SimProducer producer = client.produce(FAST);
        TinyBroker.Offered offer = next(broker.offers);
        offer.request();
        next(broker.productions);

        offer.request();

        await().until(() -> producer.requests() == 2);
        assertThat(broker.productions).isEmpty();
    }

    @Test
    void aFullTankStopsTheProductionUntilTheNextRequest() throws InterruptedException {
        SimProducer producer = client.produce(FAST);
        TinyBroker.Offered offer = next(broker.offers);
        offer.request();
        TinyBroker.Producing production = next(broker.productions);
        await().until(() -> production.units.get() >= 20);

        production.end(Status.RESOURCE_EXHAUSTED, 20);

        await().until(() -> !producer.isProducing());
        assertThat(producer.acceptedUnits()).isEqualTo(20);
        assertThat(producer.lastEnding().orElseThrow().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
        assertThat(broker.productions.poll(600, TimeUnit.MILLISECONDS))
                .as("unasked")
                .isNull();
        offer.request();
        assertThat(next(broker.productions)).isNotSameAs(production);
    }

    @Test
    void anAbortedProductionComesBackByItself() throws InterruptedException {
        client.produce(FAST);
        next(broker.offers).request();

        next(broker.productions).end(Status.ABORTED, 0);

        assertThat(next(broker.productions).resource).isEqualTo("iron");
    }

    @Test
    void anAbortedOfferComesBackByItself() throws InterruptedException {
        client.produce(FAST);

        next(broker.offers).out().onError(Status.ABORTED.asRuntimeException());

        assertThat(next(broker.offers).resource()).isEqualTo("iron");
    }

    @Test
    void anInvalidResourceIsNotOfferedAgain() throws InterruptedException {
        SimProducer producer = client.produce(FAST);

        next(broker.offers).out().onError(Status.INVALID_ARGUMENT.asRuntimeException());

        await().until(() -> producer.lastEnding().isPresent());
        assertThat(broker.offers.poll(600, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aBrokerThatWasRestartedIsOfferedToAgain() throws InterruptedException {
        client.produce(FAST);
        next(broker.offers);

        int port = broker.address().getPort();
        broker.close();
        try (TinyBroker restarted = new TinyBroker(port)) {
            assertThat(next(restarted.offers).resource()).isEqualTo("iron");
        }
    }

    @Test
    void oneThatIgnoresRequestsNeverProduces() throws InterruptedException {
        SimProducer producer = client.produce(FAST.behaving(new ProducerBehaviour.IgnoresRequests()));
        TinyBroker.Offered offer = next(broker.offers);

        offer.request();
        offer.request();

        await().until(() -> producer.requests() == 2);
        assertThat(producer.isProducing()).isFalse();
        assertThat(broker.productions).isEmpty();
    }

    @Test
    void oneThatFallsSilentKeepsItsStreamOpenAndSpeaksAgain() throws InterruptedException {
        ProducerBehaviour manner = new ProducerBehaviour.FallsSilent(Duration.ofMillis(200), Duration.ofMillis(800));
        SimProducer producer = client.produce(FAST.behaving(manner));
        next(broker.offers).request();
        TinyBroker.Producing production = next(broker.productions);

        await().pollInterval(Duration.ofMillis(20))
                .during(Duration.ofMillis(400))
                .atMost(Duration.ofSeconds(15))
                .until(Unchanging.number(production.units::get));
        assertThat(producer.isProducing()).isTrue();
        long beforeSilence = production.units.get();

        await().until(() -> production.units.get() > beforeSilence);
        assertThat(broker.productions).isEmpty();
    }

    @Test
    void oneThatIsNotReadStopsSendingAndGoesOnWhenItIsRead() throws InterruptedException {
        broker.readsProductions = false;
        SimProducer producer = client.produce(ProducerPlan.of("iron", 6_000_000).inMessagesOf(1));
        next(broker.offers).request();
        TinyBroker.Producing production = next(broker.productions);

        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(15))
                .until(Unchanging.number(producer::sentUnits));
        long held = producer.sentUnits();
        assertThat(held).as("a window of messages, not a growing queue").isLessThan(1_000);

        production.out.request(1_000_000);
        await().until(() -> producer.sentUnits() > held + 1_000);
    }

    @Test
    void theRateIsTheOnePlanned() throws InterruptedException {
        client.produce(ProducerPlan.of("iron", 6_000).inMessagesOf(1).jittered(0.5));
        next(broker.offers).request();
        TinyBroker.Producing production = next(broker.productions);
        long start = System.nanoTime();

        await().until(() -> production.units.get() >= 100);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
    }

    @Test
    void everyCallCarriesTheClientId() throws InterruptedException {
        client.produce(FAST);
        next(broker.offers).request();
        next(broker.productions);
        client.consume(ConsumerPlan.of("press-1", "iron", 60));
        next(broker.consumptions);

        assertThat(broker.clientIds)
                .containsExactly("Virdi/OfferProduction mine-1", "Virdi/Produce mine-1", "Virdi/Consume mine-1");
    }

    @Test
    void freightIsUnloadedUnaskedAndThenHalfClosed() throws InterruptedException {
        var accepted = client.unload(FAST.inMessagesOf(30), 100);

        TinyBroker.Producing production = next(broker.productions);
        await().until(() -> production.halfClosed);
        assertThat(production.units.get()).isEqualTo(100);
        assertThat(accepted).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aWorkshopMakesNoMoreThanItWasSent() throws InterruptedException {
        SimConsumer plates =
                client.consume(ConsumerPlan.of("assembler-1", "plates", 60_000).using(0, 50));
        client.make(ProducerPlan.of("gears", 60_000).inMessagesOf(10), List.of(plates));
        next(broker.offers).request();
        TinyBroker.Producing gears = next(broker.productions);
        TinyBroker.Consuming consumer = next(broker.consumptions);

        consumer.deliver(25);
        await().until(() -> gears.units.get() == 25);
        consumer.deliver(5);

        await().during(Duration.ofMillis(200)).until(() -> gears.units.get() == 30);
    }

    @Test
    void aClosedProducerHalfClosesAndWithdrawsItsOffer() throws InterruptedException {
        SimProducer producer = client.produce(FAST);
        TinyBroker.Offered offer = next(broker.offers);
        offer.request();
        TinyBroker.Producing production = next(broker.productions);

        producer.close();

        await().until(() -> production.halfClosed && offer.out().isCancelled());
        assertThat(broker.offers.poll(400, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void aClosedClientLeavesNoStreamAndItsThreadEnds() throws InterruptedException {
        client.produce(FAST);
        TinyBroker.Offered offer = next(broker.offers);
        offer.request();
        TinyBroker.Producing production = next(broker.productions);

        client.close();
        thread.close();

        await().until(() -> offer.out().isCancelled() && production.out.isCancelled());
        assertThat(thread.isEnded()).isTrue();
    }
}
