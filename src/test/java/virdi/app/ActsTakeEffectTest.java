package virdi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.app.SocketClient.soon;

import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import virdi.app.process.StartupException;
import virdi.app.settings.Options;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;

/**
 * docs/protocol.md: Operator control. Each act takes effect within 100 ms. The clock runs from the desk to what a real client
 * sees over its socket, with the shipped settings. The quickest of some repetitions must keep the promise. A busy machine
 * delays some of them, for which the test repeats longer; a broker that waits too long by itself delays them all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // @BeforeAll comes before every test
class ActsTakeEffectTest {
    private static final Duration PROMISED = Duration.ofMillis(100);
    private static final int REPETITIONS = 7;
    private static final long LONGEST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int FAST_PER_MINUTE = 600_000;

    private RunningBroker broker;
    private SocketClient client;

    @BeforeAll
    void start(@TempDir Path data) throws StartupException {
        Options options = new Options();
        options.parser().parseArgs("--port", "0", "--data-dir", data.toString());
        broker = RunningBroker.start(options.settings());
        client = new SocketClient(broker.port(), "forge");
    }

    @AfterAll
    void stop() throws InterruptedException {
        client.close();
        broker.close();
    }

    private void done(OperatorCommand command) {
        assertThat(broker.desk().submit(command).join()).isInstanceOf(Outcome.Done.class);
    }

    /** Repeats something that returns how many nanoseconds it took, and judges the quickest. */
    private static void keepsThePromise(LongSupplier once) {
        List<Long> nanos = new ArrayList<>();
        long begun = System.nanoTime();
        long quickest = Long.MAX_VALUE;
        while (nanos.size() < REPETITIONS
                || quickest >= PROMISED.toNanos() && System.nanoTime() - begun < LONGEST_NANOS) {
            long took = once.getAsLong();
            nanos.add(took);
            quickest = Math.min(quickest, took);
        }
        assertThat(Duration.ofNanos(quickest)).as("quickest of %s ns", nanos).isLessThan(PROMISED);
    }

    /** From the act to the next message of a stream. */
    private long untilMessage(SocketClient.Heard<?> heard, OperatorCommand command) {
        int before = heard.messages().size();
        long begun = System.nanoTime();
        done(command);
        heard.awaitMessages(before + 1);
        return heard.arrivedNanos(before) - begun;
    }

    /** From the act to the end of a new consumer. */
    private long untilEnd(String consumer, OperatorCommand command, Status.Code code) {
        var heard = thirsty(consumer, "endings", FAST_PER_MINUTE).awaitMessages(1);
        long begun = System.nanoTime();
        done(command);
        assertThat(heard.awaitEnd().getCode()).isEqualTo(code);
        return heard.newestNanos() - begun;
    }

    private boolean isOpen(String consumer) {
        return broker.frames().latest().streams().stream()
                .anyMatch(it -> it.label().equals(consumer));
    }

    private static ResourceId resource(String name) {
        return new ResourceId(name);
    }

    private static Target consumption(String consumer) {
        return new Target.Consumption(new ClientId("forge"), new ConsumerId(consumer));
    }

    private void known(String resource) {
        client.produce(resource, 0).awaitEnd();
    }

    private SocketClient.Heard<?> thirsty(String consumer, String resource, long stock) {
        known(resource);
        if (stock > 0) {
            done(new OperatorCommand.Inject(resource(resource), stock));
        }
        return client.consume(consumer, resource, FAST_PER_MINUTE);
    }

    @Test
    void pauseStopsDeliveriesAndResumeStartsThem() {
        var heard = thirsty("paused", "pausing", 100_000_000).awaitMessages(2);
        Target target = consumption("paused");
        keepsThePromise(() -> {
            int before = heard.messages().size();
            soon(() -> heard.messages().size() > before);
            long begun = System.nanoTime();
            done(new OperatorCommand.Throttle(target, Pace.PAUSED, null));
            // Coalesced deliveries come every 100 ms, so after three times that none will come.
            long end = System.nanoTime() + 3 * PROMISED.toNanos();
            soon(() -> System.nanoTime() >= end);
            long paused = heard.newestNanos() - begun;
            long resumed = untilMessage(heard, new OperatorCommand.Unthrottle(target));
            return Math.max(paused, resumed);
        });
    }

    @Test
    void throttleIsShownInTheNextFrames() {
        thirsty("throttled", "throttling", 100_000_000).awaitMessages(1);
        var paces = LongStream.iterate(60, pace -> pace + 60).iterator();
        keepsThePromise(() -> {
            Pace pace = new Pace(paces.next());
            long begun = System.nanoTime();
            done(new OperatorCommand.Throttle(consumption("throttled"), pace, null));
            soon(() -> broker.frames().latest().streams().stream()
                    .anyMatch(it -> it.label().equals("throttled") && pace.equals(it.throttle())));
            return System.nanoTime() - begun;
        });
    }

    @Test
    void disconnectEndsTheClientsStream() {
        keepsThePromise(() ->
                untilEnd("doomed", new OperatorCommand.Disconnect(consumption("doomed"), "out"), Status.Code.ABORTED));
    }

    @Test
    void blockEndsTheClientsStream() {
        keepsThePromise(() -> {
            long nanos = untilEnd(
                    "blocked", new OperatorCommand.Block(consumption("blocked"), "out", null), Status.Code.ABORTED);
            done(new OperatorCommand.Unblock(consumption("blocked")));
            return nanos;
        });
    }

    @Test
    void injectedUnitsReachAWaitingConsumer() {
        var heard = thirsty("waiting", "injecting", 0);
        soon(() -> isOpen("waiting"));
        keepsThePromise(() -> {
            // Deliveries within 100 ms of the last one are coalesced, however quick the act was.
            soon(() -> System.nanoTime() - heard.newestNanos() > PROMISED.toNanos());
            return untilMessage(heard, new OperatorCommand.Inject(resource("injecting"), 1));
        });
    }

    @Test
    void purgingAFullTankAsksItsProducer() {
        known("purging");
        done(new OperatorCommand.Inject(resource("purging"), 10_000));
        var heard = client.offer("purging");
        soon(() -> isOffered("purging"));
        keepsThePromise(() -> {
            long nanos = untilMessage(heard, new OperatorCommand.Purge(resource("purging"), 10_000));
            done(new OperatorCommand.Inject(resource("purging"), 10_000));
            return nanos;
        });
    }

    @Test
    void aLargerCapacityAsksTheProducer() {
        known("growing");
        done(new OperatorCommand.SetCapacity(resource("growing"), 100));
        done(new OperatorCommand.Inject(resource("growing"), 100));
        var heard = client.offer("growing");
        soon(() -> isOffered("growing"));
        keepsThePromise(() -> {
            long nanos = untilMessage(heard, new OperatorCommand.SetCapacity(resource("growing"), 1_000));
            done(new OperatorCommand.SetCapacity(resource("growing"), 100));
            return nanos;
        });
    }

    @Test
    void aRequestByHandReachesTheProducer() {
        known("asking");
        done(new OperatorCommand.Inject(resource("asking"), 10_000));
        var heard = client.offer("asking");
        soon(() -> isOffered("asking"));
        keepsThePromise(() -> untilMessage(heard, new OperatorCommand.RequestNow(resource("asking"))));
    }

    private boolean isOffered(String resource) {
        return broker.frames().latest().resources().stream()
                .anyMatch(it -> it.id().value().equals(resource) && it.producers() == 1);
    }
}
