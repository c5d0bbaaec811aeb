package virdi.broker;

import org.jspecify.annotations.Nullable;

/** A stream on which units move, and may have to wait at a {@link FairWaitQueue}. Broker's thread only. */
public abstract sealed class UnitStream extends BrokerStream permits ProductionStream, ConsumerStream {
    ThrottleChain throttles;
    /** When units last moved on it, as {@link Timers#stamp} tells the time. */
    long servedAt;

    /** The meters of its throttles where it has had its turn while another was short; a unit is counted there for it. */
    private int turns;

    /** Where it waits; {@link FairWaitQueue} alone touches this and the links. */
    @Nullable
    FairWaitQueue queue;

    @Nullable
    UnitStream ahead;

    @Nullable
    UnitStream behind;

    UnitStream(StreamSink sink, ThrottleChain throttles, long openedNanos) {
        super(sink, openedNanos);
        this.throttles = throttles;
    }

    /** It may take so many units at most; the gate has let it go. */
    abstract void onTurn(FairWaitQueue from, long units, long nowNanos);

    /** The first throttle that holds it, as {@link ThrottleChain#firstBlocking} has it. */
    final @Nullable ThrottleMeter blockingThrottle(@Nullable FairWaitQueue passed, long nowNanos) {
        return throttles.firstBlocking(passed, turns, nowNanos);
    }

    /** The throttle that it must wait for the longest, null when none holds it. */
    final @Nullable ThrottleMeter longestWait(long nowNanos) {
        return throttles.longestWait(turns, nowNanos);
    }

    /** Another throttle takes its turn at this one from it: it need not wait here again for one unit. */
    final void keepTurn(ThrottleMeter meter, long nowNanos) {
        if (meter.available(nowNanos) > 0) {
            meter.count(1);
            turns |= throttles.only(meter);
        }
    }

    final void returnTurns() {
        if (turns != 0) {
            throttles.refundTurns(turns);
            turns = 0;
        }
    }

    /** How many units its throttles let pass now. */
    final long allowance(long nowNanos) {
        return throttles.allowance(turns, nowNanos);
    }

    /** Units pass its throttles. */
    final void count(long units) {
        if (units == 0) {
            returnTurns();
        } else {
            throttles.count(units, turns);
            turns = 0;
        }
    }

    final void leaveQueue() {
        FairWaitQueue left = queue;
        if (left != null) {
            left.remove(this);
        }
    }
}
