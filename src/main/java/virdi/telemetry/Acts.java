package virdi.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.Target;

/** Tells which of the operator's own acts holds streams. Immutable. */
final class Acts {
    private static final double MILLIS_PER_SECOND = 1000;

    private final RuleBook rules;
    private final boolean listening;
    private final long epochMillis;

    Acts(RuleBook rules, boolean listening, long epochMillis) {
        this.rules = rules;
        this.listening = listening;
        this.epochMillis = epochMillis;
    }

    /** "you throttled furnace-1 to 60/min; it lifts in 3 min". */
    Blame heldNow(StreamTrack stream) {
        OperatorRule.Throttled rule = rule(stream);
        Blame held = held(stream, stream.label());
        if (rule == null || rule.untilEpochMillis() == null) {
            return held;
        }
        String when = Forecast.in(Math.max(0, rule.untilEpochMillis() - epochMillis) / MILLIS_PER_SECOND);
        return when.isEmpty() ? held : new Blame(held.phrase() + "; it lifts " + when, held.culprit());
    }

    /** "you paused 3 producers", or what holds all of them: "you paused the inflow of iron". */
    Blame held(List<StreamTrack> streams, String who, String many) {
        StreamTrack first = streams.getFirst();
        if (streams.size() == 1) {
            return held(first, who);
        }
        OperatorRule.Throttled rule = rule(first);
        boolean one = rule != null && streams.stream().allMatch(it -> rule.equals(rule(it)));
        if (one) {
            return held(first, first.label());
        }
        boolean paused = first.flow() == FlowState.PAUSED;
        return new Blame(
                "you " + (paused ? "paused " : "throttled ") + streams.size() + " " + many,
                held(first, who).culprit());
    }

    /** "you blocked smelter-1: being repaired". */
    Blame blocked(StreamTrack stream, String who) {
        Target.Production production = new Target.Production(stream.client.id(), stream.tank.id());
        for (Target target :
                List.of(production, new Target.Client(stream.client.id()), new Target.Resource(stream.tank.id()))) {
            OperatorRule.Blocked block = rules.block(target);
            if (block != null) {
                return blocked(block, who);
            }
        }
        return new Blame("you blocked " + who, new Target.OneStream(stream.id()));
    }

    /** Why nobody is there at all: what keeps the producers of a resource away, the port or a block; null when none does. */
    @Nullable
    Blame keptAway(ResourceTrack tank) {
        if (!listening) {
            return new Blame("the broker is not listening (start it in the toolbar)", new Target.Resource(tank.id()));
        }
        OperatorRule.Blocked whole = rules.block(new Target.Resource(tank.id()));
        if (whole != null) {
            return blocked(whole, tank.id().value());
        }
        for (OperatorRule.Blocked block : rules.blocks()) {
            if (block.target() instanceof Target.Production production
                    && production.resource().equals(tank.id())) {
                return blocked(block, production.client().value());
            }
        }
        return null;
    }

    /** Why nobody at all can be there, of whatever kind; null while clients are let in. */
    @Nullable
    Blame shutOut(ResourceTrack tank) {
        return listening
                ? null
                : new Blame("the broker is not listening (start it in the toolbar)", new Target.Resource(tank.id()));
    }

    private Blame held(StreamTrack stream, String who) {
        Pace pace = stream.throttle();
        OperatorRule.Throttled rule = rule(stream);
        Target target = rule == null ? new Target.OneStream(stream.id()) : rule.target();
        String whom = who;
        if (target instanceof Target.Client client) {
            whom = "client " + client.client();
        } else if (target instanceof Target.Inflow inflow) {
            whom = "the inflow of " + inflow.resource();
        } else if (target instanceof Target.Outflow outflow) {
            whom = "the outflow of " + outflow.resource();
        }
        if (pace == null || pace.isPaused()) {
            return new Blame("you paused " + whom, target);
        }
        return new Blame("you throttled " + whom + " to " + Words.rate(pace.unitsPerMinute()), target);
    }

    private OperatorRule.@Nullable Throttled rule(StreamTrack stream) {
        Pace pace = stream.throttle();
        return pace == null ? null : rules.throttle(stream.state(), pace);
    }

    private static Blame blocked(OperatorRule.Blocked block, String who) {
        return new Blame(
                "you blocked " + who + (block.reason().isBlank() ? "" : ": " + block.reason()), block.target());
    }
}
