package virdi.broker;

import java.util.ArrayList;
import java.util.List;

/** The consumers that have something to send at the end of this turn. Broker's thread only. */
final class Deliveries {
    private List<ConsumerStream> outgoing = new ArrayList<>();
    private long messages;

    /** Has a consumer hand over at the end of the turn what is due to it then. */
    void add(ConsumerStream consumer) {
        outgoing.add(consumer);
    }

    /** Hands over; a consumer that comes meanwhile waits for the next call. */
    void handOver(long nowNanos) {
        if (outgoing.isEmpty()) {
            return;
        }
        List<ConsumerStream> batch = outgoing;
        outgoing = new ArrayList<>(batch.size());
        for (ConsumerStream consumer : batch) {
            if (consumer.handOver(nowNanos)) {
                messages++;
            }
        }
    }

    /** A delivery could not be carried out. */
    void failed() {
        messages--;
    }

    /** Deliveries handed over since the start. */
    long messages() {
        return messages;
    }
}
