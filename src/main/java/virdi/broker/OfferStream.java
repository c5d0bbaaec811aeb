package virdi.broker;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.Effect;
import virdi.model.StreamKind;

/**
 * An open offer: asks its client for a production while there is demand, and asks again with exponential backoff while
 * nobody answers. Broker's thread only.
 */
public final class OfferStream extends BrokerStream {
    private final Tank tank;
    private final BrokerSettings settings;
    private final OperatorRules rules;
    private final Timers timers;
    private final Journal journal;
    private final SnapshotMaker snapshots;
    private long repeatDelayNanos;
    private boolean ready;
    /** A request waits for the transport. */
    private boolean requestWaits;

    private long requestsSent;
    /** A request is out that no production has answered, by the rules or by hand. */
    private boolean requested;

    private @Nullable Long unansweredSinceNanos;
    private @Nullable OfferState state;

    OfferStream(
            StreamSink sink,
            Tank tank,
            BrokerSettings settings,
            OperatorRules rules,
            Timers timers,
            Journal journal,
            SnapshotMaker snapshots,
            boolean ready,
            long nowNanos) {
        super(sink, nowNanos);
        this.tank = tank;
        this.settings = settings;
        this.rules = rules;
        this.timers = timers;
        this.journal = journal;
        this.snapshots = snapshots;
        this.ready = ready;
        this.repeatDelayNanos = settings.firstRepeat().toNanos();
    }

    /** Demand has returned, or the offer is new: ask at once, and start the backoff anew. */
    void demandBegins(long nowNanos) {
        repeatDelayNanos = settings.firstRepeat().toNanos();
        requestIfWanted(nowNanos);
    }

    void demandEnds() {
        timers.cancel(this);
        requestWaits = false;
        requested = false;
        unansweredSinceNanos = null;
        changed();
    }

    /** Its client produces now: nothing is left to ask for. */
    void answered() {
        demandEnds();
    }

    boolean isRequested() {
        return requested;
    }

    /**
     * Its client's production ended while demand lasts: ask again, but not at once.
     *
     * @param fruitful whether the production brought anything; if so the backoff starts anew
     */
    void productionEnded(boolean fruitful, long nowNanos) {
        if (fruitful) {
            repeatDelayNanos = settings.firstRepeat().toNanos();
        }
        changed();
        backOff(nowNanos);
    }

    /** By hand: whether the request went out, or will when the transport is ready. */
    boolean requestByHand(long nowNanos) {
        if (tank.isProducing(peer().client()) || isBlocked()) {
            return false;
        }
        send(nowNanos);
        return true;
    }

    /** Asks now if the rules allow, and again later unless answered. */
    private void requestIfWanted(long nowNanos) {
        if (tank.hasDemand() && !tank.isProducing(peer().client()) && !isBlocked()) {
            send(nowNanos);
            backOff(nowNanos);
        }
    }

    private void send(long nowNanos) {
        requestWaits = !ready;
        if (ready) {
            requested = true;
            // Asked by hand while the tank is full, a client may well have nothing to answer.
            if (unansweredSinceNanos == null && tank.hasDemand()) {
                unansweredSinceNanos = nowNanos;
            }
            requestsSent++;
            emit(new Effect.Request(id()));
            journal.requested(this, tank, requestsSent, nowNanos);
        }
        changed();
    }

    private void backOff(long nowNanos) {
        timers.set(this, nowNanos + repeatDelayNanos);
    }

    /** A request has gone unanswered for long enough to repeat it. */
    @Override
    void fire(long nowNanos) {
        repeatDelayNanos =
                Math.min(2 * repeatDelayNanos, settings.longestRepeat().toNanos());
        requestIfWanted(nowNanos);
    }

    /** A block of its production came or went. */
    void blockChanged(long nowNanos) {
        changed();
        if (isBlocked()) {
            demandEnds();
        } else {
            demandBegins(nowNanos);
        }
    }

    @Override
    void setReady(boolean nowReady, long nowNanos) {
        ready = nowReady;
        if (ready && requestWaits) {
            send(nowNanos);
        }
    }

    @Override
    void throttled(ThrottleChain changed, long nowNanos) {
        // Nothing flows on an offer.
    }

    @Override
    void detach(long nowNanos) {
        timers.cancel(this);
        tank.remove(this);
    }

    @Override
    StreamKind kind() {
        return StreamKind.OFFER;
    }

    @Override
    long units() {
        return 0;
    }

    Tank tank() {
        return tank;
    }

    private boolean isBlocked() {
        return rules.productionBlocked(peer().client(), tank.id());
    }

    /** Its state differs from the one in the newest snapshot. */
    void changed() {
        if (state != null) {
            state = null;
            snapshots.stateChanged(this);
        }
    }

    OfferState state() {
        OfferState known = state;
        if (known == null) {
            known = new OfferState(
                    id(),
                    peer(),
                    tank.id(),
                    openedNanos(),
                    requestsSent,
                    unansweredSinceNanos,
                    tank.isProducing(peer().client()),
                    isBlocked());
            state = known;
        }
        return known;
    }
}
