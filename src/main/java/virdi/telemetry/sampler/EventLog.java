package virdi.telemetry.sampler;

import java.util.ArrayList;
import java.util.List;
import virdi.model.BrokerEvent;
import virdi.telemetry.EventPage;

/** Keeps the newest events and counts those that were missed; one thread. */
final class EventLog {
    private final List<BrokerEvent> kept = new ArrayList<>();
    private long newest;
    private long dropped;
    private EventPage page = EventPage.NONE;

    /** The number of the newest event seen, 0 for none. */
    long newest() {
        return newest;
    }

    /** Adds the events after {@link #newest}, oldest first. */
    void add(List<BrokerEvent> news) {
        if (news.isEmpty()) {
            return;
        }
        for (BrokerEvent event : news) {
            dropped += event.sequence() - newest - 1;
            newest = event.sequence();
        }
        kept.addAll(news);
        if (kept.size() > EventPage.MOST) {
            kept.subList(0, kept.size() - EventPage.MOST).clear();
        }
        page = new EventPage(List.copyOf(kept), dropped);
    }

    /** The newest events; the same instance while nothing was added. */
    EventPage page() {
        return page;
    }
}
