package virdi.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.CloseStatus;

/** The demo against the real broker, with tanks of a tenth of the default, so that its story takes seconds. */
class FactoryWorldTest {
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static RealBroker broker;
    private static FactoryWorld world;

    @BeforeAll
    static void start() throws IOException {
        broker = new RealBroker(1_000);
        world = FactoryWorld.start(
                broker.address().getHostString(), broker.address().getPort(), 1);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        world.close();
        broker.close();
    }

    @Test
    void sixResourcesTwelveProducersAndTwentyConsumersMeet() {
        await().atMost(LONGEST).untilAsserted(() -> {
            BrokerSnapshot now = broker.snapshot();
            assertThat(now.resources())
                    .extracting(resource -> resource.id().value())
                    .contains("iron", "coal", "copper", "plates", "gears", "power");
            assertThat(now.offers()).hasSizeGreaterThanOrEqualTo(12);
            assertThat(now.consumers()).hasSizeGreaterThanOrEqualTo(20);
            assertThat(Stream.concat(now.offers().stream(), now.consumers().stream())
                            .map(StreamState::peer)
                            .distinct())
                    .hasSizeGreaterThanOrEqualTo(6);
        });
    }

    @Test
    void ironStarvesBecauseSmelter1DoesNotAnswer() {
        await().atMost(LONGEST).untilAsserted(() -> {
            assertThat(broker.snapshot().offers())
                    .filteredOn(offer -> named(offer, "smelter-1"))
                    .singleElement()
                    .satisfies(offer -> {
                        assertThat(offer.producing()).isFalse();
                        assertThat(offer.unansweredSinceNanos()).isNotNull();
                    });
            assertThat(broker.snapshot().resources())
                    .filteredOn(resource -> resource.id().value().equals("iron"))
                    .singleElement()
                    .satisfies(iron -> assertThat(iron.emptySinceNanos()).isNotNull());
        });
    }

    @Test
    void coalFillsItsTankStopsItsProducersAndIsAskedForAgain() {
        awaitEvent(event -> event.kind() == BrokerEvent.Kind.ENDED
                && event.code() == CloseStatus.Code.RESOURCE_EXHAUSTED
                && isOf(event, "mine-4"));
        awaitEvent(event -> event.kind() == BrokerEvent.Kind.DEMAND_RETURNED
                && event.resource() != null
                && event.resource().value().equals("coal"));
        awaitEvent(event -> event.kind() == BrokerEvent.Kind.REQUESTED && isOf(event, "mine-4") && event.units() >= 2);
    }

    @Test
    void theTrainComesAndGoes() {
        awaitEvent(event -> event.kind() == BrokerEvent.Kind.OPENED && isOf(event, "train-1"));
        awaitEvent(event -> event.kind() == BrokerEvent.Kind.ENDED
                && event.code() == CloseStatus.Code.CANCELLED
                && isOf(event, "train-1"));
    }

    @Test
    void aClosedWorldLeavesNoStreamAndNoThread() throws IOException, InterruptedException {
        try (RealBroker other = new RealBroker(1_000)) {
            long before = simThreads();
            FactoryWorld brief = FactoryWorld.start(
                    other.address().getHostString(), other.address().getPort(), 2);
            await().until(() -> other.snapshot().consumers().size() >= 20);

            brief.close();

            await().until(() -> simThreads() == before);
            await().until(() -> other.snapshot().consumers().isEmpty()
                    && other.snapshot().offers().isEmpty()
                    && other.snapshot().productions().isEmpty());
        }
    }

    @Test
    void aWorldStartsTheSameWayWhateverTheTanksHeld() throws IOException, InterruptedException {
        try (RealBroker other = new RealBroker(10_000);
                SimThread thread = new SimThread();
                SimClient hoarder = new SimClient(thread, other.address(), "hoarder", 4)) {
            hoarder.unload(ProducerPlan.of("gears", 6_000_000).inMessagesOf(500), 9_500)
                    .join();

            try (FactoryWorld later = FactoryWorld.start(
                    other.address().getHostString(), other.address().getPort(), 4)) {
                await().atMost(LONGEST).until(() -> other.snapshot().consumers().size() >= 20);
                assertThat(other.snapshot().resources())
                        .filteredOn(resource -> resource.id().value().equals("gears"))
                        .singleElement()
                        .satisfies(gears -> assertThat(gears.ledger().level()).isBetween(5_000L, 6_000L));
            }
        }
    }

    @Test
    void aWorldWithoutABrokerWaitsAndCloses() {
        long before = simThreads();
        FactoryWorld alone = FactoryWorld.start("127.0.0.1", 1, 3);
        assertThat(simThreads()).isEqualTo(before + 1);

        alone.close();

        await().until(() -> simThreads() == before);
    }

    /** A pool tells that it has ended a moment before its last thread has. */
    private static long simThreads() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        Thread[] threads = new Thread[1_000];
        int found = group.enumerate(threads);
        return Arrays.stream(threads, 0, found)
                .filter(thread -> thread.getName().equals("virdi-sim"))
                .count();
    }

    private static void awaitEvent(Predicate<BrokerEvent> wanted) {
        await().atMost(LONGEST).until(() -> broker.events().stream().anyMatch(wanted));
    }

    private static boolean isOf(BrokerEvent event, String client) {
        return event.client() != null && event.client().value().equals(client);
    }

    private static boolean named(StreamState stream, String client) {
        return stream.peer().client().value().equals(client);
    }
}
