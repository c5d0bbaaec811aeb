package virdi.telemetry.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RateMeterTest {
    private static final long SECOND = ElapsedTime.SECOND;
    private static final long LOOK = SECOND / 30;

    private final RateMeter meter = new RateMeter(0, 0);
    private long now;
    private long count;
    private long nextArrival;
    private double area;

    @Test
    void nothingReadsAsZero() {
        assertThat(meter.perMinute(10 * SECOND)).isZero();
    }

    @Test
    void sixPerMinuteReadsAsSixAndNeverAsZeroOrTwelve() {
        flow(30, 10, 1);
        for (int i = 0; i < 20 * 30; i++) {
            flow(1 / 30.0, 10, 1);
            assertThat(meter.perMinute(now)).isCloseTo(6, within(0.1));
        }
    }

    @Test
    void oneAMinuteReadsAsOne() {
        flow(150, 60, 1);
        assertThat(meter.perMinute(now)).isCloseTo(1, within(0.05));
    }

    @Test
    void denseFlowIsExact() {
        flow(10, 0.1, 2);
        assertThat(meter.perMinute(now)).isCloseTo(1_200, within(12.0));
    }

    @Test
    void denseFlowThatStopsReadsZeroWithinASecond() {
        flow(10, 0.1, 2);
        silence(1.1);
        assertThat(meter.perMinute(now)).isZero();
    }

    @Test
    void sparseFlowThatStopsFallsAndEndsAtZero() {
        flow(60, 10, 1);
        silence(25);
        assertThat(meter.perMinute(now)).isBetween(0.1, 5.0);
        silence(20);
        assertThat(meter.perMinute(now)).isZero();
    }

    @Test
    void rateThatIsHalvedShowsWithinAboutASecond() {
        flow(20, 0.1, 2);
        flow(1.3, 0.1, 1);
        assertThat(meter.perMinute(now)).isCloseTo(600, within(120.0));
        flow(2, 0.1, 1);
        assertThat(meter.perMinute(now)).isCloseTo(600, within(12.0));
    }

    @Test
    void rateThatSlowsDownALotShowsWithTheNextArrivals() {
        flow(20, 0.5, 1);
        flow(21, 10, 1);
        assertThat(meter.perMinute(now)).isCloseTo(6, within(0.5));
    }

    @Test
    void flowThatReturnsAfterAnHourReadsItsNewRate() {
        flow(10, 0.1, 1);
        silence(3_600);
        flow(2, 0.1, 1);
        assertThat(meter.perMinute(now)).isCloseTo(600, within(60.0));
    }

    @Test
    void burstAtTheOpeningIsForgottenInTwoSeconds() {
        count = 135;
        meter.record(LOOK, count);
        now = LOOK;
        nextArrival = now;
        flow(2.5, 1 / 3.0, 1);
        assertThat(meter.perMinute(now)).isCloseTo(180, within(20.0));
    }

    @Test
    void capHoldsTheReadingAtOnce() {
        flow(10, 0.1, 2);
        meter.cap(60);
        assertThat(meter.perMinute(now)).isEqualTo(60);
        meter.cap(0);
        assertThat(meter.perMinute(now)).isZero();
    }

    /** Whatever the paces, what the readings add up to is what was counted. */
    @Property(tries = 300)
    void ratesOverTimeAddUpToTheCounter(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 60) Integer> tenthsBetween,
            @ForAll @IntRange(min = 1, max = 1_000) int units) {
        RateMeterTest fresh = new RateMeterTest();
        for (int tenths : tenthsBetween) {
            // Long enough for the reading to settle, as many arrivals for a sparse pace as for a dense one.
            fresh.flow(Math.max(30, tenths * 4), tenths / 10.0, units);
        }
        assertThat(fresh.area).isCloseTo(fresh.count, Percentage.withPercentage(12));
    }

    /** So many seconds of a message every {@code gap} seconds, as a sampler sees it. */
    private void flow(double seconds, double gap, long units) {
        nextArrival = Math.max(nextArrival, now);
        long until = now + (long) (seconds * SECOND);
        while (now < until) {
            now += LOOK;
            while (nextArrival <= now) {
                count += units;
                nextArrival += (long) (gap * SECOND);
            }
            meter.record(now, count);
            area += meter.perMinute(now) * LOOK / 60e9;
        }
        nextArrival = Math.min(nextArrival, now + (long) (gap * SECOND));
    }

    private void silence(double seconds) {
        now += (long) (seconds * SECOND);
        nextArrival = now;
        meter.record(now, count);
    }
}
