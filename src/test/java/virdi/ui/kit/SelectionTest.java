package virdi.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Selection<String> selection = new Selection<>();
    private final AtomicInteger told = new AtomicInteger();

    SelectionTest() {
        selection.onChange(told::incrementAndGet);
    }

    @Test
    void theLastOneSelectedLeads() {
        selection.selectAll(List.of("a", "b"));
        selection.add("c");
        selection.add("a");

        assertThat(selection.items()).containsExactly("b", "c", "a");
        assertThat(selection.lead()).isEqualTo("a");
        assertThat(told).hasValue(3);
    }

    @Test
    void togglingTwiceChangesNothingInTheEnd() {
        selection.toggle("a");
        assertThat(selection.contains("a")).isTrue();

        selection.toggle("a");
        assertThat(selection.isEmpty()).isTrue();
        assertThat(selection.lead()).isNull();
    }

    @Test
    void nothingIsToldWhenNothingChanges() {
        selection.select("a");
        selection.select("a");
        selection.remove("b");
        selection.retain(item -> true);

        assertThat(told).hasValue(1);
    }

    @Test
    void whatListenersGotNeverChangesAfterwards() {
        selection.select("a");
        var before = selection.items();
        selection.add("b");

        assertThat(before).containsExactly("a");
    }

    @Test
    void whatCeasedToExistIsDropped() {
        selection.selectAll(List.of("a", "b", "c"));
        selection.retain(item -> !item.equals("b"));

        assertThat(selection.items()).containsExactly("a", "c");
    }
}
