package virdi.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestraintTest {
    private static final long SECOND = 1_000_000_000L;

    private double load;
    private final Restraint restraint = new Restraint(() -> load, 2);

    @Test
    void aMachineAtEaseGetsEveryPicture() {
        measure(0.59);
        assertThat(restraint.pauseNanos(0)).isZero();
    }

    @Test
    void aBusyMachineIsLeftAlone() {
        measure(0.65);
        assertThat(restraint.pauseNanos(0)).isEqualTo(100_000_000);
    }

    @Test
    void restraintLastsUntilTheMachineIsClearlyAtEase() {
        measure(0.65);
        measure(0.50);
        assertThat(restraint.pauseNanos(0)).isPositive();
        measure(0.40);
        assertThat(restraint.pauseNanos(0)).isZero();
    }

    @Test
    void thePictureFollowsTheHandHoweverBusyTheMachineIs() {
        measure(0.65);
        restraint.touched(10 * SECOND);
        assertThat(restraint.pauseNanos(11 * SECOND)).isZero();
        assertThat(restraint.pauseNanos(12 * SECOND)).isPositive();
    }

    @Test
    void manyProcessorsAreBusyLater() {
        var many = new Restraint(() -> load, 16);
        load = 0.94;
        many.measure();
        assertThat(many.pauseNanos(0)).isZero();
        load = 0.96;
        many.measure();
        assertThat(many.pauseNanos(0)).isPositive();
    }

    @Test
    void aSingleProcessorIsAtEaseWhenHalfOfItIsIdle() {
        var single = new Restraint(() -> load, 1);
        load = 0.9;
        single.measure();
        assertThat(single.pauseNanos(0)).isPositive();
        load = 0.4;
        single.measure();
        assertThat(single.pauseNanos(0)).isZero();
    }

    @Test
    void aLoadThatNobodyKnowsHoldsNothingBack() {
        measure(-1);
        assertThat(restraint.pauseNanos(0)).isZero();
    }

    private void measure(double processors) {
        load = processors;
        restraint.measure();
    }
}
