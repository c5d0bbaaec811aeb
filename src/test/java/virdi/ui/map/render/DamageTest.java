package virdi.ui.map.render;

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
import virdi.ui.kit.RenderPolicy;
import virdi.ui.map.render.Damage.Change;
import virdi.ui.map.render.Damage.Contents;

public class DamageTest {
    private static final String CARD = "card";
    private static final Contents CALM = new Contents("flowing", 7, "60/min");
    private static final Contents COUNTED = new Contents("flowing", 7, "61/min");
    private static final Contents WIDER = new Contents("flowing", 8, "60/min");
    private static final Contents STARVING = new Contents("starving", 8, "60/min");
    private static final int MANY = 100;
    private static final long PULSE_NANOS = 16_000_000L;

    /** As long as the policy lets figures stand. */
    private static final long FIGURES_NANOS = 400_000_000L;

    private final Damage damage = new Damage(new RenderPolicy(1));
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
        look(MANY, false, false, FIGURES_NANOS - 1);
        assertThat(damage.change(CARD, COUNTED)).isEqualTo(Change.NONE);
        assertThat(damage.isWaiting()).isTrue();

        look(MANY, false, false, 1);
        assertThat(damage.change(CARD, COUNTED)).isEqualTo(Change.TEXT);
        assertThat(damage.isWaiting()).isFalse();
    }

    @Test
    void whatIsDrawnBesideWhatIsWrittenTakesAllOfAPart() {
        look(MANY, false, false, FIGURES_NANOS);

        assertThat(damage.change(CARD, WIDER)).isEqualTo(Change.ALL);
    }

    @Test
    void figuresWaitForTheHandToRestAndStatesDoNot() {
        look(MANY, true, false, FIGURES_NANOS);
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

        look(MANY, false, false, FIGURES_NANOS);
        assertThat(damage.change(CARD, CALM)).isEqualTo(Change.TEXT);
    }

    @Test
    void aPartThatWasOutOfViewIsNotKept() {
        look(MANY, false, false, PULSE_NANOS);
        look(MANY, false, false, PULSE_NANOS);

        assertThat(damage.isAsDrawn(CARD, CALM.state())).isFalse();
        assertThat(damage.change(CARD, STARVING)).as("drawn as it came in").isEqualTo(Change.NONE);
    }

    @Test
    void aPartOfWhichOnlyTheStateWasAskedStaysInView() {
        look(MANY, false, false, PULSE_NANOS);
        assertThat(damage.isAsDrawn(CARD, CALM.state())).isTrue();
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
        var damage = new Damage(new RenderPolicy(1));
        Map<Integer, Contents> shown = new TreeMap<>();
        damage.begin(most, false, false, 0);
        for (int part = 0; part < states.size(); part++) {
            damage.change(part, CALM);
            shown.put(part, CALM);
        }
        for (int pulse = 0; pulse < Math.ceilDiv(states.size(), most); pulse++) {
            damage.begin(most, false, false, PULSE_NANOS);
            int drawn = 0;
            for (int part = 0; part < states.size(); part++) {
                var now = new Contents(state(states.get(part)), 7, "60/min");
                if (damage.change(part, now) != Change.NONE) {
                    shown.put(part, now);
                    drawn++;
                }
            }
            assertThat(drawn).isLessThanOrEqualTo(most);
        }

        assertThat(damage.isWaiting()).isFalse();
        assertThat(shown.values().stream().map(Contents::state).toList())
                .isEqualTo(states.stream().map(DamageTest::state).toList());
    }

    private static Object state(int state) {
        return state == 0 ? "flowing" : "state " + state;
    }

    private void look(int most, boolean panning, boolean entering, long laterNanos) {
        nanos += laterNanos;
        damage.begin(most, panning, entering, nanos);
    }
}
