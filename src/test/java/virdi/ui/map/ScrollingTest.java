package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import virdi.ui.map.Scrolling.Meaning;

public class ScrollingTest {
    private static final double NOTCH = 40;
    private static final long MILLI = 1_000_000;

    private final Scrolling scrolling = new Scrolling();
    private long now = 5_000 * MILLI;

    @Test
    void wholeNotchesZoomHoweverManyComeAtOnce() {
        assertThat(turn(0, NOTCH)).isEqualTo(Meaning.ZOOM);
        assertThat(turn(0, -3 * NOTCH)).isEqualTo(Meaning.ZOOM);
        assertThat(turn(0, 0.1 * 1_200)).as("sums of fractions").isEqualTo(Meaning.ZOOM);
    }

    @Test
    void finerStepsPanAndSoDoesAWholeOneAmongThem() {
        assertThat(turn(0, 7.3)).isEqualTo(Meaning.PAN);
        assertThat(turn(0, NOTCH)).as("a fast step").isEqualTo(Meaning.PAN);
        now += 400 * MILLI;
        assertThat(turn(0, NOTCH)).as("later").isEqualTo(Meaning.ZOOM);
    }

    @Test
    void sidewaysPansAndWhatFollows() {
        assertThat(turn(-NOTCH, 0)).isEqualTo(Meaning.PAN);
        assertThat(turn(0, NOTCH)).isEqualTo(Meaning.PAN);
    }

    @Test
    void whatTheSystemCallsFingersPans() {
        assertThat(scrolling.of(0, NOTCH, NOTCH, true, false, now)).isEqualTo(Meaning.PAN);
    }

    @Test
    void ctrlAlwaysZooms() {
        assertThat(scrolling.of(0, 3, NOTCH, true, true, now)).isEqualTo(Meaning.ZOOM);
        assertThat(scrolling.of(0, NOTCH, NOTCH, false, true, now)).isEqualTo(Meaning.ZOOM);
    }

    @Test
    void onGtkManyTurnsByNothingGiveFingersAwayButNotTheOneBesideANotch() {
        assertThat(turn(0, 0)).isEqualTo(Meaning.NOTHING);
        assertThat(turn(0, NOTCH)).isEqualTo(Meaning.ZOOM);
        assertThat(turn(0, 0)).isEqualTo(Meaning.NOTHING);
        assertThat(turn(0, NOTCH)).isEqualTo(Meaning.ZOOM);
        now += 400 * MILLI;
        for (int i = 0; i < 4; i++) {
            assertThat(turn(0, 0)).isEqualTo(Meaning.NOTHING);
        }
        assertThat(turn(0, NOTCH)).isEqualTo(Meaning.PAN);
    }

    @Test
    void aNotchOfNoKnownSizeIsOnePixel() {
        assertThat(scrolling.of(0, 3, 0, false, false, now)).isEqualTo(Meaning.ZOOM);
    }

    private Meaning turn(double dx, double dy) {
        now += 16 * MILLI;
        return scrolling.of(dx, dy, NOTCH, false, false, now);
    }
}
