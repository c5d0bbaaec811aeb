package virdi.ui.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import virdi.model.Pace;

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

    @ParameterizedTest
    @CsvSource({
        "0, true, false, 1",
        "59, true, false, 60",
        "99, true, false, 100",
        "100, true, false, 110",
        "1234, true, false, 1300",
        "60, false, false, 59",
        "100, false, false, 99",
        "110, false, false, 100",
        "1234, false, false, 1200",
        "1, false, false, 0",
        "0, false, false, 0",
        "0, true, true, 1",
        "1, true, true, 2",
        "60, true, true, 100",
        "100, true, true, 200",
        "300, true, true, 500",
        "60, false, true, 50",
        "50, false, true, 20",
        "100, false, true, 50",
        "11, false, true, 10",
        "1, false, true, 0"
    })
    void besideAPaceIsTheNextOfItsSize(long pace, boolean up, boolean coarse, long next) {
        assertThat(PaceScale.beside(pace, up, coarse)).isEqualTo(next);
    }

    @Test
    void aPaceThatHidesWhatCouldFlowLeavesRoomToRaiseIt() {
        assertThat(PaceScale.room(180, null)).isEqualTo(180);
        assertThat(PaceScale.room(180, new Pace(60))).isEqualTo(180);
        assertThat(PaceScale.room(60, new Pace(60))).isEqualTo(240);
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
