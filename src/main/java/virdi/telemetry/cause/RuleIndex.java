package virdi.telemetry.cause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.Pace;
import virdi.model.Rule;
import virdi.model.Target;

/** Finds the operator's rule that holds a stream. Immutable. */
public final class RuleIndex {
    private final Map<Target, Rule.Throttle> throttles = new HashMap<>();
    private final Map<Target, Rule.Block> blocks = new HashMap<>();

    public RuleIndex(List<Rule> rules) {
        for (Rule rule : rules) {
            if (rule instanceof Rule.Throttle throttle) {
                throttles.put(throttle.target(), throttle);
            } else if (rule instanceof Rule.Block block) {
                blocks.put(block.target(), block);
            }
        }
    }

    /** The rule that holds a stream to a pace: the nearest to it, where several would. */
    Rule.@Nullable Throttle throttle(StreamState stream, Pace pace) {
        for (Target target : targets(stream)) {
            Rule.Throttle rule = throttles.get(target);
            if (rule != null && rule.pace().equals(pace)) {
                return rule;
            }
        }
        return null;
    }

    /** The rule that blocks a target. */
    Rule.@Nullable Block block(Target target) {
        return blocks.get(target);
    }

    /** All blocks. */
    Iterable<Rule.Block> blocks() {
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
