package virdi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import virdi.model.BrokerEvent;

/**
 * The newest events. The broker's thread writes, any thread reads, neither waits: a reader that is too slow finds a gap
 * in the sequence numbers, never a torn or wrong event, because events are immutable and tell their own number.
 */
final class EventRing {
    private final AtomicReferenceArray<BrokerEvent> slots;
    private final int mask;
    private volatile long newest;

    /**
     * @param capacity a power of two
     */
    EventRing(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("expected a power of two, not " + capacity);
        }
        slots = new AtomicReferenceArray<>(capacity);
        mask = capacity - 1;
    }

    /** Adds the event after the newest. */
    void add(BrokerEvent event) {
        slots.set((int) event.sequence() & mask, event);
        newest = event.sequence();
    }

    /** The number of the newest event; 0 before the first. */
    long newest() {
        return newest;
    }

    List<BrokerEvent> after(long sequence) {
        long last = newest;
        long first = Math.max(sequence + 1, last - mask);
        if (first > last) {
            return List.of();
        }
        List<BrokerEvent> events = new ArrayList<>((int) (last - first + 1));
        for (long number = first; number <= last; number++) {
            BrokerEvent event = slots.get((int) number & mask);
            // Overwritten while we read: what was here is dropped, the newer one comes with the next read.
            if (event != null && event.sequence() == number) {
                events.add(event);
            }
        }
        return events;
    }
}
