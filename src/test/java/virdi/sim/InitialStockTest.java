package virdi.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The lorries against a broker that lets them in late. */
class InitialStockTest {
    @Test
    void lorriesThatAreNotLetInComeAgainUntilTheyAre() throws Exception {
        try (TinyBroker broker = new TinyBroker();
                SimThread thread = new SimThread();
                SimClient client = new SimClient(thread, broker.address(), "lorries", 1)) {
            broker.readsProductions = false;
            CompletableFuture<Void> stocked = new CompletableFuture<>();
            thread.execute(() -> {
                var unused =
                        new InitialStock(client).stock(Map.of("iron", 300L)).thenRun(() -> stocked.complete(null));
            });
            for (int attempt = 0; attempt < 3; attempt++) {
                TinyBroker.next(broker.productions).end(Status.UNAVAILABLE.withDescription("not listening"), 0);
            }

            var first = TinyBroker.next(broker.productions);
            first.out.request(10);
            assertThat(TinyBroker.next(broker.consumptions).request().getResourceId())
                    .isEqualTo("iron");
            assertThat(first.units).hasValue(1);

            var freight = TinyBroker.next(broker.productions);
            freight.out.request(10);
            stocked.get(15, TimeUnit.SECONDS);
            assertThat(freight.units).hasValue(300);
        }
    }
}
