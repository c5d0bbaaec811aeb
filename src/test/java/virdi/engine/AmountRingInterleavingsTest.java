package virdi.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * Runs a writer and a reader of the ring in all interleavings up to a bound, and compares each with a plain queue. The
 * public methods are what the two threads do.
 */
public class AmountRingInterleavingsTest {
    /** Small, so that it grows and its places are used again within a few steps. */
    private final AmountRing ring = new AmountRing(2, 8);

    private long put;

    @Test
    void everyInterleavingIsThatOfAQueue() {
        new ModelCheckingOptions()
                .threads(2)
                .actorsBefore(2)
                .actorsPerThread(4)
                .actorsAfter(3)
                .iterations(20)
                .invocationsPerIteration(500)
                .sequentialSpecification(PlainQueue.class)
                .check(AmountRingInterleavingsTest.class);
    }

    /** The writer puts the next amount. */
    @Operation(nonParallelGroup = "writer")
    public void put() {
        ring.put(++put);
    }

    /** The reader takes one amount; 0 when none waits. */
    @Operation(nonParallelGroup = "reader")
    public long take() {
        long next = ring.read();
        if (next == ring.written()) {
            return 0;
        }
        long units = ring.at(next);
        ring.takenTo(next + 1);
        return units;
    }

    /** The same for one thread. */
    public static final class PlainQueue {
        private final Deque<Long> amounts = new ArrayDeque<>();
        private long put;

        public void put() {
            if (amounts.size() == 8) {
                throw new IllegalStateException();
            }
            amounts.addLast(++put);
        }

        public long take() {
            Long units = amounts.pollFirst();
            return units == null ? 0 : units;
        }
    }
}
