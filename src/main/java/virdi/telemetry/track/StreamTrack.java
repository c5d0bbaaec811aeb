package virdi.telemetry.track;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.Pace;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.telemetry.Cause;
import virdi.telemetry.FlowState;
import virdi.telemetry.Severity;
import virdi.telemetry.StreamView;
import virdi.telemetry.history.History;
import virdi.telemetry.rate.ElapsedTime;
import virdi.telemetry.rate.StableRate;

/**
 * Remembers one open stream between two samples; the sampler's thread. Keeps its view until a visible figure changes.
 */
public abstract class StreamTrack {
    /** A smaller change of a modelled level needs no new view. */
    private static final double VISIBLE_SHARE = 0.01;
    /** A good state must last this long to replace another good one. */
    private static final long CALM = ElapsedTime.SECOND / 2;
    /** A stream without news is evaluated no more often than this. */
    public static final long QUIET = ElapsedTime.SECOND / 10;

    private final StreamId id;
    private final StreamKind kind;
    private String label;
    final ResourceTrack tank;
    private final ClientTrack client;
    private final Debouncer<FlowState> debouncer = new Debouncer<>();
    private final History history = new History();

    private FlowState flow = FlowState.FLOWING;
    private long stateSeconds;
    private double actual;
    private long movedUnits;
    private @Nullable Cause cause;
    private @Nullable StreamView view;
    private boolean changed = true;
    private boolean unexplained = true;
    private boolean stale = true;
    private boolean timeDependent;
    private boolean unsettled;
    private long evaluatedNanos;
    private int evaluatedTank;

    StreamTrack(StreamState state, StreamKind kind, String label, ResourceTrack tank, ClientTrack client) {
        this.id = state.id();
        this.kind = kind;
        this.label = label;
        this.tank = tank;
        this.client = client;
    }

    /** Sets a changed state from a snapshot of a time on the broker's clock. */
    abstract void setState(StreamState state, long nanos);

    public abstract StreamState state();

    /** The state that holds now, before debouncing. */
    abstract FlowState decide(long nowNanos);

    /** Units per minute as measured. */
    abstract double measure(long nowNanos);

    public abstract double possiblePerMinute();

    abstract long units();

    abstract long messages();

    public abstract @Nullable Pace throttle();

    /** Since when the shown state has lasted, for states that are shown with their time; else null. */
    public abstract @Nullable Long sinceNanos();

    /** The modelled level of a consumer's own buffer; 0 for other streams. */
    double bufferedUnits(long nowNanos) {
        return 0;
    }

    /** That level as a share of the buffer's limit. */
    double bufferShare(long nowNanos) {
        return 0;
    }

    /** Whether time alone changes the view: a rate, a level or a time. */
    public final boolean isTimeDependent() {
        return timeDependent;
    }

    /** Whether its state may change within a fraction of a second, without news. */
    public final boolean isUnsettled() {
        return unsettled;
    }

    /** Whether the state may change soon, as of now. Must not stay true for long: such streams are evaluated often. */
    boolean changesSoon(long nowNanos) {
        return debouncer.isPending();
    }

    /** Updates the state from a snapshot of a time on the broker's clock. */
    final void update(StreamState next, long nanos) {
        if (changed || !Identity.same(next, state())) {
            setState(next, nanos);
            countMoved(units());
            changed = true;
        }
    }

    /** Counts the units moved since it opened, for its client, too. */
    public final void countMoved(long units) {
        if (units > movedUnits) {
            client.countMoved(kind, units - movedUnits);
            movedUnits = units;
        }
    }

    /** Evaluates state, time and rate. */
    public final void evaluate(long nowNanos) {
        boolean justEvaluated =
                nowNanos - evaluatedNanos < QUIET && ElapsedTime.tick(nowNanos) == ElapsedTime.tick(evaluatedNanos);
        if (!changed && justEvaluated && evaluatedTank == tank.turns()) {
            return;
        }
        changed = false;
        evaluatedNanos = nowNanos;
        evaluatedTank = tank.turns();
        actual = StableRate.show(actual, measure(nowNanos), bound());
        FlowState next = decide(nowNanos);
        boolean calm = isCalm(next) && isCalm(flow);
        FlowState before = flow;
        flow = debouncer.update(next, nowNanos, calm ? CALM : 0);
        unexplained |= flow != before;
        @Nullable Long since = sinceNanos();
        stateSeconds = since == null ? 0 : ElapsedTime.seconds(since, ElapsedTime.tick(nowNanos));
        timeDependent = actual > 0 || since != null || bufferedUnits(nowNanos) > 0;
        unsettled = changesSoon(nowNanos);
        stale = true;
    }

    /** Records the figures of a second. */
    public final void recordHistory(long second, long nowNanos) {
        boolean in = kind == StreamKind.PRODUCTION;
        history.put(
                second,
                in ? actual : 0,
                in ? 0 : actual,
                possiblePerMinute(),
                bufferedUnits(nowNanos),
                in ? units() : 0,
                in ? 0 : units());
    }

    /** The view that {@link #evaluate} found; the same instance while it would be equal. */
    public final StreamView view(long nowNanos) {
        StreamView old = view;
        if (old != null && !stale) {
            return old;
        }
        stale = false;
        StreamState state = state();
        double possible = possiblePerMinute();
        double share = bufferShare(nowNanos);
        if (old != null
                && Identity.same(old.state(), state)
                && Identity.same(old.label(), label)
                && old.flow() == flow
                && old.stateSeconds() == stateSeconds
                && old.actualPerMinute() == actual
                && old.possiblePerMinute() == possible
                && Math.abs(old.bufferShare() - share) < VISIBLE_SHARE
                && (share > 0 || old.bufferShare() == 0)
                && Identity.same(old.why(), cause)) {
            return old;
        }
        StreamView fresh = new StreamView(
                state,
                kind,
                label,
                flow,
                stateSeconds,
                flow.severity(),
                actual,
                possible,
                units(),
                messages(),
                bufferedUnits(nowNanos),
                share,
                throttle(),
                nowNanos - state.openedNanos(),
                cause);
        view = fresh;
        return fresh;
    }

    /** Sets the cause of the state; an equal cause keeps the old instance. */
    public final void explain(@Nullable Cause why) {
        unexplained = false;
        if (why == null ? cause != null : !why.equals(cause)) {
            cause = why;
            stale = true;
        }
    }

    /** Whether its state has changed since it was explained. */
    public final boolean isUnexplained() {
        return unexplained;
    }

    public final StreamId id() {
        return id;
    }

    public final ResourceTrack tank() {
        return tank;
    }

    public final ClientTrack client() {
        return client;
    }

    public final StreamKind kind() {
        return kind;
    }

    public final String label() {
        return label;
    }

    /** Changes the label. */
    final void rename(String newLabel) {
        label = newLabel;
        stale = true;
        unexplained = true;
    }

    public final FlowState flow() {
        return flow;
    }

    final double actualPerMinute() {
        return actual;
    }

    public final History history() {
        return history;
    }

    /** The rate that the broker itself enforces; a reading near it is shown as it. */
    double bound() {
        return possiblePerMinute();
    }

    private static boolean isCalm(FlowState state) {
        return state.severity().compareTo(Severity.GOOD) <= 0;
    }
}
