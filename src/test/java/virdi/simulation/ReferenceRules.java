package virdi.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.OperatorRule;
import virdi.model.ResourceId;
import virdi.model.Target;

/** The operators' rules in the model. */
final class ReferenceRules {
    /** A throttle holds each direction separately. */
    private record Throttled(OperatorRule.Throttled rule, ReferenceThrottle inbound, ReferenceThrottle outbound) {}

    private final Map<Target, Throttled> throttles = new HashMap<>();
    private final Map<Target, OperatorRule.Blocked> blocks = new HashMap<>();
    final Map<ResourceId, Long> capacities = new HashMap<>();

    void throttle(OperatorRule.Throttled rule, long now) {
        long pace = rule.pace().unitsPerMinute();
        Throttled old = throttles.get(rule.target());
        Throttled laid = old == null
                ? new Throttled(rule, new ReferenceThrottle(pace, now), new ReferenceThrottle(pace, now))
                : new Throttled(rule, old.inbound, old.outbound);
        laid.inbound.setPace(pace, now);
        laid.outbound.setPace(pace, now);
        throttles.put(rule.target(), laid);
    }

    OperatorRule.@Nullable Throttled unthrottle(Target target) {
        Throttled lifted = throttles.remove(target);
        return lifted == null ? null : lifted.rule;
    }

    void block(OperatorRule.Blocked rule) {
        blocks.put(rule.target(), rule);
    }

    OperatorRule.@Nullable Blocked unblock(Target target) {
        return blocks.remove(target);
    }

    boolean isBlocked(Target... targets) {
        for (Target target : targets) {
            if (blocks.containsKey(target)) {
                return true;
            }
        }
        return false;
    }

    List<ReferenceThrottle> ofProduction(ClientId client, ResourceId resource) {
        List<ReferenceThrottle> found = new ArrayList<>();
        for (Target target : List.of(
                new Target.Production(client, resource), new Target.Client(client), new Target.Inflow(resource))) {
            Throttled throttled = throttles.get(target);
            if (throttled != null) {
                found.add(throttled.inbound);
            }
        }
        return found;
    }

    List<ReferenceThrottle> ofConsumer(ClientId client, ConsumerId consumer, ResourceId resource) {
        List<ReferenceThrottle> found = new ArrayList<>();
        for (Target target : List.of(
                new Target.Consumption(client, consumer), new Target.Client(client), new Target.Outflow(resource))) {
            Throttled throttled = throttles.get(target);
            if (throttled != null) {
                found.add(throttled.outbound);
            }
        }
        return found;
    }

    /** Removes and tells the rules whose time is over. */
    List<OperatorRule> expire(long now) {
        List<OperatorRule> over = new ArrayList<>();
        for (Throttled throttled : List.copyOf(throttles.values())) {
            if (isOver(throttled.rule.untilEpochMillis(), now)) {
                over.add(throttled.rule);
                throttles.remove(throttled.rule.target());
            }
        }
        for (OperatorRule.Blocked block : List.copyOf(blocks.values())) {
            if (isOver(block.untilEpochMillis(), now)) {
                over.add(block);
                blocks.remove(block.target());
            }
        }
        return over;
    }

    private static boolean isOver(@Nullable Long untilEpochMillis, long now) {
        return untilEpochMillis != null && TimeUnit.MILLISECONDS.toNanos(untilEpochMillis) <= now;
    }

    Set<OperatorRule> all() {
        Set<OperatorRule> all = new HashSet<>(blocks.values());
        throttles.values().forEach(throttled -> all.add(throttled.rule));
        capacities.forEach((resource, units) -> all.add(new OperatorRule.CapacitySet(resource, units)));
        return all;
    }
}
