package virdi.telemetry.track;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.Pace;
import virdi.model.StreamKind;
import virdi.telemetry.FlowState;
import virdi.telemetry.rate.ElapsedTime;
import virdi.telemetry.rate.RateMeter;
import virdi.telemetry.rate.RecentPeak;
import virdi.telemetry.rate.StableRate;

/** Remembers one open production; the sampler's thread. */
public final class ProductionTrack extends StreamTrack {
    /** A client that was asked counts as silent after this time. */
    private static final long SILENCE_NANOS = 3 * ElapsedTime.SECOND;

    /** A rate above this share of the highest counts as the highest: clients send with jitter. */
    private static final double AT_ITS_BEST = 0.88;

    private final RateMeter meter;
    private final RecentPeak peak;
    private ProductionState state;
    private double possible;

    public ProductionTrack(ProductionState state, RateMeter meter, ResourceTrack tank, ClientTrack client) {
        super(state, StreamKind.PRODUCTION, state.peer().client().value(), tank, client);
        this.meter = meter;
        this.state = state;
        this.peak = new RecentPeak(state.openedNanos());
    }

    @Override
    void setState(StreamState next, long nanos) {
        state = (ProductionState) next;
        Pace throttle = state.throttle();
        meter.cap(throttle == null ? Double.POSITIVE_INFINITY : throttle.unitsPerMinute());
        meter.record(nanos, state.acceptedUnits());
    }

    @Override
    public ProductionState state() {
        return state;
    }

    @Override
    FlowState decide(long nowNanos) {
        Pace throttle = state.throttle();
        if (throttle != null && throttle.isPaused()) {
            return FlowState.PAUSED;
        }
        if (!tank.state().demand() && tank.isAtCapacity()) {
            return FlowState.STOPPED_TANK_FULL;
        }
        if (actualPerMinute() == 0 && !state.held() && nowNanos - meter.lastMoveNanos() >= SILENCE_NANOS) {
            return tank.state().demand() ? FlowState.SILENT : FlowState.WAITING_FOR_REQUEST;
        }
        if (throttle != null) {
            return FlowState.THROTTLED;
        }
        return state.unsolicited() ? FlowState.UNSOLICITED : FlowState.FLOWING;
    }

    @Override
    boolean changesSoon(long nowNanos) {
        boolean awaited = actualPerMinute() == 0 && nowNanos - meter.lastMoveNanos() < SILENCE_NANOS + QUIET;
        return super.changesSoon(nowNanos) || awaited;
    }

    @Override
    @Nullable
    public Long sinceNanos() {
        return flow() == FlowState.SILENT ? meter.lastMoveNanos() : null;
    }

    @Override
    double measure(long nowNanos) {
        double measured = meter.perMinute(nowNanos);
        Pace throttle = state.throttle();
        double highest = peak.update(measured, nowNanos);
        if (throttle != null) {
            possible = throttle.unitsPerMinute();
        } else if (measured >= AT_ITS_BEST * highest) {
            possible = StableRate.show(actualPerMinute(), measured, actualPerMinute());
        } else {
            possible = StableRate.show(possible, highest, possible);
        }
        return measured;
    }

    @Override
    public double possiblePerMinute() {
        return possible;
    }

    @Override
    long units() {
        return state.acceptedUnits();
    }

    @Override
    long messages() {
        return state.acceptedMessages();
    }

    @Override
    @Nullable
    public Pace throttle() {
        return state.throttle();
    }
}
