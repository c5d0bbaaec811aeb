package virdi.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The arithmetic of pacing, against big integers. */
class LeakyBucketTest {
    private static final BigInteger PARTS = BigInteger.valueOf(60_000_000_000L);

    @Property
    void drainingInStepsIsExact(
            @ForAll @LongRange(min = 0, max = 0xFFFF_FFFFL) long units,
            @ForAll @LongRange(min = 1, max = 0xFFFF_FFFFL) long pace,
            @ForAll @Size(max = 20) List<@LongRange(min = 0, max = 40_000_000_000L) Long> steps) {
        LeakyBucket level = new LeakyBucket(units, 0);
        BigInteger exact = BigInteger.valueOf(units).multiply(PARTS);
        long now = 0;
        for (long step : steps) {
            now += step;
            level.drainTo(now, pace);
            exact = exact.subtract(BigInteger.valueOf(pace).multiply(BigInteger.valueOf(step)))
                    .max(BigInteger.ZERO);
            assertThat(level.ceiling())
                    .isEqualTo(exact.add(PARTS)
                            .subtract(BigInteger.ONE)
                            .divide(PARTS)
                            .longValueExact());
        }
    }

    @Property
    void theWaitIsJustLongEnough(
            @ForAll @LongRange(min = 1, max = 0xFFFF_FFFFL) long units,
            @ForAll @LongRange(min = 1, max = 150_000_000L) long pace,
            @ForAll @LongRange(min = 0, max = 0xFFFF_FFFFL) long target) {
        LeakyBucket level = new LeakyBucket(units, 0);
        long wait = level.nanosUntil(target, pace);
        if (wait == Timers.NEVER) {
            assertThat((units - target) / pace)
                    .isGreaterThan(Duration.ofDays(365 * 290).toMinutes());
            return;
        }
        if (wait > 0) {
            level.drainTo(wait - 1, pace);
            assertThat(level.ceiling()).isGreaterThan(target);
        }
        level.drainTo(wait, pace);
        assertThat(level.ceiling()).isLessThanOrEqualTo(Math.max(target, 0));
    }

    @Property
    void atTheHighestPacesTheWaitIsAtMostAMicrosecondLong(
            @ForAll @LongRange(min = 1, max = 0xFFFF_FFFFL) long units,
            @ForAll @LongRange(min = 150_000_000L, max = 0xFFFF_FFFFL) long pace) {
        LeakyBucket level = new LeakyBucket(units, 0);
        long wait = level.nanosUntil(0, pace);
        BigInteger exact = BigInteger.valueOf(units).multiply(PARTS).divide(BigInteger.valueOf(pace));
        assertThat(wait).isBetween(exact.longValueExact(), exact.longValueExact() + 1_000);
    }
}
