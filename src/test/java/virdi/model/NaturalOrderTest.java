package virdi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static virdi.model.NaturalOrder.OF_TEXTS;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void numbersAreOrderedByWhatTheyCount() {
        List<String> ordered =
                List.of("", "7", "007a", "10", "iron", "ore-2", "ore-2b", "ore-10", "ore-10-1", "ore-10-12");
        for (int seed = 0; seed < 20; seed++) {
            List<String> mixed = new ArrayList<>(ordered);
            Collections.shuffle(mixed, new Random(seed));
            mixed.sort(OF_TEXTS);
            assertThat(mixed).isEqualTo(ordered);
        }
    }

    @Test
    void aNumberMayBeLongerThanAnyThatCanBeReckonedWith() {
        assertThat(OF_TEXTS.compare("ore-" + "9".repeat(40), "ore-1" + "0".repeat(40)))
                .isNegative();
    }

    @Property
    void textsWithNumbersOfAnySizeAreOrderedByThem(
            @ForAll @IntRange(max = 1_000_000) int one, @ForAll @IntRange(max = 1_000_000) int other) {
        assertThat(Integer.signum(OF_TEXTS.compare("ore-" + one + "x", "ore-" + other + "x")))
                .isEqualTo(Integer.compare(one, other));
    }

    /** The contract that a sort relies on. */
    @Property
    void itIsATotalOrderAndOnlyEqualTextsAreEqual(
            @ForAll @Short String a, @ForAll @Short String b, @ForAll @Short String c) {
        int ab = Integer.signum(OF_TEXTS.compare(a, b));
        assertThat(Integer.signum(OF_TEXTS.compare(b, a))).isEqualTo(-ab);
        assertThat(ab == 0).isEqualTo(a.equals(b));
        if (ab <= 0 && OF_TEXTS.compare(b, c) <= 0) {
            assertThat(OF_TEXTS.compare(a, c)).isLessThanOrEqualTo(0);
        }
    }

    @Chars({'a', '0', '1', '9'})
    @CharRange(from = '-', to = '.')
    @StringLength(max = 5)
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Short {}
}
