package virdi.telemetry.cause;

import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.Target;
import virdi.telemetry.Forecast;
import virdi.telemetry.OperatorDiagnosis;
import virdi.telemetry.OperatorDiagnosis.BlockedByRule;
import virdi.telemetry.OperatorDiagnosis.HeldByRule;
import virdi.telemetry.OperatorDiagnosis.PortClosed;
import virdi.telemetry.StreamGroup;
import virdi.telemetry.track.ResourceTrack;
import virdi.telemetry.track.StreamTrack;

/** Finds the operator's rules that hold or block streams. Immutable. */
final class RuleFinder {
    private static final double MILLIS_PER_SECOND = 1000;

    private final RuleIndex rules;
    private final boolean listening;
    private final long epochMillis;

    RuleFinder(RuleIndex rules, boolean listening, long epochMillis) {
        this.rules = rules;
        this.listening = listening;
        this.epochMillis = epochMillis;
    }

    /** The throttle that holds a stream. */
    HeldByRule held(StreamTrack stream, StreamGroup group) {
        Pace pace = stream.throttle();
        OperatorRule.Throttled rule = rule(stream);
        Target target = rule == null ? new Target.OneStream(stream.id()) : rule.target();
        return new HeldByRule(target, group, pace == null ? Pace.PAUSED : pace);
    }

    /**
     * The throttles that hold streams of one tank: as one, when one rule holds all of them.
     *
     * @param streams not empty
     * @param only whether the first is the tank's only producer or consumer
     */
    HeldByRule held(List<StreamTrack> streams, boolean only) {
        StreamTrack first = streams.getFirst();
        OperatorRule.Throttled rule = rule(first);
        boolean one = streams.size() == 1 || rule != null && streams.stream().allMatch(it -> rule.equals(rule(it)));
        return held(first, new StreamGroup(one ? 1 : streams.size(), first.label(), only && streams.size() == 1));
    }

    /** When the throttle of a stream ends; null when it does not, or not soon. */
    @Nullable
    Long liftsInSeconds(StreamTrack stream) {
        OperatorRule.Throttled rule = rule(stream);
        return rule == null || rule.untilEpochMillis() == null
                ? null
                : Forecast.coarse(Math.max(0, rule.untilEpochMillis() - epochMillis) / MILLIS_PER_SECOND);
    }

    /** The rule that blocks a stream. */
    BlockedByRule blocked(StreamTrack stream, StreamGroup group) {
        Target client = new Target.Client(stream.client().id());
        Target production =
                new Target.Production(stream.client().id(), stream.tank().id());
        for (Target target :
                List.of(production, client, new Target.Resource(stream.tank().id()))) {
            OperatorRule.Blocked block = rules.block(target);
            if (block != null) {
                return new BlockedByRule(target, group, block.reason());
            }
        }
        return new BlockedByRule(new Target.OneStream(stream.id()), group, "");
    }

    /** Why a tank has no producer at all: the closed port or a block; null when neither keeps one away. */
    @Nullable
    OperatorDiagnosis keptAway(ResourceTrack tank) {
        PortClosed closed = portClosed(tank);
        if (closed != null) {
            return closed;
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

    /** Why a tank has no client at all; null while the broker lets clients in. */
    @Nullable
    PortClosed portClosed(ResourceTrack tank) {
        return listening ? null : new PortClosed(new Target.Resource(tank.id()));
    }

    private OperatorRule.@Nullable Throttled rule(StreamTrack stream) {
        Pace pace = stream.throttle();
        return pace == null ? null : rules.throttle(stream.state(), pace);
    }

    private static BlockedByRule blocked(OperatorRule.Blocked block, String name) {
        return new BlockedByRule(block.target(), StreamGroup.one(name), block.reason());
    }
}
