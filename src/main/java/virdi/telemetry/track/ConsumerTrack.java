package virdi.telemetry.track;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.Pace;
import virdi.model.StreamKind;
import virdi.telemetry.FlowState;
import virdi.telemetry.rate.ElapsedTime;
import virdi.telemetry.rate.RateMeter;

/** Remembers one open consumer; the sampler's thread. */
public final class ConsumerTrack extends StreamTrack {
    private static final double NANOS_PER_MINUTE = 60e9;
    /** A buffer counts as full when it holds all but the units that its consumer takes in this time: deliveries have gaps. */
    private static final double FULL_NANOS = ElapsedTime.SECOND / 5.0;

    private static final double LESS_FULL_NANOS = ElapsedTime.SECOND;
    /** A small buffer counts as full when this many units are missing: it waits for the next whole unit. */
    private static final double FULL_UNITS = 1;

    private static final double LESS_FULL_UNITS = 2;

    /** A consumer that wants units and gets none for this time starves. */
    private static final long WITHOUT_NANOS = ElapsedTime.SECOND;

    private final RateMeter meter;
    /** Ends late, so single units that trickle in do not end it. */
    private final DelayedCondition starving = new DelayedCondition(0, 2 * ElapsedTime.SECOND);

    private final DelayedCondition stuck = new DelayedCondition(ElapsedTime.SECOND, ElapsedTime.SECOND);
    private ConsumerState state;
    private long wantsSince;
    private long stuckSince;
    private boolean satisfied;
    private boolean nameShared;

    public ConsumerTrack(ConsumerState state, RateMeter meter, long nanos, ResourceTrack tank, ClientTrack client) {
        super(state, StreamKind.CONSUMER, state.spec().consumer().value(), tank, client);
        this.meter = meter;
        this.state = state;
        this.wantsSince = nanos;
        this.stuckSince = nanos;
    }

    /** Sets whether other clients have an open consumer of the same id; then the label names the client, too. */
    public void setNameShared(boolean some) {
        if (some != nameShared) {
            nameShared = some;
            String id = state.spec().consumer().value();
            rename(some ? id + " of " + state.peer().client() : id);
        }
    }

    @Override
    void setState(StreamState next, long nanos) {
        if (!state.backlogged()) {
            wantsSince = nanos;
        }
        if (!isStuck()) {
            stuckSince = nanos;
        }
        state = (ConsumerState) next;
        meter.cap(state.throttle() == null ? Double.POSITIVE_INFINITY : possiblePerMinute());
        meter.record(nanos, state.deliveredUnits());
    }

    @Override
    public ConsumerState state() {
        return state;
    }

    @Override
    FlowState decide(long nowNanos) {
        Pace throttle = state.throttle();
        boolean paused = throttle != null && throttle.isPaused();
        if (paused) {
            starving.end();
            stuck.end();
            return FlowState.PAUSED;
        }
        if (stuck.update(isStuck(), stuckSince, nowNanos)) {
            starving.end();
            return FlowState.NOT_READING;
        }
        long dry = dryNanos();
        if (starving.update(state.backlogged() && nowNanos - dry >= WITHOUT_NANOS, dry, nowNanos)) {
            return FlowState.STARVING;
        }
        if (throttle != null && throttle.unitsPerMinute() < state.spec().maxRatePerMinute()) {
            return FlowState.THROTTLED;
        }
        satisfied =
                isFull(nowNanos, satisfied ? LESS_FULL_NANOS : FULL_NANOS, satisfied ? LESS_FULL_UNITS : FULL_UNITS);
        return satisfied ? FlowState.SATISFIED : FlowState.FLOWING;
    }

    @Override
    boolean changesSoon(long nowNanos) {
        boolean without = state.backlogged() && nowNanos - dryNanos() < WITHOUT_NANOS + QUIET;
        return super.changesSoon(nowNanos) || without || starving.isUnsettled() || stuck.isUnsettled();
    }

    @Override
    @Nullable
    public Long sinceNanos() {
        return switch (flow()) {
            case STARVING -> starving.fromNanos();
            case NOT_READING -> stuck.fromNanos();
            default -> null;
        };
    }

    @Override
    double measure(long nowNanos) {
        return meter.perMinute(nowNanos);
    }

    @Override
    public double possiblePerMinute() {
        Pace throttle = state.throttle();
        long asked = state.spec().maxRatePerMinute();
        return throttle == null ? asked : Math.min(asked, throttle.unitsPerMinute());
    }

    @Override
    double bufferedUnits(long nowNanos) {
        return state.bufferedUnitsAt(nowNanos);
    }

    @Override
    double bufferShare(long nowNanos) {
        return Math.min(1, bufferedUnits(nowNanos) / state.bufferLimitUnits());
    }

    @Override
    long units() {
        return state.deliveredUnits();
    }

    @Override
    long messages() {
        return state.deliveredMessages();
    }

    @Override
    @Nullable
    public Pace throttle() {
        return state.throttle();
    }

    /** Since when it has waited for units, if it wants any. */
    private long dryNanos() {
        return Math.max(wantsSince, meter.lastMoveNanos());
    }

    private boolean isStuck() {
        return !state.ready() && state.dueUnits() > 0;
    }

    private boolean isFull(long nowNanos, double allowedNanos, double allowedUnits) {
        double drained = state.spec().maxRatePerMinute() * (allowedNanos / NANOS_PER_MINUTE);
        return bufferedUnits(nowNanos) >= state.fillTargetUnits() - Math.max(allowedUnits, drained);
    }
}
