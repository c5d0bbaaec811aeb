package virdi.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import virdi.app.RestartableBroker;
import virdi.model.BrokerSnapshot;

/** One soak from the first client to the last thread. */
final class Soak {
    private static final List<String> RESOURCES =
            List.of("iron", "copper", "coal", "power", "water", "glass", "oil", "stone");

    /** Loads classes, fills pools and starts what the JDK and gRPC keep for good. */
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private static final int PRODUCERS = 64;
    private static final int CONSUMERS = 120;
    private static final int SLOW_READERS = 40;
    private static final int HERD = 1_000;

    private static final int ACT_EVERY_MILLIS = 100;
    private static final int LOOK_EVERY_MILLIS = 1_000;
    private static final int READ_EVERY_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Where the system takes the ports of outgoing connections from, on Linux as elsewhere, lies above. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 30_000;

    private final World world = new World();
    private final SplittableRandom random;
    private final RestartableBroker broker;
    private final Auditor auditor = new Auditor(world);
    private final HalfOpen halfOpen = new HalfOpen(world, auditor);
    private final Operator operator;
    private final Herd herd;
    private final List<ProducerClient> producers = new ArrayList<>();
    private final List<ConsumerClient> consumers = new ArrayList<>();
    private final Upheavals upheavals;

    private Soak(Path data, long seed) {
        random = new SplittableRandom(seed);
        int port = freePort();
        broker = new RestartableBroker(
                data,
                port,
                List.of(
                        "server.keepalive=10s",
                        "server.keepalive-timeout=1s",
                        "server.shutdown-grace=1s",
                        "requests.first-repeat=200ms",
                        "requests.longest-repeat=2s"));
        operator = new Operator(world, broker, RESOURCES, random.split());
        herd = new Herd(world, port, HERD);
        for (int number = 0; number < PRODUCERS; number++) {
            String resource = number == 0 ? Herd.RESOURCE : RESOURCES.get(number % RESOURCES.size());
            producers.add(new ProducerClient(world, "producer-" + number, port, resource, random.split()));
        }
        for (int number = 0; number < CONSUMERS; number++) {
            consumers.add(ConsumerClient.prompt(
                    world, "consumer-" + number, port, RESOURCES.get(number % RESOURCES.size()), random.split()));
        }
        for (int number = 0; number < SLOW_READERS; number++) {
            consumers.add(ConsumerClient.slow(
                    world, "slow-" + number, port, RESOURCES.get(number % RESOURCES.size()), random.split()));
        }
        upheavals = new Upheavals(world, broker, operator, auditor, halfOpen, herd, this::hurry);
    }

    /**
     * The result.
     *
     * @param faults what must not be; empty when all is well
     * @param tally what was done and checked
     * @param slowestDropMillis how long the broker took at most to drop a half-open client
     */
    record Report(List<String> faults, Tally tally, long slowestDropMillis) {}

    /** Runs for so long, waits until the broker has dropped all that hang, and leaves nothing behind. */
    static Report run(Path data, long seed, Duration length) throws InterruptedException {
        Soak soak = new Soak(data, seed);
        return soak.run(
                length,
                () -> await(
                        "half-open clients are dropped",
                        () -> assertThat(soak.halfOpen.isEmpty()).isTrue()));
    }

    /** The same in a hurry: nobody waits for those that hang. */
    static Report warmUp(Path data, long seed) throws InterruptedException {
        Soak soak = new Soak(data, seed);
        return soak.run(WARM_UP, soak.halfOpen::healAll);
    }

    private Report run(Duration length, Runnable endOfThoseThatHang) throws InterruptedException {
        broker.start();
        auditor.begins(broker.observatory());
        world.every(LOOK_EVERY_MILLIS, auditor::look);
        world.every(READ_EVERY_MILLIS, auditor::readJournal);
        world.every(READ_EVERY_MILLIS, halfOpen::look);
        herd.come();
        producers.forEach(SoakClient::come);
        consumers.forEach(SoakClient::come);
        upheavals.awaitHerd();
        wreak(length);
        endOfThoseThatHang.run();
        everybodyLeaves();
        broker.stop();
        auditor.ends();
        close();
        world.books().settle(auditor.ledgers(), world.tally());
        return new Report(world.books().faults(), world.tally(), halfOpen.longestMillis());
    }

    private void wreak(Duration length) throws InterruptedException {
        Chaos chaos = new Chaos(world, random.split(), producers, consumers, halfOpen, operator, upheavals);
        try (ScheduledExecutorService dealer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("soak-chaos").factory())) {
            CompletableFuture<Boolean> over =
                    new CompletableFuture<Boolean>().completeOnTimeout(true, length.toMillis(), TimeUnit.MILLISECONDS);
            var dealing = dealer.scheduleWithFixedDelay(
                    () -> world.guarded(chaos::deal), 0, ACT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            over.join();
            dealing.cancel(false);
        }
        upheavals.end();
    }

    private void everybodyLeaves() {
        world.leave();
        operator.liftAll();
        await("all clients have left", () -> {
            producers.forEach(SoakClient::leave);
            consumers.forEach(SoakClient::leave);
            herd.leave();
            assertThat(world.books().open()).isEmpty();
        });
        await("no stream is left behind", () -> {
            BrokerSnapshot snapshot = broker.observatory().snapshot();
            assertThat(auditor.clients()).isEmpty();
            assertThat(snapshot.opening()).isZero();
        });
    }

    private void close() throws InterruptedException {
        for (ProducerClient producer : producers) {
            producer.close();
        }
        for (ConsumerClient consumer : consumers) {
            consumer.close();
        }
        herd.close();
        world.close();
    }

    private void hurry() {
        producers.forEach(client -> client.link().hurry());
        consumers.forEach(client -> client.link().hurry());
        herd.hurry();
    }

    private static void await(String what, ThrowingRunnable condition) {
        Awaitility.await()
                .alias(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(condition);
    }

    /**
     * A port that stays free while the broker restarts: one that the system gives to nobody who does not ask for it, as
     * a thousand clients that connect do not.
     */
    private static int freePort() {
        for (int port = FIRST_PORT; port < LAST_PORT; port++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException taken) {
                // The next one.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new AssertionError("no free port");
    }
}
