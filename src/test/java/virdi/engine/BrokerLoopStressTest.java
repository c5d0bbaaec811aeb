package virdi.engine;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.engine.StreamGateway.Inlet;
import virdi.engine.StreamGateway.ProduceInlet;
import virdi.model.BrokerSettings;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.InitialState;
import virdi.model.OperatorCommand;
import virdi.model.Peer;
import virdi.model.ResourceId;

/** The loop's own thread under many pouring threads: nothing is lost between them. */
class BrokerLoopStressTest {
    private static final ResourceId IRON = new ResourceId("iron");
    private static final int PRODUCERS = 8;
    private static final int CONSUMERS = 20;
    private static final int MESSAGES = 50_000;

    private final BrokerLoop loop = new BrokerLoop(BrokerSettings.DEFAULT, InitialState.NOTHING, BrokerClock.system());
    private final ExecutorService threads = Executors.newFixedThreadPool(PRODUCERS + CONSUMERS);

    @BeforeEach
    void start() {
        loop.start();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        loop.close();
    }

    @Test
    void whatManyThreadsPourInIsAcceptedOnceAndDeliveredOrKept() throws InterruptedException, ExecutionException {
        AtomicLong delivered = new AtomicLong();
        List<Future<?>> pouring = new ArrayList<>();
        for (int i = 0; i < CONSUMERS; i++) {
            int number = i;
            pouring.add(threads.submit(() -> comeAndGo(number, delivered)));
        }
        // A resource of nobody's choice would be full at once: give it room for all.
        Inlet offer = loop.openOffer(peer("offers"), IRON, new Outlets());
        await().until(() -> !loop.snapshot().resources().isEmpty());
        loop.submit(new OperatorCommand.SetCapacity(IRON, OperatorCommand.MAX_UNITS))
                .get();
        List<Outlets> productions = new ArrayList<>();
        for (int i = 0; i < PRODUCERS; i++) {
            Outlets outlet = new Outlets();
            productions.add(outlet);
            String client = "mine-" + i;
            pouring.add(threads.submit(() -> pourAll(client, outlet)));
        }
        for (Future<?> thread : pouring) {
            thread.get();
        }
        await().atMost(20, SECONDS).until(() -> productions.stream().allMatch(outlet -> outlet.status.get() != null));
        offer.cancelled();
        await().until(() -> loop.snapshot().offers().isEmpty()
                && loop.snapshot().consumers().isEmpty()
                && loop.snapshot().productions().isEmpty());
        var ledger = loop.snapshot().resources().getFirst().ledger();
        assertThat(productions).allSatisfy(outlet -> assertThat(outlet.endUnits).hasValue(MESSAGES));
        assertThat(ledger.accepted()).isEqualTo((long) PRODUCERS * MESSAGES);
        assertThat(ledger.delivered()).isEqualTo(delivered.get());
        assertThat(ledger.difference()).isZero();
    }

    /** One unit a message, never more at once than credit was given for. */
    private void pourAll(String client, Outlets outlet) {
        ProduceInlet production = loop.openProduction(peer(client), outlet);
        outlet.credit.release(production.initialCredit());
        outlet.credit.acquireUninterruptibly();
        production.init(IRON);
        for (int i = 0; i < MESSAGES; i++) {
            outlet.credit.acquireUninterruptibly();
            production.amount(1);
            production.flush();
        }
        production.halfClosed();
    }

    /** Opens and cancels consumers, whose ids are free again at once. */
    private void comeAndGo(int number, AtomicLong delivered) {
        for (int round = 0; round < 50; round++) {
            Outlets outlet = new Outlets();
            Inlet consumer = loop.openConsumption(
                    peer("furnace-" + number), new ConsumptionSpec(new ConsumerId("x"), IRON, 6_000_000, 0, 0), outlet);
            consumer.ready();
            consumer.cancelled();
            await().pollInSameThread().atMost(20, SECONDS).until(() -> outlet.status.get() != null);
            assertThat(outlet.endUnits.get()).isEqualTo(outlet.delivered.get());
            delivered.addAndGet(outlet.delivered.get());
        }
    }

    private static Peer peer(String client) {
        return new Peer(new ClientId(client), true, "127.0.0.1:1");
    }
}
