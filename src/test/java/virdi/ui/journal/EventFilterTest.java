package virdi.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import virdi.model.BrokerEvent.Kind;
import virdi.model.CloseStatus.Code;
import virdi.model.StreamKind;

class EventFilterTest {
    private final EventRow full = EventRow.of(Events.tank(1, Kind.TANK_FULL, "coal", ""));
    private final EventRow stopped = EventRow.of(Events.stream(
            2, Kind.ENDED, StreamKind.PRODUCTION, "mine-4", "coal", null, 12, Code.RESOURCE_EXHAUSTED, ""));
    private final EventRow aborted = EventRow.of(Events.stream(
            3, Kind.ENDED, StreamKind.CONSUMER, "factory-a", "iron", "mine-4", 7, Code.ABORTED, "old ore"));
    private final EventRow opened =
            EventRow.of(Events.stream(4, Kind.OPENED, StreamKind.OFFER, "smelter-1", "iron", null, 0, null, ""));
    private final EventRow gap = EventRow.gap(12, 5);

    @Test
    void withoutWordsEverythingPasses() {
        assertThat(passing("")).containsExactly(full, stopped, aborted, opened);
    }

    @Test
    void aBareWordIsSearchedInTheSentenceAndAllMustBeFound() {
        assertThat(passing("coal")).containsExactly(full, stopped);
        assertThat(passing("COAL stopped")).containsExactly(stopped);
        assertThat(passing("coal iron")).isEmpty();
    }

    @Test
    void aFieldLooksInOnePlace() {
        assertThat(passing("mine-4")).containsExactly(stopped, aborted);
        assertThat(passing("client:mine-4")).containsExactly(stopped);
        assertThat(passing("consumer:mine-4")).containsExactly(aborted);
        assertThat(passing("resource:iron")).containsExactly(aborted, opened);
        assertThat(passing("status:aborted")).containsExactly(aborted);
    }

    @Test
    void kindMeansWhatHappenedOrToWhichStream() {
        assertThat(passing("kind:ended")).containsExactly(stopped, aborted);
        assertThat(passing("kind:tank_full")).containsExactly(full);
        assertThat(passing("kind:offer")).containsExactly(opened);
    }

    @Test
    void aMinusKeepsOutAndQuotesKeepTogether() {
        assertThat(passing("-kind:ended")).containsExactly(full, opened);
        assertThat(passing("\"old ore\"")).containsExactly(aborted);
        assertThat(passing("\"ore old\"")).isEmpty();
    }

    @Test
    void topicsCanBeSwitchedOff() {
        assertThat(passing(EventFilter.of(EnumSet.of(EventTopic.TANKS), false, "")))
                .containsExactly(full);
    }

    @Test
    void onlyTroubleKeepsWhatAsksForAttention() {
        assertThat(passing(EventFilter.of(EnumSet.allOf(EventTopic.class), true, "")))
                .containsExactly(full, stopped);
    }

    @Test
    void aGapAlwaysPasses() {
        assertThat(EventFilter.of(EnumSet.noneOf(EventTopic.class), true, "nothing")
                        .passes(gap))
                .isTrue();
    }

    private List<EventRow> passing(String text) {
        return passing(EventFilter.of(EnumSet.allOf(EventTopic.class), false, text));
    }

    private List<EventRow> passing(EventFilter filter) {
        return Stream.of(full, stopped, aborted, opened).filter(filter::passes).toList();
    }
}
