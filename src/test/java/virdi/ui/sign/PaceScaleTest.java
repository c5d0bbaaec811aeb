package virdi.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PaceScaleTest {
    @Test
    void theStartPausesAndTheEndIsTheMost() {
        var scale = new PaceScale(180);
        assertThat(scale.pace(0)).isZero();
        assertThat(scale.pace(1)).isEqualTo(180);
    }

    @Test
    void smallPacesHaveRoom() {
        var scale = new PaceScale(10_000);
        assertThat(scale.pace(0.5)).isEqualTo(99);
        assertThat(scale.position(10)).isGreaterThan(0.2);
    }

    @Test
    void theEndIsRoundedUpToTwoDigits() {
        assertThat(PaceScale.reaching(1_234).most()).isEqualTo(1_300);
        assertThat(PaceScale.reaching(180).most()).isEqualTo(180);
        assertThat(PaceScale.reaching(0).most()).isEqualTo(1);
    }

    @Property
    void furtherIsNeverSlower(
            @ForAll @LongRange(min = 1, max = 4_294_967_295L) long most,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        var scale = new PaceScale(most);
        assertThat(scale.pace(Math.min(one, other))).isLessThanOrEqualTo(scale.pace(Math.max(one, other)));
    }

    @Property
    void aPaceIsFoundAgainAtItsPosition(@ForAll @LongRange(min = 1, max = 1_000_000) long pace) {
        var scale = new PaceScale(1_000_000);
        assertThat((double) scale.pace(scale.position(pace))).isCloseTo(pace, within(0.1 * pace + 1));
    }
}
