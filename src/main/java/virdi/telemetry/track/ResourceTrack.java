package virdi.telemetry.track;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.Ledger;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.telemetry.Cause;
import virdi.telemetry.Forecast;
import virdi.telemetry.ResourceView;
import virdi.telemetry.TankState;
import virdi.telemetry.history.History;
import virdi.telemetry.rate.ElapsedTime;
import virdi.telemetry.rate.NetFlow;
import virdi.telemetry.rate.RateMeter;
import virdi.telemetry.rate.StableRate;

/** Remembers one resource between two samples; the sampler's thread. */
public final class ResourceTrack {
    private final ResourceId id;
    private final RateMeter inflow;
    private final RateMeter outflow;
    private final NetFlow netFlow = new NetFlow();
    private final TankStateTracker watch = new TankStateTracker();
    private final History history = new History();
    private final List<StreamTrack> members = new ArrayList<>();
    private ResourceState state;
    private int turns;
    private int producers;
    private int consumers;
    private int starving;
    private double in;
    private double out;
    private double gain;
    private TankState tank = TankState.STEADY;
    private long emptySeconds;
    private @Nullable Forecast forecast;
    /** The second of the last time and forecast. */
    private long toldNanos = Long.MIN_VALUE;

    private boolean unexplained = true;
    private @Nullable Cause cause;
    private @Nullable ResourceView view;

    /** @param fromNothing whether the units it has moved until now count as moved just now */
    public ResourceTrack(ResourceState state, long nanos, boolean fromNothing) {
        this.id = state.id();
        this.state = state;
        this.inflow = new RateMeter(
                nanos - ElapsedTime.SECOND, fromNothing ? 0 : state.ledger().accepted());
        this.outflow = new RateMeter(
                nanos - ElapsedTime.SECOND, fromNothing ? 0 : state.ledger().delivered());
    }

    public void update(ResourceState next, long nanos) {
        if (next.demand() != state.demand() || isAtCapacity(next) != isAtCapacity(state)) {
            turns++;
        }
        state = next;
        inflow.record(nanos, next.ledger().accepted());
        outflow.record(nanos, next.ledger().delivered());
    }

    /** Forgets its streams, before {@link #add} is called for each. */
    public void clear() {
        members.clear();
        producers = 0;
        consumers = 0;
    }

    public void add(StreamTrack stream) {
        members.add(stream);
    }

    /** Counts the clients of the streams that were added. */
    public void countClients() {
        Set<ClientTrack> clients = new HashSet<>();
        for (StreamTrack stream : members) {
            if (stream.kind() == StreamKind.CONSUMER) {
                consumers++;
            } else {
                clients.add(stream.client());
            }
        }
        producers = clients.size();
    }

    /** Sets the number of starving consumers to 0. */
    public void resetStarving() {
        starving = 0;
    }

    /** Counts one starving consumer. */
    public void addStarving() {
        starving++;
    }

    /** Evaluates rates and state; after its streams were evaluated. */
    public void evaluate(long nowNanos) {
        in = StableRate.show(in, inflow.perMinute(nowNanos), in);
        out = StableRate.show(out, outflow.perMinute(nowNanos), out);
        Ledger ledger = state.ledger();
        double net = netFlow.perMinute(nowNanos, ledger.accepted() - ledger.delivered(), in, out);
        TankState next = watch.update(state, net, Math.max(in, out), producers, consumers, nowNanos);
        // A forecast changes at most once a second, or with the state.
        if (ElapsedTime.tick(nowNanos) != toldNanos || next == TankState.FULL || next != tank) {
            unexplained |= tank != next;
            tank = next;
            toldNanos = ElapsedTime.tick(nowNanos);
            emptySeconds = watch.emptySeconds(nowNanos);
            forecast = watch.forecast(state, net, producers);
            gain = watch.gain(state, net, Math.max(in, out));
        } else if (in == 0 && out == 0) {
            gain = 0; // nobody may look again
        }
    }

    /** Records the figures of a second. */
    public void recordHistory(long second) {
        Ledger ledger = state.ledger();
        history.put(second, in, out, 0, ledger.level(), gained(state), ledger.delivered());
    }

    /** Sets the cause of the state; an equal cause keeps the old instance. */
    public void explain(@Nullable Cause why) {
        unexplained = false;
        if (why == null || !why.equals(cause)) {
            cause = why;
        }
    }

    /** The view that {@link #evaluate} found; the same instance while it would be equal. */
    public ResourceView view() {
        ResourceView old = view;
        if (old != null
                && Identity.same(old.state(), state)
                && old.tank() == tank
                && old.emptySeconds() == emptySeconds
                && Objects.equals(old.forecast(), forecast)
                && old.inPerMinute() == in
                && old.outPerMinute() == out
                && old.netPerMinute() == gain
                && old.producers() == producers
                && old.consumers() == consumers
                && old.starving() == starving
                && Identity.same(old.why(), cause)) {
            return old;
        }
        ResourceView fresh = new ResourceView(
                state,
                tank,
                emptySeconds,
                forecast,
                tank.severity(),
                state.ledger().level() / (double) state.marks().capacityUnits(),
                in,
                out,
                gain,
                producers,
                consumers,
                starving,
                cause);
        view = fresh;
        return fresh;
    }

    /** Whether its state may change within a fraction of a second, without news. */
    public boolean isUnsettled() {
        return watch.isUnsettled();
    }

    /** Whether time alone changes the view. */
    public boolean isTimeDependent() {
        return in > 0 || out > 0 || watch.isTimeDependent();
    }

    /** Whether its state has changed since it was explained. */
    public boolean isUnexplained() {
        return unexplained;
    }

    public ResourceId id() {
        return id;
    }

    public ResourceState state() {
        return state;
    }

    /** Changes of what its streams depend on: demand, and being at capacity. */
    int turns() {
        return turns;
    }

    boolean isAtCapacity() {
        return isAtCapacity(state);
    }

    public List<StreamTrack> members() {
        return members;
    }

    public int producers() {
        return producers;
    }

    public int consumers() {
        return consumers;
    }

    public int starving() {
        return starving;
    }

    public double inPerMinute() {
        return in;
    }

    public double outPerMinute() {
        return out;
    }

    public TankState tank() {
        return tank;
    }

    public History history() {
        return history;
    }

    private static boolean isAtCapacity(ResourceState state) {
        return state.ledger().level() >= state.marks().capacityUnits();
    }

    private static long gained(ResourceState state) {
        return state.ledger().accepted() + state.ledger().injected();
    }
}
