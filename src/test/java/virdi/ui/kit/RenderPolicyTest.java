package virdi.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import virdi.ui.kit.RenderPolicy.Situation;

class RenderPolicyTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    /** A pulse of a screen with 60 Hz. */
    private static final long PULSE = SECOND / 60;
    /** Longer than all intervals together. */
    private static final long NOW = 100 * SECOND;

    private final RenderPolicy policy = new RenderPolicy(2);

    @ParameterizedTest
    @CsvSource({
        // moved ms ago, touched ms ago, load, battery: situation
        "119, 9999, 0.0, false, HAND",
        "119, 9999, 1.0, true, HAND",
        "120, 9999, 0.0, false, EASY",
        "9999, 1499, 1.0, false, EASY",
        "9999, 1500, 1.0, false, BUSY",
        "9999, 1500, 1.0, true, BUSY",
        "9999, 9999, 0.0, true, BATTERY",
        "9999, 9999, 0.0, false, EASY",
        "9999, 9999, -1, false, EASY",
    })
    void theFirstSituationThatHoldsApplies(
            long movedMillis, long touchedMillis, double load, boolean battery, Situation expected) {
        policy.moved(NOW - movedMillis * MILLI);
        policy.touched(NOW - touchedMillis * MILLI);
        policy.measure(load, battery, 0);

        assertThat(policy.situation(NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // situation, then after how many milliseconds is due: dots, frames, figures, panels; then the rest of the timer
        "HAND, 34, 67, never, 200, 0",
        "BUSY, 100, 100, 400, 200, 97",
        "BATTERY, 67, 67, 400, 400, 0",
        "EASY, 34, 34, 400, 200, 0",
    })
    void eachKindOfChangeIsDueAsTheTableSays(
            Situation situation, long dots, long frames, String figures, long panels, long rest) {
        bring(situation);

        assertThat(policy.situation(NOW)).isEqualTo(situation);
        assertThat(policy.isMotionDue(NOW - dots * MILLI, 0, NOW)).isTrue();
        assertThat(policy.isMotionDue(NOW - dots * MILLI + PULSE, 0, NOW)).isFalse();
        assertThat(policy.isFrameDue(NOW - frames * MILLI, NOW)).isTrue();
        assertThat(policy.isFrameDue(NOW - frames * MILLI + PULSE, NOW)).isFalse();
        assertThat(policy.arePanelsDue(NOW - panels * MILLI, NOW)).isTrue();
        assertThat(policy.arePanelsDue(NOW - panels * MILLI + PULSE, NOW)).isFalse();
        boolean handMoves = policy.isHandMoving(NOW);
        assertThat(policy.areFiguresDue(NOW - SECOND, handMoves, NOW)).isEqualTo(!figures.equals("never"));
        assertThat(policy.areFiguresDue(NOW - 399 * MILLI, handMoves, NOW)).isFalse();
        assertThat(policy.restNanos(NOW) / MILLI).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({
        // the share of a processor that drawing took, a few seconds running: milliseconds between two pictures
        "0.05, 30",
        "0.16, 30",
        "0.24, 45",
        "0.32, 60",
        "3.00, 97",
    })
    void dotsMoveAsOftenAsTheMachineAffords(double shareAtTwoPulses, long millis) {
        double interval = 30;
        for (int second = 0; second < 20; second++) {
            policy.measure(0, false, shareAtTwoPulses * 30 / interval);
            interval = interval(policy);
        }

        assertThat(interval).isBetween(millis - 1.0, millis + 1.0);
    }

    @Test
    void dotsThatAreTooSlowToBeSeenMovingAreDrawnLater() {
        assertThat(policy.isMotionDue(NOW - 50 * MILLI, 51 * MILLI, NOW)).isFalse();
        assertThat(policy.isMotionDue(NOW - 50 * MILLI, 50 * MILLI, NOW)).isTrue();
    }

    @Test
    void aGlideIsDrawnInEveryPulseUnlessThereIsMuchToDraw() {
        assertThat(policy.isGlideDue(NOW - 1, false, NOW)).isTrue();
        assertThat(policy.isGlideDue(NOW - PULSE, true, NOW)).isFalse();
        assertThat(policy.isGlideDue(NOW - 2 * PULSE, true, NOW)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1999, 1.0, true", "2000, 1.0, false", "0, 2.5, true", "0, 0.4, true", "0, 2.6, false", "0, 0.39, false"
    })
    void anImageStandsInForThePictureForAWhileAndNearItsScale(long millis, double scale, boolean good) {
        assertThat(policy.isSnapshotGood(NOW - millis * MILLI, scale, NOW)).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({
        // processors, loads of one second after the other: whether the machine is busy in the end
        "2, 0.59, 0.59, false",
        "2, 0.65, 0.65, true",
        "2, 0.65, 0.50, true",
        "2, 0.65, 0.40, false",
        "16, 0.94, 0.94, false",
        "16, 0.96, 0.96, true",
        "1, 0.90, 0.90, true",
        "1, 0.90, 0.40, false",
    })
    void aMachineIsBusyWhileHardlyAProcessorIsIdle(int processors, double first, double then, boolean busy) {
        var machine = new RenderPolicy(processors);
        machine.measure(first, false, 0);
        machine.measure(then, false, 0);

        assertThat(machine.situation(NOW) == Situation.BUSY).isEqualTo(busy);
    }

    private void bring(Situation situation) {
        switch (situation) {
            case HAND -> policy.moved(NOW);
            case BUSY -> policy.measure(1, false, 0);
            case BATTERY -> policy.measure(0, true, 0);
            case EASY -> policy.measure(0, false, 0);
        }
    }

    /** The time between two drawings of dots, in milliseconds. */
    private static double interval(RenderPolicy policy) {
        double millis = 0;
        while (!policy.isMotionDue(NOW - (long) (millis * MILLI), 0, NOW)) {
            millis += 0.1;
        }
        return millis;
    }
}
