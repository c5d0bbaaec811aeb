package virdi.telemetry.sampler;

import virdi.model.BrokerSnapshot;

/**
 * Tells the broker's time between snapshots, since an idle broker publishes none; one thread. The quickest snapshot seen
 * tells how the two clocks differ.
 */
final class BrokerTime {
    private long offset = Long.MAX_VALUE;

    /** The broker's time, when a snapshot is seen at a time of the reader's clock; never before the snapshot. */
    long nanos(BrokerSnapshot snapshot, long readerNanos) {
        offset = Math.min(offset, readerNanos - snapshot.nanos());
        return readerNanos - offset;
    }
}
