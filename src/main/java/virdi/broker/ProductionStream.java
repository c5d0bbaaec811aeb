package virdi.broker;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.CloseStatus;
import virdi.model.Effect;
import virdi.model.StreamKind;
import virdi.model.Units;

/**
 * An open production: first silent, then bound to a tank by its {@code init_info}, then taken message by message as far
 * as its throttles allow. Broker's thread only.
 */
public final class ProductionStream extends UnitStream {
    /** The answer to a message. */
    public enum Take {
        /** Accepted whole. */
        TAKEN,
        /** Not now: a throttle holds it; {@link Effect.Resume} tells when to try again. */
        HELD,
        /** The stream is over; the message is not accepted. */
        OVER
    }

    private final Duration firstMessageTimeout;
    private final Timers timers;
    private final SnapshotMaker snapshots;
    private final StreamCloser closer;
    private @Nullable Tank tank;
    private boolean unsolicited;

    private long acceptedUnits;
    private long acceptedMessages;
    private @Nullable ProductionState state;

    ProductionStream(
            StreamSink sink,
            Duration firstMessageTimeout,
            Timers timers,
            SnapshotMaker snapshots,
            StreamCloser closer,
            long nowNanos) {
        super(sink, ThrottleChain.NONE, nowNanos);
        this.firstMessageTimeout = firstMessageTimeout;
        this.timers = timers;
        this.snapshots = snapshots;
        this.closer = closer;
        timers.set(this, nowNanos + firstMessageTimeout.toNanos());
    }

    /** Binds it to what it produces. */
    void bind(Tank target, boolean wasRequested, ThrottleChain chain) {
        timers.cancel(this);
        tank = target;
        unsolicited = !wasRequested;
        throttles = chain;
    }

    boolean isBound() {
        return tank != null;
    }

    /** The tank it is bound to. */
    Tank tank() {
        return Objects.requireNonNull(tank, "a production has no tank before its init_info");
    }

    /** Takes a message as far as the throttles allow; the tank then decides what that means for all. */
    Take take(long units, long nowNanos) {
        if (!isOpen()) {
            return Take.OVER;
        }
        if (queue != null) {
            return Take.HELD;
        }
        ThrottleMeter longestWait = longestWait(nowNanos);
        if (longestWait != null) {
            longestWait.add(this, nowNanos);
            changed();
            return Take.HELD;
        }
        count(units);
        servedAt = timers.stamp();
        acceptedUnits = Units.saturatingAdd(acceptedUnits, units);
        acceptedMessages++;
        changed();
        tank().accept(units, nowNanos);
        return Take.TAKEN;
    }

    @Override
    void onTurn(FairWaitQueue from, long units, long nowNanos) {
        ThrottleMeter longestWait = longestWait(nowNanos);
        if (longestWait == null) {
            resume();
        } else {
            if (from instanceof ThrottleMeter meter && meter != longestWait) {
                keepTurn(meter, nowNanos);
            }
            longestWait.add(this, nowNanos);
        }
    }

    private void resume() {
        changed();
        emit(new Effect.Resume(id()));
    }

    @Override
    void throttled(ThrottleChain changed, long nowNanos) {
        returnTurns();
        throttles = changed;
        changed();
        if (queue != null) {
            leaveQueue();
            resume();
        }
    }

    /** No first message came. */
    @Override
    void fire(long nowNanos) {
        closer.end(
                this,
                new CloseStatus(
                        CloseStatus.Code.DEADLINE_EXCEEDED,
                        "no init_info came within "
                                + firstMessageTimeout.toMillis()
                                + " ms; expected it as the first message"),
                nowNanos);
    }

    @Override
    void setReady(boolean ready, long nowNanos) {
        // Nothing is sent on a production before its end.
    }

    @Override
    void detach(long nowNanos) {
        timers.cancel(this);
        leaveQueue();
        returnTurns();
        if (tank != null) {
            tank.remove(this, nowNanos);
        }
    }

    @Override
    StreamKind kind() {
        return StreamKind.PRODUCTION;
    }

    @Override
    long units() {
        return acceptedUnits;
    }

    private void changed() {
        if (state != null) {
            state = null;
            snapshots.stateChanged(this);
        }
    }

    ProductionState state() {
        ProductionState known = state;
        if (known == null) {
            known = new ProductionState(
                    id(),
                    peer(),
                    tank().id(),
                    openedNanos(),
                    unsolicited,
                    acceptedUnits,
                    acceptedMessages,
                    throttles.least(),
                    queue != null);
            state = known;
        }
        return known;
    }
}
