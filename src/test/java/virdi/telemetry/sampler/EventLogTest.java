package virdi.telemetry.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import virdi.model.BrokerEvent;
import virdi.telemetry.EventPage;

class EventLogTest {
    private final EventLog log = new EventLog();

    @Test
    void nothingNewKeepsThePage() {
        log.add(events(1, 3));
        EventPage page = log.page();
        log.add(List.of());
        assertThat(log.page()).isSameAs(page);
        assertThat(log.newest()).isEqualTo(3);
    }

    @Test
    void newestFiveThousandAreKeptInOrder() {
        log.add(events(1, 4_000));
        log.add(events(4_001, 8_000));
        assertThat(log.page().events())
                .hasSize(5_000)
                .extracting(BrokerEvent::sequence)
                .startsWith(3_001L)
                .endsWith(8_000L)
                .isSorted();
        assertThat(log.page().dropped()).isZero();
    }

    @Test
    void gapsInTheNumbersAreCounted() {
        log.add(events(1, 10));
        log.add(events(15, 20));
        log.add(events(22, 22));
        assertThat(log.page().dropped()).isEqualTo(5);
    }

    static BrokerEvent event(long sequence) {
        return new BrokerEvent(
                sequence, 0, BrokerEvent.Kind.OPERATOR, null, null, null, null, null, 0, null, "event " + sequence);
    }

    private static List<BrokerEvent> events(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(EventLogTest::event).toList();
    }
}
