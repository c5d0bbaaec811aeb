package virdi.app.process;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import javax.management.NotificationEmitter;

/**
 * Has the whole heap collected when its old generation has grown by a tenth.
 *
 * <p>The serial collector lets the old generation grow to the heap's bound before it looks for what is dead there. What lives for
 * a minute and is replaced, as pages of the database do, would fill that in a day: hundreds of megabytes, and then one long
 * stop. A collection of what a console holds takes about a tenth of a second. Other collectors see to it themselves.
 *
 * <p>Its state is touched by the thread that begins, and then by the virtual machine's thread for notifications alone.
 */
public final class HeapTidy {
    /** At least so long from one collection to the next, however fast the heap grows, and after start. */
    public static final Duration APART = Duration.ofMinutes(10);

    private static final String OLD_GENERATION = "Tenured Gen";
    private static final double GROWTH = 1.1;
    private static final long LEAST_GROWTH = 4 << 20;

    /** What can be known of a generation, and asked of it. */
    interface Generation {
        /** In bytes. */
        long used();

        /** In bytes, when all of it was last collected; 0 before that. */
        long usedAfterCollection();

        /** Wants to be told when so many bytes are used. */
        void tellFrom(long bytes);

        void collect();
    }

    private final Generation old;
    private final Duration apart;
    private long lastNanos;

    /** Watches a generation from a time on. */
    public HeapTidy(Generation old, Duration apart, long nanos) {
        this.old = old;
        this.apart = apart;
        lastNanos = nanos;
        tellAfter(old.used());
    }

    /** Watches this process's heap, where its collector needs that. */
    public static void begin(Duration apart) {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals(OLD_GENERATION)) {
                var tidy = new HeapTidy(generation(pool), apart, System.nanoTime());
                ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
                        .addNotificationListener(
                                (notification, handback) -> tidy.grown(System.nanoTime()),
                                it -> it.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED),
                                null);
            }
        }
    }

    /** The generation has grown as far as it was to be told. */
    void grown(long nanos) {
        if (nanos - lastNanos < apart.toNanos()) {
            tellAfter(old.used());
            return;
        }
        lastNanos = nanos;
        old.collect();
        tellAfter(old.usedAfterCollection());
    }

    private void tellAfter(long bytes) {
        old.tellFrom(Math.max(bytes + LEAST_GROWTH, (long) (bytes * GROWTH)));
    }

    private static Generation generation(MemoryPoolMXBean pool) {
        return new Generation() {
            @Override
            public long used() {
                return pool.getUsage().getUsed();
            }

            @Override
            public long usedAfterCollection() {
                MemoryUsage usage = pool.getCollectionUsage();
                return usage == null ? 0 : usage.getUsed();
            }

            @Override
            public void tellFrom(long bytes) {
                // Beyond the bound the collector comes by itself.
                pool.setUsageThreshold(Math.min(bytes, pool.getUsage().getMax()));
            }

            @Override
            public void collect() {
                System.gc();
            }
        };
    }
}
