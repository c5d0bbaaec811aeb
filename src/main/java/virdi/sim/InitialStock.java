package virdi.sim;

import io.grpc.Status;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Makes the tanks ready before a world starts, used by the simulation's thread only: takes away what is in them, and
 * brings what the story begins with.
 *
 * <p>A client cannot ask for a level, and an earlier run may have left anything from empty to full. So each lorry first
 * unloads a single unit, by which the tank exists and the connection stands, then takes all there is, then unloads. The
 * single unit is tried until there is a broker to take it.
 */
final class InitialStock {
    /** Far more than a tank of the default size holds: a consumer is filled to three quarters of its buffer at once. */
    private static final long CARRIES_UNITS = 40_000;
    /** A tank hands over all it has in one delivery, as soon as the consumer is known. */
    private static final long LOADING_MILLIS = 250;

    private static final long UNLOADED_PER_MINUTE = 600_000;

    private final SimClient client;

    InitialStock(SimClient client) {
        this.client = client;
    }

    /** Stocks the tanks with so many units each; completes when all is done or was refused, and the lorries have left. */
    CompletableFuture<Void> stock(Map<String, Long> unitsByResource) {
        CompletableFuture<?>[] stocked = unitsByResource.entrySet().stream()
                .map(stock -> stock(stock.getKey(), stock.getValue()))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(stocked).thenRun(client::close);
    }

    private CompletableFuture<Long> stock(String resource, long units) {
        ProducerPlan freight = ProducerPlan.of(resource, UNLOADED_PER_MINUTE).inMessagesOf(100);
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        arrive(freight, new Backoff(client.randomFor("lorry of " + resource)), arrived);
        return arrived.thenCompose(first -> empty(resource)).thenCompose(emptied -> client.unload(freight, units));
    }

    private void arrive(ProducerPlan freight, Backoff backoff, CompletableFuture<Void> arrived) {
        client.unload(freight, 1, (status, acceptedUnits, livedNanos) -> {
            if (status.getCode() != Status.Code.UNAVAILABLE || client.isClosed()) {
                arrived.complete(null);
                return;
            }
            var unused = client.thread().after(backoff.nanosAfter(status, livedNanos), () -> {
                client.reconnect();
                arrive(freight, backoff, arrived);
            });
        });
    }

    private CompletableFuture<Void> empty(String resource) {
        SimConsumer lorry = client.consume(
                ConsumerPlan.of("lorry of " + resource, resource, Uint32.MAX).holding(CARRIES_UNITS, 0));
        CompletableFuture<Void> emptied = new CompletableFuture<>();
        var unused = client.thread().after(TimeUnit.MILLISECONDS.toNanos(LOADING_MILLIS), () -> {
            lorry.close();
            emptied.complete(null);
        });
        return emptied;
    }
}
