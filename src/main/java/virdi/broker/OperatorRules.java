package virdi.broker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSettings;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.ConsumerId;
import virdi.model.OperatorRule;
import virdi.model.ResourceId;
import virdi.model.Target;

/**
 * The operators' rules in force: throttles, blocks and capacities, each until lifted or until its time, and whether anybody
 * is let in at all. Broker's thread only.
 */
final class OperatorRules {
    /** A fast flow is let go this many times in a coalescing interval, not once a unit. */
    private static final int LOOKS_PER_INTERVAL = 8;

    private final Timers timers;
    private final long pauseNanos;
    private final Listener expired;
    private final Map<Target, Throttling> throttlings = new LinkedHashMap<>();
    private final Map<Target, Blocking> blockings = new LinkedHashMap<>();
    private final Map<ResourceId, Long> capacities = new TreeMap<>();
    private boolean listening = true;
    private @Nullable List<OperatorRule> list;

    OperatorRules(Timers timers, BrokerSettings settings, Listener expired) {
        this.timers = timers;
        this.pauseNanos = settings.coalescing().toNanos() / LOOKS_PER_INTERVAL;
        this.expired = expired;
    }

    /** Told of a rule that came or went. */
    interface Listener {
        void changed(OperatorRule rule, long nowNanos);
    }

    private record Throttling(
            OperatorRule.Throttled rule, ThrottleMeter inbound, ThrottleMeter outbound, Timers.Timer expiry) {}

    private record Blocking(OperatorRule.Blocked rule, Timers.Timer expiry) {}

    /** Holds a target to a pace; what its meters have counted stays counted. */
    void throttle(OperatorRule.Throttled rule, long nowNanos) {
        Throttling old = removeThrottling(rule.target());
        int rank = rankOf(rule.target());
        ThrottleMeter inbound = old == null ? new ThrottleMeter(timers, rule.pace(), 0, rank, nowNanos) : old.inbound;
        ThrottleMeter outbound =
                old == null ? new ThrottleMeter(timers, rule.pace(), pauseNanos, rank, nowNanos) : old.outbound;
        inbound.setPace(rule.pace(), nowNanos);
        outbound.setPace(rule.pace(), nowNanos);
        Timers.Timer expiry = Timers.of(now -> {
            unthrottle(rule.target());
            expired.changed(rule, now);
        });
        throttlings.put(rule.target(), new Throttling(rule, inbound, outbound, expiry));
        expire(expiry, rule.untilEpochMillis());
        list = null;
    }

    /** The meters of a client are passed after those of its streams, and before those of a resource. */
    private static int rankOf(Target target) {
        return switch (target) {
            case Target.Client of -> 2;
            case Target.Inflow of -> 3;
            case Target.Outflow of -> 3;
            default -> 1;
        };
    }

    /** Lifts a throttle; null when there was none. */
    OperatorRule.@Nullable Throttled unthrottle(Target target) {
        Throttling old = removeThrottling(target);
        list = null;
        return old == null ? null : old.rule;
    }

    private @Nullable Throttling removeThrottling(Target target) {
        Throttling old = throttlings.remove(target);
        if (old != null) {
            timers.cancel(old.expiry);
        }
        return old;
    }

    /** Those whom a throttle held take what its new pace allows. */
    void serveWaiting(Target target, long nowNanos) {
        Throttling throttling = throttlings.get(target);
        if (throttling != null) {
            throttling.outbound.serveWaiting(nowNanos);
        }
    }

    OperatorRule.@Nullable Throttled throttleOf(Target target) {
        Throttling found = throttlings.get(target);
        return found == null ? null : found.rule;
    }

    void block(OperatorRule.Blocked rule) {
        unblock(rule.target());
        Timers.Timer expiry = Timers.of(now -> {
            unblock(rule.target());
            expired.changed(rule, now);
        });
        blockings.put(rule.target(), new Blocking(rule, expiry));
        expire(expiry, rule.untilEpochMillis());
        list = null;
    }

    /** Lifts a block; null when there was none. */
    OperatorRule.@Nullable Blocked unblock(Target target) {
        Blocking old = blockings.remove(target);
        if (old == null) {
            return null;
        }
        timers.cancel(old.expiry);
        list = null;
        return old.rule;
    }

    OperatorRule.@Nullable Blocked blockOf(Target target) {
        Blocking found = blockings.get(target);
        return found == null ? null : found.rule;
    }

    void setCapacity(ResourceId resource, long units) {
        capacities.put(resource, units);
        list = null;
    }

    void forgetCapacity(ResourceId resource) {
        capacities.remove(resource);
        list = null;
    }

    OptionalLong capacityOf(ResourceId resource) {
        Long units = capacities.get(resource);
        return units == null ? OptionalLong.empty() : OptionalLong.of(units);
    }

    private void expire(Timers.Timer expiry, @Nullable Long untilEpochMillis) {
        if (untilEpochMillis != null) {
            timers.set(expiry, TimeUnit.MILLISECONDS.toNanos(untilEpochMillis));
        }
    }

    ThrottleChain productionThrottles(ClientId client, ResourceId resource) {
        return throttles(
                true, new Target.Production(client, resource), new Target.Client(client), new Target.Inflow(resource));
    }

    ThrottleChain consumptionThrottles(ClientId client, ConsumerId consumer, ResourceId resource) {
        return throttles(
                false,
                new Target.Consumption(client, consumer),
                new Target.Client(client),
                new Target.Outflow(resource));
    }

    private ThrottleChain throttles(boolean inbound, Target... targets) {
        if (throttlings.isEmpty()) {
            return ThrottleChain.NONE;
        }
        List<ThrottleMeter> found = new ArrayList<>(targets.length);
        for (Target target : targets) {
            Throttling throttling = throttlings.get(target);
            if (throttling != null) {
                found.add(inbound ? throttling.inbound : throttling.outbound);
            }
        }
        return found.isEmpty() ? ThrottleChain.NONE : new ThrottleChain(found);
    }

    boolean productionBlocked(ClientId client, ResourceId resource) {
        return blockings.containsKey(new Target.Production(client, resource));
    }

    /** Lets clients in, or nobody. */
    void listen(boolean open) {
        listening = open;
    }

    boolean isListening() {
        return listening;
    }

    /** How a stream is refused because nobody is let in, or a block of one of these targets forbids it; else null. */
    @Nullable
    CloseStatus refusal(Target... targets) {
        if (!listening) {
            return CloseStatus.SHUTTING_DOWN;
        }
        for (Target target : targets) {
            Blocking blocking = blockings.get(target);
            if (blocking != null) {
                String reason = blocking.rule.reason();
                return new CloseStatus(
                        CloseStatus.Code.PERMISSION_DENIED,
                        target.label() + " is blocked by the operator" + (reason.isEmpty() ? "" : ": " + reason));
            }
        }
        return null;
    }

    /** All rules in force; the same list while none changes. */
    List<OperatorRule> list() {
        List<OperatorRule> known = list;
        if (known == null) {
            List<OperatorRule> all = new ArrayList<>();
            throttlings.values().forEach(throttling -> all.add(throttling.rule));
            blockings.values().forEach(blocking -> all.add(blocking.rule));
            capacities.forEach((resource, units) -> all.add(new OperatorRule.CapacitySet(resource, units)));
            known = List.copyOf(all);
            list = known;
        }
        return known;
    }
}
