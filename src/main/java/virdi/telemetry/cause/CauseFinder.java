package virdi.telemetry.cause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.telemetry.DrainDiagnosis;
import virdi.telemetry.StreamGroup;
import virdi.telemetry.SupplyDiagnosis;
import virdi.telemetry.TankState;
import virdi.telemetry.rate.ElapsedTime;
import virdi.telemetry.track.ResourceTrack;
import virdi.telemetry.track.StreamTrack;

/**
 * Finds the causes of everything unhealthy at one instant: follows a starving consumer to its tank, and the tank to those it
 * waits for. One thread; made anew for each instant, so each tank is diagnosed at most once.
 */
public final class CauseFinder {
    private final RuleFinder rules;
    private final SupplyFinder supply;
    private final DrainFinder drain;
    private final long tickNanos;
    private final Map<ResourceTrack, List<SupplyDiagnosis>> lacks = new HashMap<>();
    private final Map<ResourceTrack, List<DrainDiagnosis>> obstacles = new HashMap<>();

    /**
     * @param listening whether the broker lets clients in
     * @param nowNanos on the broker's clock
     * @param epochMillis the same instant in milliseconds since 1970
     */
    public CauseFinder(RuleIndex rules, boolean listening, long nowNanos, long epochMillis) {
        this.tickNanos = ElapsedTime.tick(nowNanos);
        this.rules = new RuleFinder(rules, listening, epochMillis);
        this.supply = new SupplyFinder(this.rules, tickNanos);
        this.drain = new DrainFinder(this.rules, tickNanos);
    }

    /** Why a tank is as it is; null when it is healthy. */
    public @Nullable Cause of(ResourceTrack tank) {
        return switch (tank.tank()) {
            case EMPTY -> new Cause.TankEmpty(tank.id(), lacks(tank));
            case FULL -> full(tank);
            case NO_PRODUCER -> new Cause.TankWithoutProducer(tank.id(), rules.keptAway(tank));
            case FILLING, DRAINING, STEADY, NO_CONSUMER -> null;
        };
    }

    /** Why a stream is as it is; null when it is healthy. */
    public @Nullable Cause of(StreamTrack stream) {
        Target itself = new Target.OneStream(stream.id());
        String label = stream.label();
        ResourceTrack tank = stream.tank();
        Long since = stream.sinceNanos();
        long seconds = since == null ? 0 : ElapsedTime.seconds(since, tickNanos);
        return switch (stream.flow()) {
            case STARVING -> starving(stream);
            case NOT_READING -> {
                long due = stream.state() instanceof ConsumerState state ? state.dueUnits() : 0;
                yield new Cause.ConsumerNotReading(itself, label, seconds, due);
            }
            case PAUSED, THROTTLED ->
                new Cause.StreamHeld(rules.held(stream, StreamGroup.one(label)), rules.liftsInSeconds(stream));
            case BLOCKED -> new Cause.StreamBlocked(rules.blocked(stream, StreamGroup.one(label)));
            case REQUEST_UNANSWERED -> new Cause.RequestUnanswered(itself, label, tank.id(), seconds);
            case SILENT -> new Cause.ProductionSilent(itself, label, tank.id(), seconds);
            case STOPPED_TANK_FULL -> full(tank);
            case IDLE_TANK_FULL -> tank.tank() == TankState.FULL ? full(tank) : null;
            case FLOWING, UNSOLICITED, WAITING_FOR_REQUEST, REQUESTED, PRODUCING, SATISFIED -> null;
        };
    }

    private Cause starving(StreamTrack stream) {
        ResourceTrack tank = stream.tank();
        ResourceState state = tank.state();
        long free = state.ledger().level() - state.dueUnits();
        return free > 0
                ? new Cause.ShareNotDelivered(stream.label(), tank.id(), free)
                : new Cause.ConsumerStarving(stream.label(), tank.id(), lacks(tank));
    }

    private Cause full(ResourceTrack tank) {
        return new Cause.TankFull(tank.id(), obstacles.computeIfAbsent(tank, drain::find));
    }

    private List<SupplyDiagnosis> lacks(ResourceTrack tank) {
        return lacks.computeIfAbsent(tank, supply::find);
    }
}
