package virdi.telemetry.cause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.Target;

/** Finds the operator's rule that holds a stream. Immutable. */
public final class RuleIndex {
    private final Map<Target, OperatorRule.Throttled> throttles = new HashMap<>();
    private final Map<Target, OperatorRule.Blocked> blocks = new HashMap<>();

    public RuleIndex(List<OperatorRule> rules) {
        for (OperatorRule rule : rules) {
            if (rule instanceof OperatorRule.Throttled throttle) {
                throttles.put(throttle.target(), throttle);
            } else if (rule instanceof OperatorRule.Blocked block) {
                blocks.put(block.target(), block);
            }
        }
    }

    /** The rule that holds a stream to a pace: the nearest to it, where several would. */
    OperatorRule.@Nullable Throttled throttle(StreamState stream, Pace pace) {
        for (Target target : targets(stream)) {
            OperatorRule.Throttled rule = throttles.get(target);
            if (rule != null && rule.pace().equals(pace)) {
                return rule;
            }
        }
        return null;
    }

    /** The rule that blocks a target. */
    OperatorRule.@Nullable Blocked block(Target target) {
        return blocks.get(target);
    }

    /** All blocks. */
    Iterable<OperatorRule.Blocked> blocks() {
        return blocks.values();
    }

    private static List<Target> targets(StreamState stream) {
        Target one = new Target.OneStream(stream.id());
        Target client = new Target.Client(stream.peer().client());
        if (stream instanceof ConsumerState consumer) {
            Target same = new Target.Consumption(
                    stream.peer().client(), consumer.spec().consumer());
            return List.of(one, same, client, new Target.Outflow(stream.resource()));
        }
        Target same = new Target.Production(stream.peer().client(), stream.resource());
        return List.of(one, same, client, new Target.Inflow(stream.resource()));
    }
}
