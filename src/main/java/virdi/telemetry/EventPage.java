package virdi.telemetry;

import java.util.List;
import virdi.model.BrokerEvent;

/**
 * The newest events, oldest first; the same instance while there is no new event.
 *
 * @param events at most {@link #MOST}
 * @param dropped events since the start that were overwritten before the sampler read them
 */
public record EventPage(List<BrokerEvent> events, long dropped) {
    /** How many events a page holds at most. */
    public static final int MOST = 5_000;

    public static final EventPage NONE = new EventPage(List.of(), 0);
}
