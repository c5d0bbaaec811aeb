package virdi.broker;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be short, a tank's units or a throttle's allowance, and those who wait for it. Broker's thread only.
 *
 * <p>They are served in rounds: who comes before its turn in this round is over stands behind those who have not been
 * served in it and before those who have. So coming often or late, or from another gate, gains nobody anything. An
 * intrusive list: coming, going from anywhere and serving the head cost O(1) and allocate nothing.
 */
abstract class Gate {
    private final Timers timers;
    private @Nullable UnitStream head;
    private @Nullable UnitStream tail;
    /** The last of those who have not been served in this round. */
    private @Nullable UnitStream roundEnd;

    private long roundBegan;
    private int waiting;

    Gate(Timers timers) {
        this.timers = timers;
        this.roundBegan = timers.stamp();
    }

    /** How many units there are to share. */
    abstract long available(long nowNanos);

    final int waiting() {
        return waiting;
    }

    /** Whether a stream must wait here. One that has waited here, or at a gate behind this one, overtakes nobody. */
    final boolean isShut(boolean hasWaited, long nowNanos) {
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
                removeFirst().itsTurn(this, share, nowNanos);
            }
        }
    }

    void add(UnitStream stream, long nowNanos) {
        stream.gate = this;
        waiting++;
        if (stream.servedAt < roundBegan) {
            insert(roundEnd, stream, roundEnd == null ? head : roundEnd.behind);
            roundEnd = stream;
        } else {
            insert(tail, stream, null);
        }
    }

    private void insert(@Nullable UnitStream before, UnitStream stream, @Nullable UnitStream after) {
        link(before, stream);
        link(stream, after);
    }

    private void link(@Nullable UnitStream before, @Nullable UnitStream after) {
        if (before == null) {
            head = after;
        } else {
            before.behind = after;
        }
        if (after == null) {
            tail = before;
        } else {
            after.ahead = before;
        }
    }

    private UnitStream removeFirst() {
        UnitStream first = Objects.requireNonNull(head, "nobody waits");
        if (roundEnd == null) {
            roundEnd = tail;
            roundBegan = timers.stamp();
        }
        remove(first);
        return first;
    }

    /** Takes out a stream that waits here. */
    final void remove(UnitStream stream) {
        if (stream == roundEnd) {
            roundEnd = stream.ahead;
        }
        link(stream.ahead, stream.behind);
        stream.ahead = null;
        stream.behind = null;
        stream.gate = null;
        waiting--;
    }
}
