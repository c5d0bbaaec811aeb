package virdi.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import virdi.model.CloseStatus.Code;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.model.Units;

/** The operator's commands in the model: the effect of each, and whether it must be refused. */
final class ReferenceOperator {
    private final ReferenceBroker broker;

    ReferenceOperator(ReferenceBroker broker) {
        this.broker = broker;
    }

    /** Whether it was done; if not it must have changed nothing. */
    boolean apply(OperatorCommand command, long now) {
        if (broker.door.isShutDown()) {
            return false;
        }
        return switch (command) {
            case OperatorCommand.Throttle throttle -> throttle(throttle, now);
            case OperatorCommand.Unthrottle lift -> lifted(broker.rules.unthrottle(lasting(lift.target())));
            case OperatorCommand.Disconnect end -> disconnect(end.target());
            case OperatorCommand.Block block -> block(block, now);
            case OperatorCommand.Unblock lift -> lifted(broker.rules.unblock(lasting(lift.target())));
            case OperatorCommand.SetCapacity set -> setCapacity(set.resource(), set.capacityUnits());
            case OperatorCommand.Inject add -> inject(add.resource(), add.units());
            case OperatorCommand.Purge discard -> purge(discard.resource(), discard.units());
            case OperatorCommand.RequestNow ask -> request(ask.resource());
            case OperatorCommand.Listen listen -> listen.open() ? broker.door.opens() : broker.door.closes();
        };
    }

    private Target lasting(Target target) {
        return ReferenceTargets.lasting(target, broker);
    }

    private boolean throttle(OperatorCommand.Throttle command, long now) {
        Target target = lasting(command.target());
        boolean lawful = !(target instanceof Target.Resource)
                && !(target instanceof Target.OneStream)
                && command.pace().unitsPerMinute() <= Units.MAX_UINT32;
        if (lawful) {
            OperatorRule.Throttled rule =
                    new OperatorRule.Throttled(target, command.pace(), until(command.revertAfter(), now));
            broker.rules.throttle(rule, now);
            broker.ruleChanged(rule);
        }
        return lawful;
    }

    private boolean lifted(@Nullable OperatorRule rule) {
        if (rule != null) {
            broker.ruleChanged(rule);
        }
        return rule != null;
    }

    private boolean disconnect(Target target) {
        if (target instanceof Target.Inflow || target instanceof Target.Outflow) {
            return false;
        }
        List<StreamId> meant = meantBy(target);
        meant.forEach(id -> broker.endAny(id, Code.ABORTED));
        return !meant.isEmpty();
    }

    private boolean block(OperatorCommand.Block command, long now) {
        Target target = lasting(command.target());
        if (target instanceof Target.OneStream || target instanceof Target.Inflow || target instanceof Target.Outflow) {
            return false;
        }
        OperatorRule.Blocked rule =
                new OperatorRule.Blocked(target, command.reason().strip(), until(command.liftAfter(), now));
        broker.rules.block(rule);
        broker.ruleChanged(rule);
        meantBy(target).forEach(id -> broker.endAny(id, Code.ABORTED));
        return true;
    }

    private List<StreamId> meantBy(Target target) {
        List<StreamId> meant = new ArrayList<>();
        broker.offers.values().stream()
                .filter(offer -> ReferenceTargets.means(target, offer))
                .forEach(offer -> meant.add(offer.id));
        broker.productions.values().stream()
                .filter(production -> ReferenceTargets.means(target, production))
                .forEach(production -> meant.add(production.id));
        broker.consumers.values().stream()
                .filter(consumer -> ReferenceTargets.means(target, consumer))
                .forEach(consumer -> meant.add(consumer.id));
        return meant;
    }

    private boolean setCapacity(ResourceId resource, long units) {
        boolean lawful = broker.tanks.containsKey(resource) && isInRange(units);
        if (lawful) {
            if (units == broker.settings.capacityUnits()) {
                broker.rules.capacities.remove(resource);
            } else {
                broker.rules.capacities.put(resource, units);
            }
            broker.ruleChanged(new OperatorRule.CapacitySet(resource, units));
        }
        return lawful;
    }

    private boolean inject(ResourceId resource, long units) {
        ReferenceTank tank = broker.tanks.get(resource);
        boolean lawful = tank != null && isInRange(units) && level(tank) <= OperatorCommand.MAX_UNITS;
        if (tank != null && lawful) {
            tank.injected += units;
            broker.units.put(tank, units);
        }
        return lawful;
    }

    private static long level(ReferenceTank tank) {
        return tank.free
                + tank.consumers.stream().mapToLong(ReferenceConsumer::allotted).sum();
    }

    /** Only free units can be discarded: what is due is spoken for. */
    private boolean purge(ResourceId resource, long atMost) {
        ReferenceTank tank = broker.tanks.get(resource);
        if (tank == null || !isInRange(atMost)) {
            return false;
        }
        long units = Math.min(atMost, tank.free);
        tank.purged += units;
        tank.free -= units;
        broker.demand.check(tank);
        return units > 0;
    }

    private boolean request(ResourceId resource) {
        ReferenceTank tank = broker.tanks.get(resource);
        boolean asked = false;
        for (ReferenceOffer offer : tank == null ? List.<ReferenceOffer>of() : tank.offers) {
            asked |= broker.demand.askByHand(offer);
        }
        return asked;
    }

    private static boolean isInRange(long units) {
        return units >= 1 && units <= OperatorCommand.MAX_UNITS;
    }

    private static @Nullable Long until(@Nullable Duration after, long now) {
        return after == null ? null : TimeUnit.NANOSECONDS.toMillis(now) + after.toMillis();
    }
}
