package virdi.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import virdi.app.ProgramRun;

/** When the heap is collected: with stepped time, and by a real collector. */
class OldGenerationCollectorTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long MEGABYTE = 1 << 20;

    private final OldObjects old = new OldObjects();
    private final OldGenerationCollector collector =
            new OldGenerationCollector(old, OldGenerationCollector.MIN_INTERVAL, 0);

    /** A generation of which so much is alive, and so much is dead. */
    private static final class OldObjects implements OldGenerationCollector.Generation {
        private long alive = 100 * MEGABYTE;
        private long dead;
        private long afterCollection;
        private long threshold;
        private int collections;

        @Override
        public long used() {
            return alive + dead;
        }

        @Override
        public long usedAfterCollection() {
            return afterCollection;
        }

        @Override
        public void setThreshold(long bytes) {
            threshold = bytes;
        }

        @Override
        public void collect() {
            collections++;
            dead = 0;
            afterCollection = alive;
        }
    }

    @Test
    void itIsCollectedOnceItHasGrownByATenth() {
        assertThat(old.threshold).isEqualTo(110 * MEGABYTE);
        old.dead = 11 * MEGABYTE;
        collector.thresholdExceeded(30 * MINUTE);
        assertThat(old.collections).isOne();
        old.alive = 200 * MEGABYTE;
        collector.thresholdExceeded(60 * MINUTE);
        assertThat(old.threshold).as("a tenth of what is alive now").isEqualTo(220 * MEGABYTE);
    }

    @Test
    void itIsNotCollectedAgainWithinTenMinutesHoweverFastItGrows() {
        for (long second = 0; second < 3_600; second++) {
            old.dead += MEGABYTE;
            if (old.used() >= old.threshold) {
                collector.thresholdExceeded(second * MINUTE / 60);
            }
        }
        assertThat(old.collections).isBetween(4, 5);
    }

    @Test
    void littleIsLeftToGrowByMegabytes() {
        old.alive = MEGABYTE;
        collector.thresholdExceeded(20 * MINUTE);
        assertThat(old.threshold).isEqualTo(5 * MEGABYTE);
    }

    @Test
    void theSerialCollectorIsToldToCollect(@TempDir Path directory) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms32m",
                "-Xmn8m",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Growing.class.getName());
        try (ProgramRun run = ProgramRun.start(directory, command)) {
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out().strip()).isEqualTo("collected");
        }
    }

    /** Fills the old generation with what is dead at once, not nearly up to its bound. */
    static final class Growing {
        private static final int PIECES = 30;

        private Growing() {}

        public static void main(String[] arguments) {
            OldGenerationCollector.start(Duration.ZERO);
            long made = 0;
            for (int piece = 0; piece < PIECES && collections() == 0; piece++) {
                // Too large for the young generation, and then so much small that the collector looks after it.
                made += new byte[(int) (8 * MEGABYTE)].length;
                for (int small = 0; small < 10_000 && collections() == 0; small++) {
                    made += new byte[1_024].length;
                }
            }
            System.out.println(collections() > 0 ? "collected" : "not collected after " + made);
        }

        private static long collections() {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .filter(it -> List.of(it.getMemoryPoolNames()).contains("Tenured Gen"))
                    .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                    .sum();
        }
    }
}
