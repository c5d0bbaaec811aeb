package virdi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class AmountRingTest {
    private final AmountRing ring = new AmountRing(1_024);

    @Test
    void whatWasPutIsReadInOrderThoughTheRingGrows() {
        ring.put(7);
        ring.put(8);
        ring.takenTo(1);
        for (int i = 0; i < 1_000; i++) {
            ring.put(i);
        }
        assertThat(ring.read()).isEqualTo(1);
        assertThat(ring.written()).isEqualTo(1_002);
        assertThat(ring.at(1)).isEqualTo(8);
        for (int i = 0; i < 1_000; i++) {
            assertThat(ring.at(2 + i)).isEqualTo(i);
        }
    }

    @Test
    void placesThatWereTakenAreUsedAgain() {
        for (long n = 0; n < 10_000; n++) {
            ring.put(n);
            assertThat(ring.at(n)).isEqualTo(n);
            ring.takenTo(n + 1);
        }
    }

    @Test
    void aWriterThatOverdrawsItsCreditIsToldSo() {
        for (int i = 0; i < 1_024; i++) {
            ring.put(i);
        }
        assertThatIllegalStateException().isThrownBy(() -> ring.put(0)).withMessageContaining("1024");
    }

    @Test
    void aReaderBesideTheWriterSeesEveryAmountOnce() {
        long messages = 2_000_000;
        Semaphore credit = new Semaphore(1_024);
        CompletableFuture<Long> written = CompletableFuture.supplyAsync(() -> {
            for (long n = 0; n < messages; n++) {
                credit.acquireUninterruptibly();
                ring.put(n * 3);
            }
            return messages;
        });
        long next = 0;
        while (next < messages) {
            long available = ring.written();
            for (; next < available; next++) {
                if (ring.at(next) != next * 3) {
                    throw new AssertionError("at " + next + " stands " + ring.at(next));
                }
                ring.takenTo(next + 1);
                credit.release();
            }
        }
        assertThat(written.join()).isEqualTo(messages);
    }
}
