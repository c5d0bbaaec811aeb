package virdi.broker;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queue of streams that wait for something short: a tank's units or a throttle's allowance. Broker's thread only.
 *
 * <p>They are served in rounds: who comes before its turn in this round is over stands behind those who have not been
 * served in it and before those who have. So coming often or late, or from another gate, gains nobody anything.
 *
 * <p>A ring whose links are the streams' own: coming, going from anywhere and serving the first cost O(1) and allocate
 * nothing. Who is served and waits on stays where it is and the ring is turned, so that the usual turn writes one reference
 * and touches no neighbour.
 */
abstract class FairWaitQueue {
    private final Timers timers;
    /** The stream that is served next; the last one is ahead of it in the ring. */
    private @Nullable UnitStream head;
    /** The stream that is being served; it stays in the ring, and leaves unless it comes back during its turn. */
    private @Nullable UnitStream serving;
    /** The last of those who have not been served in this round. */
    private @Nullable UnitStream roundEnd;

    private long roundBegan;
    private int waiting;

    FairWaitQueue(Timers timers) {
        this.timers = timers;
        this.roundBegan = timers.stamp();
    }

    /** How many units there are to share. */
    abstract long available(long nowNanos);

    final int waiting() {
        return waiting;
    }

    /** Whether a stream must wait here. One that has waited here, or at a gate behind this one, overtakes nobody. */
    final boolean mustWait(boolean hasWaited, long nowNanos) {
        return (waiting > 0 && !hasWaited) || available(nowNanos) < 1;
    }

    /**
     * Shares what there is among those who wait, max-min fairly: each pass gives every stream in turn an equal share as
     * far as it can take it, a last pass gives single units to those served longest ago. Who can take no more leaves, so
     * the cost is that of the streams that get something.
     */
    final void share(long nowNanos) {
        while (waiting > 0 && available(nowNanos) > 0) {
            int pass = waiting;
            long share = Math.max(1, available(nowNanos) / pass);
            for (int i = 0; i < pass && available(nowNanos) > 0; i++) {
                serveFirst(share, nowNanos);
            }
        }
    }

    private void serveFirst(long share, long nowNanos) {
        UnitStream first = Objects.requireNonNull(head, "nobody waits");
        if (roundEnd == null) {
            roundEnd = first.ahead;
            roundBegan = timers.stamp();
        }
        if (roundEnd == first) {
            roundEnd = null;
        }
        serving = first;
        first.onTurn(this, share, nowNanos);
        if (serving == first) {
            remove(first);
        }
    }

    /** Has a stream wait here; it leaves where it waits. */
    void add(UnitStream stream, long nowNanos) {
        boolean served = stream.servedAt >= roundBegan;
        if (stream == serving && served) {
            serving = null;
            head = stream.behind;
            return;
        }
        stream.leaveQueue();
        stream.queue = this;
        waiting++;
        UnitStream first = head;
        if (first == null) {
            link(stream, stream);
            head = stream;
        } else if (served) {
            insert(Objects.requireNonNull(first.ahead), stream);
        } else if (roundEnd == null) {
            insert(Objects.requireNonNull(first.ahead), stream);
            head = stream;
        } else {
            insert(roundEnd, stream);
        }
        if (!served) {
            roundEnd = stream;
        }
    }

    private static void insert(UnitStream before, UnitStream stream) {
        UnitStream after = Objects.requireNonNull(before.behind);
        link(before, stream);
        link(stream, after);
    }

    private static void link(UnitStream before, UnitStream after) {
        before.behind = after;
        after.ahead = before;
    }

    /** Takes out a stream that waits here. */
    final void remove(UnitStream stream) {
        UnitStream before = Objects.requireNonNull(stream.ahead);
        UnitStream after = Objects.requireNonNull(stream.behind);
        if (stream == serving) {
            serving = null;
        }
        if (stream == roundEnd) {
            roundEnd = stream == head ? null : before;
        }
        if (stream == head) {
            head = after == stream ? null : after;
        }
        link(before, after);
        stream.ahead = null;
        stream.behind = null;
        stream.queue = null;
        waiting--;
    }
}
