package virdi.ui.map.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

public class DotPatternTest {
    private static final double LENGTH = 2_000;

    @Test
    void moreUnitsAMinuteMeansMoreDots() {
        assertThat(dots(rate(30), 0).size()).isLessThan(dots(rate(600), 0).size());
        assertThat(dots(rate(600), 0).size()).isLessThan(dots(rate(6_000), 0).size());
    }

    @Test
    void noRateNoDots() {
        assertThat(dots(rate(0), 0)).isEmpty();
        assertThat(dots(rate(-1), 0)).isEmpty();
        assertThat(dots(rate(Double.NaN), 0)).isEmpty();
    }

    @Test
    void dotsMoveAtOnePaceWhateverTheRate() {
        double moved =
                dots(rate(60), 100_000_000L).getFirst()[0] - dots(rate(60), 0).getFirst()[0];
        double movedFast = dots(rate(6_000), 100_000_000L).getFirst()[0]
                - dots(rate(6_000), 0).getFirst()[0];
        assertThat(moved).isPositive().isCloseTo(movedFast, within(1e-9));
    }

    @Test
    void theFartherAwayTheSeldomerAStepIsSeen() {
        assertThat(DotPattern.stepNanos(1)).as("a pulse at sixty a second").isLessThan(16_600_000L);
        assertThat(DotPattern.stepNanos(0.5)).isEqualTo(2 * DotPattern.stepNanos(1));
        assertThat(DotPattern.stepNanos(0.01)).as("figures stay new").isEqualTo(66_000_000L);
    }

    @Test
    void thinnedEnoughNoneIsLeftOfTheDensest() {
        assertThat(dots(DotPattern.DENSEST - DotPattern.NONE_LEFT + 0.1, 0)).isNotEmpty();
        assertThat(dots(DotPattern.DENSEST - DotPattern.NONE_LEFT, 0)).isEmpty();
    }

    @Property(tries = 200)
    void aDenserPatternKeepsEveryDotWhereItIsAndAddsSomeBetween(
            @ForAll @DoubleRange(min = -3, max = DotPattern.DENSEST) double density,
            @ForAll @DoubleRange(max = 4) double more,
            @ForAll @DoubleRange(max = 1) double phase,
            @ForAll @LongRange(max = 1_000_000_000_000L) long nanos) {
        List<double[]> sparse = dots(density, phase, nanos);
        List<double[]> dense = dots(Math.min(density + more, DotPattern.DENSEST), phase, nanos);
        assertThat(dense.size()).isGreaterThanOrEqualTo(sparse.size());
        for (double[] dot : sparse) {
            assertThat(dense).anyMatch(other -> Math.abs(other[0] - dot[0]) < 1e-6 && other[1] >= dot[1] - 1e-9);
        }
    }

    @Property(tries = 200)
    void thereAreAboutAsManyDotsAsAreCounted(
            @ForAll @DoubleRange(max = DotPattern.DENSEST) double density,
            @ForAll @DoubleRange(max = 1) double phase,
            @ForAll @LongRange(max = 1_000_000_000_000L) long nanos) {
        double sizes =
                dots(density, phase, nanos).stream().mapToDouble(dot -> dot[1]).sum();
        assertThat(sizes).isCloseTo(DotPattern.count(density, LENGTH), withinPercentage(20));
    }

    private static double rate(double perMinute) {
        return DotPattern.density(perMinute);
    }

    private static List<double[]> dots(double density, long nanos) {
        return dots(density, 0, nanos);
    }

    /** Place and size of each dot. */
    private static List<double[]> dots(double density, double phase, long nanos) {
        List<double[]> dots = new ArrayList<>();
        DotPattern.place(density, LENGTH, phase, nanos, (share, size) -> dots.add(new double[] {share * LENGTH, size}));
        return dots;
    }
}
