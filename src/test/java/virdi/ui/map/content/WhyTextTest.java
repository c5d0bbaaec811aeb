package virdi.ui.map.content;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import virdi.model.ResourceId;
import virdi.model.Target;

/** Tests how a Why text is broken into lines and where its link stands. */
public class WhyTextTest {
    private static final Target IRON = new Target.Resource(new ResourceId("iron"));

    @Test
    void theLinkStandsBehindTheSentenceWhereThereIsRoom() {
        WhyText why = text("iron is empty", 60, 2);
        assertThat(why.lines()).containsExactly("Why? iron is empty");
        assertThat(why.linkLine()).isZero();
        assertThat(why.linkX()).isGreaterThan("Why? iron is empty".length());
    }

    @Test
    void theLinkTakesALineOfItsOwnWhereThereIsNot() {
        WhyText why = text("iron is empty", 20, 2);
        assertThat(why.lineCount()).isEqualTo(2);
        assertThat(why.linkLine()).isEqualTo(1);
        assertThat(why.linkX()).isZero();
    }

    @Test
    void withoutALinkNoRoomIsKeptForOne() {
        WhyText why = WhyText.of("iron is empty", IRON, "", 18, 1, String::length);
        assertThat(why.lines()).containsExactly("Why? iron is empty");
        assertThat(why.lineCount()).isEqualTo(1);
        assertThat(why.width(String::length)).isEqualTo(18);
    }

    @Property(tries = 300)
    void neverMoreLinesThanThereIsRoomForAndTheLinkIsAlwaysWithin(
            @ForAll @IntRange(min = 1, max = 60) int words, @ForAll @IntRange(min = 30, max = 90) int width) {
        WhyText why = text("because ".repeat(words).strip(), width, 2);
        assertThat(why.lineCount()).isBetween(1, 2);
        assertThat(why.linkX() + why.linkWidth()).isLessThanOrEqualTo(width);
        assertThat(why.width(String::length)).isBetween(why.linkX() + why.linkWidth(), (double) width);
        assertThat(why.lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo((int) why.width(String::length)));
    }

    private static WhyText text(String sentence, double width, int lines) {
        return WhyText.of(sentence, IRON, "Show iron", width, lines, String::length);
    }
}
