package virdi.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import virdi.ui.map.Damage.Change;
import virdi.ui.map.Damage.Said;

class DamageTest {
    private static final String CARD = "card";
    private static final Said CALM = new Said(1, 1, 1);
    private static final Said COUNTED = new Said(1, 1, 2);
    private static final Said WIDER = new Said(1, 2, 1);
    private static final Said STARVING = new Said(2, 2, 1);
    private static final int MANY = 100;
    private static final long PULSE_NANOS = 16_000_000L;

    private final Damage damage = new Damage();
    private long nanos;

    @BeforeEach
    void drawACard() {
        look(MANY, false, false, 0);
        assertThat(damage.change(CARD, CALM)).as("has just come into view").isEqualTo(Change.NONE);
    }

    @Test
    void aStateIsDueAtOnce() {
        look(MANY, false, false, PULSE_NANOS);

        assertThat(damage.change(CARD, STARVING)).isEqualTo(Change.ALL);
        assertThat(damage.isWaiting()).isFalse();
    }

    @Test
    void figuresAreDueWhenTheyHaveStoodLongEnough() {
        look(MANY, false, false, Damage.FIGURES_NANOS - 1);
        assertThat(damage.change(CARD, COUNTED)).isEqualTo(Change.NONE);
        assertThat(damage.isWaiting()).isTrue();

        look(MANY, false, false, 1);
        assertThat(damage.change(CARD, COUNTED)).isEqualTo(Change.FIGURES);
        assertThat(damage.isWaiting()).isFalse();
    }

    @Test
    void whatIsDrawnBesideWhatIsWrittenTakesAllOfAPart() {
        look(MANY, false, false, Damage.FIGURES_NANOS);

        assertThat(damage.change(CARD, WIDER)).isEqualTo(Change.ALL);
    }

    @Test
    void figuresWaitForTheHandToRestAndStatesDoNot() {
        look(MANY, true, false, Damage.FIGURES_NANOS);
        assertThat(damage.change(CARD, COUNTED)).isEqualTo(Change.NONE);
        assertThat(damage.isDue(true)).as("while it moves").isFalse();
        assertThat(damage.isDue(false)).as("once it rests").isTrue();

        look(MANY, true, false, PULSE_NANOS);
        assertThat(damage.change(CARD, STARVING)).isEqualTo(Change.ALL);
    }

    @Test
    void whatComesInOtherThanItWasDrawnIsDrawnAgainThoughItIsAsItWas() {
        look(MANY, true, true, PULSE_NANOS);
        assertThat(damage.change(CARD, COUNTED))
                .as("one piece of it shows so much")
                .isEqualTo(Change.NONE);

        look(MANY, false, false, Damage.FIGURES_NANOS);
        assertThat(damage.change(CARD, CALM)).isEqualTo(Change.FIGURES);
    }

    @Test
    void aPartThatWasOutOfViewIsNotKept() {
        look(MANY, false, false, PULSE_NANOS);
        look(MANY, false, false, PULSE_NANOS);

        assertThat(damage.isAsDrawn(CARD, CALM.mood())).isFalse();
        assertThat(damage.change(CARD, STARVING)).as("drawn as it came in").isEqualTo(Change.NONE);
    }

    @Test
    void aPartOfWhichOnlyTheStateWasAskedStaysInView() {
        look(MANY, false, false, PULSE_NANOS);
        assertThat(damage.isAsDrawn(CARD, CALM.mood())).isTrue();
        look(MANY, false, false, PULSE_NANOS);

        assertThat(damage.change(CARD, STARVING)).isEqualTo(Change.ALL);
    }

    @Test
    void nothingIsLeftOverWhenAllIsDrawnAnew() {
        look(MANY, false, false, PULSE_NANOS);
        damage.forget();

        assertThat(damage.change(CARD, STARVING)).isEqualTo(Change.NONE);
    }

    @Property(tries = 200)
    void eachPartHasItsTurnAndNoMoreThanMayBeAreDrawnAtOnce(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 3) Integer> states,
            @ForAll @IntRange(min = 1, max = 4) int most) {
        var damage = new Damage();
        Map<Integer, Said> shown = new TreeMap<>();
        damage.begin(most, false, false, 0);
        for (int part = 0; part < states.size(); part++) {
            damage.change(part, CALM);
            shown.put(part, CALM);
        }
        for (int pulse = 0; pulse < Math.ceilDiv(states.size(), most); pulse++) {
            damage.begin(most, false, false, PULSE_NANOS);
            int drawn = 0;
            for (int part = 0; part < states.size(); part++) {
                var now = new Said(1 + states.get(part), 1, 1);
                if (damage.change(part, now) != Change.NONE) {
                    shown.put(part, now);
                    drawn++;
                }
            }
            assertThat(drawn).isLessThanOrEqualTo(most);
        }

        assertThat(damage.isWaiting()).isFalse();
        assertThat(shown.values().stream().map(Said::mood).toList())
                .isEqualTo(states.stream().map(state -> 1L + state).toList());
    }

    private void look(int most, boolean panning, boolean entering, long laterNanos) {
        nanos += laterNanos;
        damage.begin(most, panning, entering, nanos);
    }
}
