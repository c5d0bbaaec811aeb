package virdi.telemetry.track;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.telemetry.Forecast;
import virdi.telemetry.Forecast.Level;
import virdi.telemetry.TankState;
import virdi.telemetry.rate.ElapsedTime;

/** Decides the state of one tank, without flicker; one thread. */
final class TankStateTracker {
    /** A tank that would take longer than 50 minutes to fill or drain is steady. */
    private static final double MEANINGFUL_SHARE = 0.02;
    /** A tank is also steady when its gain is within the error of its rates. */
    private static final double MEANINGFUL_OF_FLOW = 0.05;
    /** A trend that has begun ends at this share of those. */
    private static final double KEEPS = 0.5;
    /** A full tank stays full until its level falls below this share. */
    private static final double STILL_FULL = 0.95;

    private static final long CALM = 3 * ElapsedTime.SECOND / 2;

    /** A shown gain stays while the measured one is this near: its last digits are noise. */
    private static final double SAME_GAIN = 0.05;

    private final Debouncer<TankState> debouncer = new Debouncer<>();
    private final DelayedCondition empty = new DelayedCondition(ElapsedTime.SECOND, 2 * ElapsedTime.SECOND);
    private boolean full;
    private double gain;

    /**
     * Decides the state at a time.
     *
     * @param net units that the tank gains per minute
     * @param flow units that flow through it per minute
     */
    TankState update(ResourceState state, double net, double flow, int producers, int consumers, long nowNanos) {
        Long since = state.emptySinceNanos();
        boolean isEmpty = empty.update(since != null, since == null ? nowNanos : since, nowNanos);
        double share = state.ledger().level() / (double) state.marks().capacityUnits();
        full = share >= 1 || full && !state.demand() && share >= STILL_FULL;
        TankState next;
        if (isEmpty) {
            next = TankState.EMPTY;
        } else if (full) {
            next = TankState.FULL;
        } else if (consumers == 0) {
            next = TankState.NO_CONSUMER;
        } else if (producers == 0) {
            next = TankState.NO_PRODUCER;
        } else {
            next = trend(state, net, flow);
        }
        return debouncer.update(next, nowNanos, isTrend(next) && isTrend(debouncer.shown()) ? CALM : 0);
    }

    /** How long the tank has been empty, in rounded seconds; 0 unless it is empty. */
    long emptySeconds(long nowNanos) {
        return debouncer.shown() == TankState.EMPTY
                ? ElapsedTime.seconds(empty.fromNanos(), ElapsedTime.tick(nowNanos))
                : 0;
    }

    /** The level that the tank will reach; null when nothing is worth a forecast. */
    @Nullable
    Forecast forecast(ResourceState state, double net, int producers) {
        TankState tank = debouncer.shown();
        if (tank == null) {
            return null;
        }
        long level = state.ledger().level();
        return switch (tank) {
            case FILLING, NO_CONSUMER ->
                net > 0 ? Forecast.of(Level.FULL, level, state.marks().capacityUnits(), net) : null;
            case NO_PRODUCER -> empty(level, net);
            case DRAINING ->
                state.demand() || producers == 0
                        ? empty(level, net)
                        : Forecast.of(Level.RESUME_MARK, level, state.marks().resumeUnits(), net);
            case EMPTY, FULL, STEADY -> null;
        };
    }

    /**
     * The gain per minute to show: 0 for a steady or an empty tank, and while the gain contradicts the shown state, which changes a
     * little later.
     */
    double gain(ResourceState state, double net, double flow) {
        TankState tank = debouncer.shown();
        boolean trend = tank == TankState.FILLING || tank == TankState.DRAINING;
        double least = trend ? 0 : meaningful(state, flow) * (gain == 0 ? 1 : KEEPS);
        if (tank == null || isAgainst(tank, net) || Math.abs(net) < least) {
            gain = 0;
        } else if (Math.abs(net - gain) > SAME_GAIN * Math.abs(gain)) {
            gain = net;
        }
        return gain;
    }

    /** Whether a little more time will change the state. */
    boolean isUnsettled() {
        return debouncer.isPending() || empty.isUnsettled();
    }

    /** Whether time alone changes the time shown. */
    boolean isTimeDependent() {
        return empty.isPending();
    }

    private static @Nullable Forecast empty(long level, double net) {
        return net < 0 && level > 0 ? Forecast.of(Level.EMPTY, level, 0, net) : null;
    }

    private static double meaningful(ResourceState state, double flow) {
        return Math.max(MEANINGFUL_SHARE * state.marks().capacityUnits(), MEANINGFUL_OF_FLOW * flow);
    }

    private TankState trend(ResourceState state, double net, double flow) {
        double meaningful = meaningful(state, flow);
        TankState shown = debouncer.shown();
        if (net >= meaningful * (shown == TankState.FILLING ? KEEPS : 1)) {
            return TankState.FILLING;
        }
        return -net >= meaningful * (shown == TankState.DRAINING ? KEEPS : 1) ? TankState.DRAINING : TankState.STEADY;
    }

    /** Whether a gain contradicts a state. */
    private static boolean isAgainst(TankState tank, double net) {
        return switch (tank) {
            case STEADY, EMPTY -> true;
            case FILLING, NO_CONSUMER -> net < 0;
            case DRAINING, NO_PRODUCER -> net > 0;
            case FULL -> false;
        };
    }

    private static boolean isTrend(@Nullable TankState state) {
        return state == TankState.FILLING || state == TankState.DRAINING || state == TankState.STEADY;
    }
}
