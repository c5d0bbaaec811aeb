package virdi.telemetry.cause;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.Target;
import virdi.telemetry.Cause;
import virdi.telemetry.TankState;
import virdi.telemetry.rate.Words;
import virdi.telemetry.track.ResourceTrack;
import virdi.telemetry.track.StreamTrack;

/**
 * Answers "Why?" for everything unhealthy at one instant: follows a starving consumer to its tank, and the tank to whom it
 * waits for. One thread; made anew for each instant, so that what it finds out of a tank is found out once.
 */
public final class Causes {
    private final Acts acts;
    private final Supply supply;
    private final Intake intake;
    private final long tickNanos;
    private final Map<ResourceTrack, Blame> supplies = new HashMap<>();
    private final Map<ResourceTrack, Cause> full = new HashMap<>();

    /** @param listening whether the broker lets clients in */
    public Causes(RuleBook rules, boolean listening, long nowNanos, long epochMillis) {
        this.tickNanos = Words.tick(nowNanos);
        this.acts = new Acts(rules, listening, epochMillis);
        this.supply = new Supply(acts, tickNanos);
        this.intake = new Intake(acts, tickNanos);
    }

    /** Why a tank is as it is; null when it is healthy. */
    @Nullable
    public Cause of(ResourceTrack tank) {
        return switch (tank.tank()) {
            case EMPTY -> {
                Blame blame = lack(tank);
                yield new Cause(tank.id() + " is empty: " + blame.phrase(), blame.culprit());
            }
            case FULL -> overfull(tank);
            case NO_PRODUCER -> {
                Blame kept = acts.keptAway(tank);
                yield kept == null
                        ? new Cause("nobody offers or produces " + tank.id(), new Target.Resource(tank.id()))
                        : new Cause("nobody produces " + tank.id() + ": " + kept.phrase(), kept.culprit());
            }
            case FILLING, DRAINING, STEADY, NO_CONSUMER -> null;
        };
    }

    /** Why a stream is as it is; null when it is healthy. */
    @Nullable
    public Cause of(StreamTrack stream) {
        Target itself = new Target.OneStream(stream.id());
        String label = stream.label();
        Long since = stream.sinceNanos();
        String time = Words.duration(since == null ? 0 : Words.lasted(since, tickNanos));
        return switch (stream.flow()) {
            case STARVING -> starving(stream);
            case NOT_READING -> {
                long due = stream.state() instanceof ConsumerState state ? state.dueUnits() : 0;
                yield new Cause(
                        label + " has not read for " + time + ": " + Words.count(due)
                                + (due == 1 ? " unit waits" : " units wait") + " for it",
                        itself);
            }
            case PAUSED, THROTTLED -> cause(acts.heldNow(stream));
            case BLOCKED -> cause(acts.blocked(stream, label));
            case REQUEST_UNANSWERED ->
                new Cause(
                        label + " has not answered a request for "
                                + stream.tank().id() + " for " + time,
                        itself);
            case SILENT ->
                new Cause(label + " was asked for " + stream.tank().id() + " and has sent nothing for " + time, itself);
            case STOPPED_TANK_FULL -> overfull(stream.tank());
            case IDLE_TANK_FULL -> stream.tank().tank() == TankState.FULL ? overfull(stream.tank()) : null;
            case FLOWING, UNSOLICITED, WAITING_FOR_REQUEST, REQUESTED, PRODUCING, SATISFIED -> null;
        };
    }

    private Cause starving(StreamTrack stream) {
        ResourceTrack tank = stream.tank();
        ResourceState state = tank.state();
        long free = state.ledger().level() - state.dueUnits();
        if (free > 0) {
            return new Cause(
                    stream.label() + " starves: its share of the " + Words.count(free) + " units of " + tank.id()
                            + " has not come yet",
                    new Target.Resource(tank.id()));
        }
        Blame blame = lack(tank);
        return new Cause(stream.label() + " starves: " + tank.id() + " is empty; " + blame.phrase(), blame.culprit());
    }

    private Blame lack(ResourceTrack tank) {
        return supplies.computeIfAbsent(tank, supply::blame);
    }

    private Cause overfull(ResourceTrack tank) {
        return full.computeIfAbsent(tank, it -> {
            Blame blame = intake.blame(it);
            return new Cause(it.id() + " is full: " + blame.phrase(), blame.culprit());
        });
    }

    private static Cause cause(Blame blame) {
        return new Cause(blame.phrase(), blame.culprit());
    }
}
