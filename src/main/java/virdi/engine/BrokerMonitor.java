package virdi.engine;

import java.util.List;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot;

/** Reads the broker from outside: its newest snapshot and its events. Any thread; never blocks the broker's. */
public interface BrokerMonitor {
    /** The newest snapshot; at most 30 new ones a second, and none while nothing changes. */
    BrokerSnapshot snapshot();

    /**
     * The events after a sequence number, oldest first, as far as the bounded ring still holds them: when the first
     * one's number is above {@code after + 1}, the ones between were dropped.
     */
    List<BrokerEvent> eventsAfter(long after);

    /**
     * Has somebody told each time there is a new snapshot or event, in place of whoever was told before. Told on the
     * broker's thread, so it must be done at once.
     */
    void onNews(Runnable listener);
}
