package virdi.telemetry.sampler;

import virdi.model.BrokerSnapshot;

/**
 * Computes the broker's time between snapshots, since an idle broker publishes none; one thread. The fastest snapshot shows how far
 * the two clocks differ.
 */
final class BrokerTime {
    private long offset = Long.MAX_VALUE;

    /** The broker's time when a snapshot is read at a time of the reader's clock; never before the snapshot. */
    long nanos(BrokerSnapshot snapshot, long readerNanos) {
        offset = Math.min(offset, readerNanos - snapshot.nanos());
        return readerNanos - offset;
    }
}
