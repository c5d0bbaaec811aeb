package virdi.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class LiveRowsTest {
    private static final long SECOND = 1_000_000_000L;

    private record Item(int id, int figure) {}

    private final LiveRows<Integer, Item> rows = new LiveRows<>(Item::id);

    @Test
    void aValueIsReplacedInItsRow() {
        rows.show(List.of(new Item(1, 10)), 0);
        LiveRow<Integer, Item> row = rows.listed().getFirst();
        rows.show(List.of(new Item(1, 11)), 1);
        assertThat(rows.listed()).containsExactly(row);
        assertThat(row.value().figure()).isEqualTo(11);
    }

    @Test
    void whatIsGoneIsRemovedAndWhatIsNewAppended() {
        rows.show(List.of(new Item(1, 0), new Item(2, 0)), 0);
        rows.show(List.of(new Item(2, 0), new Item(3, 0)), 1);
        assertThat(ids()).containsExactly(2, 3);
        assertThat(rows.size()).isEqualTo(2);
    }

    @Test
    void theListIsToldOncePerKindOfChange() {
        rows.show(List.of(new Item(1, 0), new Item(2, 0)), 0);
        List<Object> changes = new ArrayList<>();
        rows.listed().addListener((ListChangeListener<Object>) changes::add);
        rows.show(List.of(new Item(3, 0), new Item(4, 0)), 1);
        assertThat(changes).hasSize(2);
        rows.show(List.of(new Item(3, 5), new Item(4, 6)), 2);
        assertThat(changes).hasSize(2);
    }

    @Test
    void aFilterFollowsValuesThatChange() {
        rows.setFilter(it -> it.figure() > 0);
        rows.show(List.of(new Item(1, 0), new Item(2, 1)), 0);
        assertThat(ids()).containsExactly(2);
        rows.show(List.of(new Item(1, 1), new Item(2, 0)), 1);
        assertThat(ids()).containsExactly(1);
    }

    @Test
    void rowsDoNotDanceMoreThanOnceASecond() {
        rows.setOrder(Comparator.comparing(Item::figure));
        rows.show(List.of(new Item(1, 2), new Item(2, 1)), 0);
        assertThat(ids()).containsExactly(2, 1);
        rows.show(List.of(new Item(1, 1), new Item(2, 2)), SECOND / 2);
        assertThat(ids()).containsExactly(2, 1);
        rows.show(List.of(new Item(1, 1), new Item(2, 2)), SECOND);
        assertThat(ids()).containsExactly(1, 2);
    }

    private List<Integer> ids() {
        return rows.listed().stream().map(LiveRow::key).toList();
    }
}
