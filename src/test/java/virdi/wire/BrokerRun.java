package virdi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import virdi.engine.BrokerClock;
import virdi.engine.BrokerLoop;
import virdi.engine.StreamGateway;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.InitialState;
import virdi.model.Ledger;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.model.ResourceId;

/** The real broker behind a transport, for the length of a test. */
record BrokerRun(BrokerLoop loop, Transport transport) implements AutoCloseable {
    /** Small tanks and quick repeats; everything else as shipped. */
    static BrokerSettings settings() {
        return builder().build();
    }

    /** Holds the same, to change. */
    static BrokerSettings.Builder builder() {
        return BrokerSettings.builder()
                .capacityUnits(100)
                .coalescing(Duration.ofMillis(20))
                .firstRepeat(Duration.ofMillis(200))
                .longestRepeat(Duration.ofSeconds(1))
                .maxResources(1_000);
    }

    /** Starts a broker that knows iron, of which it has none. */
    static BrokerRun start(Way way, BrokerSettings settings) throws IOException {
        return start(way, settings, WireSettings.Limits.DEFAULT);
    }

    /** The same, with other limits of the wire. */
    static BrokerRun start(Way way, BrokerSettings settings, WireSettings.Limits limits) throws IOException {
        return start(settings, gateway -> way.serve(gateway, limits));
    }

    /** The same, over a socket with other settings of the wire. */
    static BrokerRun start(BrokerSettings settings, WireSettings wire) throws IOException {
        return start(settings, gateway -> Transport.socket(gateway, wire));
    }

    /** Serves a desk. */
    private interface Service {
        Transport of(StreamGateway gateway) throws IOException;
    }

    private static BrokerRun start(BrokerSettings settings, Service service) throws IOException {
        var opening = new InitialState(Map.of(new ResourceId("iron"), 0L), List.of());
        var loop = new BrokerLoop(settings, opening, BrokerClock.system());
        loop.start();
        return new BrokerRun(loop, service.of(loop));
    }

    TestClient client(@Nullable String clientId) {
        return transport.client(clientId);
    }

    BrokerSnapshot snapshot() {
        return loop.snapshot();
    }

    /** Waits until the newest snapshot tells so. */
    void awaitSnapshot(Predicate<BrokerSnapshot> told) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> told.test(loop.snapshot()));
    }

    Ledger ledger(String resource) {
        return loop.snapshot().resources().stream()
                .filter(state -> state.id().equals(new ResourceId(resource)))
                .map(ResourceState::ledger)
                .findFirst()
                .orElse(new Ledger(0, 0, 0, 0, 0, 0));
    }

    void awaitLevel(String resource, long units) {
        awaitSnapshot(snapshot -> ledger(resource).level() == units);
    }

    void awaitAccepted(String resource, long units) {
        awaitSnapshot(snapshot -> ledger(resource).accepted() == units);
    }

    void operate(OperatorCommand command) {
        assertThat(loop.submit(command).join()).isInstanceOf(Outcome.Done.class);
    }

    List<BrokerEvent> events(BrokerEvent.Kind kind) {
        return loop.eventsAfter(0).stream()
                .filter(event -> event.kind() == kind)
                .toList();
    }

    /** Stops everything; by then no unit may have been lost or invented. */
    @Override
    public void close() throws InterruptedException {
        loop.shutDown().join();
        transport.close();
        loop.close();
        assertThat(loop.snapshot().resources())
                .allSatisfy(state -> assertThat(state.ledger().difference()).isZero());
    }
}
