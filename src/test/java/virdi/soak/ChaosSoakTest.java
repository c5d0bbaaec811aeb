package virdi.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program's broker on a real socket, with 224 clients and a herd of 1,000, and everything going wrong all the time.
 * Every assertion is on books, none on speed. {@code -Dvirdi.soak.seconds} and {@code -Dvirdi.soak.seed} set length and
 * choices.
 */
@Tag("soak")
class ChaosSoakTest {
    private static final long SECONDS = Long.getLong("virdi.soak.seconds", 60);
    private static final long SEED = Long.getLong("virdi.soak.seed", System.nanoTime());
    private static final long HEAP_MARGIN_BYTES = 8 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Acts without which the soak would have proved less than it says. */
    private static final List<String> NEEDED = List.of(
            "acts: broker restarts",
            "acts: port closed and opened",
            "acts: herd hangs up together",
            "acts: connections killed by RST",
            "acts: connections killed by FIN",
            HalfOpen.DROPPED,
            "acts: half-open, the network SWALLOWS",
            "acts: half-open, the network STALLS",
            "acts: floods that met a full buffer",
            "acts: productions reopened on request after a full buffer",
            "acts: readers that do not read for seconds",
            "seen: consumers whose transport takes no more (each second)");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit comes before every test
    private Path data;

    @Test
    void chaosLosesNoUnitAndLeavesNothingBehind() throws InterruptedException {
        System.out.printf("soak: %d s, seed %d%n", SECONDS, SEED);
        try (LogWatch log = LogWatch.begin()) {
            assertThat(Soak.warmUp(data.resolve("warm-up"), ~SEED).faults()).isEmpty();
            Footprint before = Footprint.take();

            Soak.Report report = Soak.run(data.resolve("soak"), SEED, Duration.ofSeconds(SECONDS));

            System.out.printf(
                    "%s%nslowest drop of a half-open client: %d ms%n", report.tally(), report.slowestDropMillis());
            System.out.printf("before: %s%n", before);
            assertThat(report.faults()).isEmpty();
            assertThat(log.heard()).isEmpty();
            assertThat(NEEDED).filteredOn(act -> report.tally().of(act) == 0).isEmpty();
            Footprint[] after = new Footprint[1];
            Awaitility.await()
                    .alias("nothing has grown")
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        after[0] = Footprint.take();
                        assertThat(after[0]).matches(it -> it.isWithin(before, HEAP_MARGIN_BYTES));
                    });
            System.out.printf("after: %s%n", after[0]);
        }
    }
}
