package virdi.app.process;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import javax.management.NotificationEmitter;

/**
 * Starts a full garbage collection when the old generation has grown by a tenth.
 *
 * <p>The serial collector does not collect the old generation until it reaches the maximum of the heap. Objects that live
 * for a minute, such as the pages of the database, fill it within a day: hundreds of megabytes, and then one long pause. A
 * full collection of this program takes about a tenth of a second. Other collectors do not need this.
 *
 * <p>Only the thread that starts it, and after that only the notification thread of the JVM, may call it.
 */
public final class OldGenerationCollector {
    /** Shortest time between two collections, and between the start and the first one. */
    public static final Duration MIN_INTERVAL = Duration.ofMinutes(10);

    private static final String OLD_GENERATION = "Tenured Gen";
    private static final double GROWTH = 1.1;
    private static final long LEAST_GROWTH = 4 << 20;

    /** The old generation; tests bring their own. */
    interface Generation {
        /** Used bytes. */
        long used();

        /** Used bytes after the last full collection; 0 before the first. */
        long usedAfterCollection();

        /** Asks for a notification when more than this many bytes are used. */
        void setThreshold(long bytes);

        void collect();
    }

    private final Generation old;
    private final Duration minInterval;
    private long lastNanos;

    /**
     * @param nanos the time of the start, of any clock that {@link #thresholdExceeded} gets too
     */
    public OldGenerationCollector(Generation old, Duration minInterval, long nanos) {
        this.old = old;
        this.minInterval = minInterval;
        lastNanos = nanos;
        setThresholdAbove(old.used());
    }

    /** Watches the heap of this process if its collector is the serial one. */
    public static void start(Duration minInterval) {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals(OLD_GENERATION)) {
                var collector = new OldGenerationCollector(generation(pool), minInterval, System.nanoTime());
                ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
                        .addNotificationListener(
                                (notification, handback) -> collector.thresholdExceeded(System.nanoTime()),
                                it -> it.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED),
                                null);
            }
        }
    }

    /** The notification: the generation uses more bytes than the threshold. */
    void thresholdExceeded(long nanos) {
        if (nanos - lastNanos < minInterval.toNanos()) {
            setThresholdAbove(old.used());
            return;
        }
        lastNanos = nanos;
        old.collect();
        setThresholdAbove(old.usedAfterCollection());
    }

    private void setThresholdAbove(long bytes) {
        old.setThreshold(Math.max(bytes + LEAST_GROWTH, (long) (bytes * GROWTH)));
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
            public void setThreshold(long bytes) {
                // At its maximum the generation is collected anyway.
                pool.setUsageThreshold(Math.min(bytes, pool.getUsage().getMax()));
            }

            @Override
            public void collect() {
                System.gc();
            }
        };
    }
}
