package virdi.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import virdi.telemetry.EventPage;

class EventsViewModelTest {
    private final EventsViewModel vm = new EventsViewModel();

    @Test
    void theNewestStandsFirst() {
        vm.show(Events.page(1, 3));
        assertThat(sequences()).containsExactly(3L, 2L, 1L);
        vm.show(Events.page(1, 5));
        assertThat(sequences()).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void aRowStaysTheSameObject() {
        vm.show(Events.page(1, 3));
        EventRow first = vm.rows().getLast();
        vm.show(Events.page(1, 5));
        assertThat(vm.rows().getLast()).isSameAs(first);
    }

    @Test
    void whatHappenedBeforeTheWindowOpenedIsNotMissing() {
        vm.show(Events.page(100, 102));
        assertThat(vm.rows()).noneMatch(EventRow::isGap);
    }

    @Test
    void aGapIsShownWhereEventsWereDropped() {
        vm.show(Events.page(1, 2));
        vm.show(Events.page(10, 11));
        assertThat(vm.rows()).extracting(EventRow::isGap).containsExactly(false, false, true, false, false);
        assertThat(vm.rows().get(2).sentence()).startsWith("7 events dropped here");
    }

    @Test
    void droppedEventsAreCountedInTheStatus() {
        vm.show(new EventPage(Events.page(1, 2).events(), 12));
        assertThat(vm.statusProperty().get()).isEqualTo("2 events · 12 dropped");
    }

    @Test
    void aPausedListHoldsStillAndCountsWhatIsNew() {
        vm.show(Events.page(1, 2));
        vm.setPaused(true);
        vm.show(Events.page(1, 5));
        assertThat(sequences()).containsExactly(2L, 1L);
        assertThat(vm.statusProperty().get()).isEqualTo("2 events · paused, 3 new");
        vm.setPaused(false);
        assertThat(sequences()).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void aFilterHoldsForOldAndNewEvents() {
        vm.show(Events.page(1, 12));
        vm.setFilter(EventFilter.of(EnumSet.allOf(EventTopic.class), false, "tank-1"));
        assertThat(sequences()).containsExactly(12L, 11L, 10L, 1L);
        vm.show(Events.page(1, 21));
        assertThat(sequences()).startsWith(19L, 18L).doesNotContain(20L);
        assertThat(vm.statusProperty().get()).isEqualTo("11 of 21 events");
    }

    @Test
    void theListHoldsNoMoreThanAPage() {
        vm.show(Events.page(1, EventPage.MOST));
        vm.show(Events.page(11, EventPage.MOST + 10));
        assertThat(vm.rows()).hasSize(EventPage.MOST);
        assertThat(vm.rows().getLast().sequence()).isEqualTo(11);
    }

    private List<Long> sequences() {
        return vm.rows().stream().map(EventRow::sequence).toList();
    }
}
