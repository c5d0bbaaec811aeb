package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BeadsTest {
    private static final double LENGTH = 2_000;

    @Test
    void moreUnitsAMinuteMeansMoreDots() {
        assertThat(dots(30, 0).size()).isLessThan(dots(600, 0).size());
        assertThat(dots(600, 0).size()).isLessThan(dots(6_000, 0).size());
    }

    @Test
    void noRateNoDots() {
        assertThat(dots(0, 0)).isEmpty();
        assertThat(dots(-1, 0)).isEmpty();
        assertThat(dots(Double.NaN, 0)).isEmpty();
    }

    @Test
    void dotsMoveAtOnePaceWhateverTheRate() {
        double moved = dots(60, 100_000_000L).getFirst()[0] - dots(60, 0).getFirst()[0];
        double movedFast =
                dots(6_000, 100_000_000L).getFirst()[0] - dots(6_000, 0).getFirst()[0];
        assertThat(moved).isPositive().isCloseTo(movedFast, within(1e-9));
    }

    @Test
    void theFartherAwayTheSeldomerAStepIsSeen() {
        assertThat(Beads.stepNanos(1)).as("a pulse at sixty a second").isLessThan(16_600_000L);
        assertThat(Beads.stepNanos(0.5)).isEqualTo(2 * Beads.stepNanos(1));
        assertThat(Beads.stepNanos(0.01)).as("figures stay new").isEqualTo(66_000_000L);
    }

    @Property(tries = 200)
    void aHigherRateKeepsEveryDotWhereItIsAndAddsSomeBetween(
            @ForAll @DoubleRange(min = 1, max = 10_000) double rate,
            @ForAll @DoubleRange(min = 1, max = 20) double factor,
            @ForAll @LongRange(max = 1_000_000_000_000L) long nanos) {
        List<double[]> sparse = dots(rate, nanos);
        List<double[]> dense = dots(rate * factor, nanos);
        assertThat(dense.size()).isGreaterThanOrEqualTo(sparse.size());
        for (double[] dot : sparse) {
            assertThat(dense).anyMatch(other -> Math.abs(other[0] - dot[0]) < 1e-6);
        }
    }

    /** Place and size of each dot. */
    private static List<double[]> dots(double perMinute, long nanos) {
        List<double[]> dots = new ArrayList<>();
        Beads.place(
                perMinute,
                LENGTH,
                nanos,
                Beads.DENSEST,
                (share, size) -> dots.add(new double[] {share * LENGTH, size}));
        return dots;
    }
}
