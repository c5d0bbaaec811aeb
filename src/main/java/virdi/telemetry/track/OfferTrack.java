package virdi.telemetry.track;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.Pace;
import virdi.model.StreamKind;
import virdi.telemetry.FlowState;
import virdi.telemetry.rate.ElapsedTime;

/** Remembers one open offer; the sampler's thread. */
public final class OfferTrack extends StreamTrack {
    /** A request counts as unanswered after this time. */
    private static final long ANSWER_NANOS = ElapsedTime.SECOND;

    private OfferState state;

    public OfferTrack(OfferState state, ResourceTrack tank, ClientTrack client) {
        super(state, StreamKind.OFFER, state.peer().client().value(), tank, client);
        this.state = state;
    }

    @Override
    void setState(StreamState next, long nanos) {
        state = (OfferState) next;
    }

    @Override
    public OfferState state() {
        return state;
    }

    @Override
    FlowState decide(long nowNanos) {
        if (state.blocked()) {
            return FlowState.BLOCKED;
        }
        if (state.producing()) {
            return FlowState.PRODUCING;
        }
        Long since = state.unansweredSinceNanos();
        if (since != null && nowNanos - since >= ANSWER_NANOS) {
            return FlowState.REQUEST_UNANSWERED;
        }
        return tank.state().demand() ? FlowState.REQUESTED : FlowState.IDLE_TANK_FULL;
    }

    @Override
    boolean changesSoon(long nowNanos) {
        Long since = state.unansweredSinceNanos();
        boolean awaited = since != null && !state.producing() && nowNanos - since < ANSWER_NANOS + QUIET;
        return super.changesSoon(nowNanos) || awaited;
    }

    @Override
    @Nullable
    public Long sinceNanos() {
        return flow() == FlowState.REQUEST_UNANSWERED ? state.unansweredSinceNanos() : null;
    }

    @Override
    double measure(long nowNanos) {
        return 0;
    }

    @Override
    public double possiblePerMinute() {
        return 0;
    }

    @Override
    long units() {
        return 0;
    }

    @Override
    long messages() {
        return state.requestsSent();
    }

    @Override
    @Nullable
    public Pace throttle() {
        return null;
    }
}
