package virdi.telemetry;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.Pace;
import virdi.model.StreamKind;

/** One open consumer; the sampler's thread. */
final class ConsumerTrack extends StreamTrack {
    private static final double NANOS_PER_MINUTE = 60e9;
    /** A level this far below the fill target is still full: what a fast consumer drains between two deliveries. */
    private static final double FULL_NANOS = Words.SECOND / 5.0;

    private static final double LESS_FULL_NANOS = Words.SECOND;
    /** And of a small buffer, one that waits for the next whole unit. */
    private static final double FULL_UNITS = 1;

    private static final double LESS_FULL_UNITS = 2;

    /** Wanting units and getting none for so long is starving. */
    private static final long WITHOUT_NANOS = Words.SECOND;

    private final RateMeter meter;
    /** Single units that trickle in do not end it. */
    private final Episode starving = new Episode(0, 2 * Words.SECOND);

    private final Episode stuck = new Episode(Words.SECOND, Words.SECOND);
    private ConsumerState state;
    private long wantsSince;
    private long stuckSince;
    private boolean satisfied;
    private boolean namesakes;

    ConsumerTrack(ConsumerState state, RateMeter meter, long nanos, ResourceTrack tank, ClientTrack client) {
        super(state, StreamKind.CONSUMER, state.spec().consumer().value(), tank, client);
        this.meter = meter;
        this.state = state;
        this.wantsSince = nanos;
        this.stuckSince = nanos;
    }

    /** Takes note of whether other clients have an open consumer of the same id: then it is called after its client, too. */
    void meetNamesakes(boolean some) {
        if (some != namesakes) {
            namesakes = some;
            String id = state.spec().consumer().value();
            call(some ? id + " of " + state.peer().client() : id);
        }
    }

    @Override
    void take(StreamState next, long nanos) {
        if (!state.backlogged()) {
            wantsSince = nanos;
        }
        if (!isStuck()) {
            stuckSince = nanos;
        }
        state = (ConsumerState) next;
        meter.cap(state.throttle() == null ? Double.POSITIVE_INFINITY : possiblePerMinute());
        meter.see(nanos, state.deliveredUnits());
    }

    @Override
    ConsumerState state() {
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
        if (stuck.see(isStuck(), stuckSince, nowNanos)) {
            starving.end();
            return FlowState.NOT_READING;
        }
        long dry = dryNanos();
        if (starving.see(state.backlogged() && nowNanos - dry >= WITHOUT_NANOS, dry, nowNanos)) {
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
        return super.changesSoon(nowNanos) || without || starving.isChanging() || stuck.isChanging();
    }

    @Override
    @Nullable
    Long sinceNanos() {
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
    double possiblePerMinute() {
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
    Pace throttle() {
        return state.throttle();
    }

    /** Since when it wants units and got none, if it wants any. */
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
