package virdi.broker;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSettings;
import virdi.model.CloseStatus;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Outcome;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.model.Units;

/**
 * Carries out operator commands. Each is done wholly or refused with a sentence; what was done tells the command that
 * takes it back. Broker's thread only.
 */
final class CommandHandler {
    private final BrokerSettings settings;
    private final OperatorRules rules;
    private final Tanks tanks;
    private final OpenStreams streams;
    private final Journal journal;
    private final SnapshotMaker snapshots;
    private final StreamCloser closer;
    private final OperatorRules.Listener ruleListener;

    /** @param ruleListener told of each rule that a command lays down or lifts */
    CommandHandler(
            BrokerSettings settings,
            OperatorRules rules,
            Tanks tanks,
            OpenStreams streams,
            Journal journal,
            SnapshotMaker snapshots,
            StreamCloser closer,
            OperatorRules.Listener ruleListener) {
        this.settings = settings;
        this.rules = rules;
        this.tanks = tanks;
        this.streams = streams;
        this.journal = journal;
        this.snapshots = snapshots;
        this.closer = closer;
        this.ruleListener = ruleListener;
    }

    Outcome apply(OperatorCommand command, long now) {
        Outcome outcome = switch (command) {
            case OperatorCommand.Throttle throttle -> throttle(throttle, now);
            case OperatorCommand.Unthrottle lift -> unthrottle(lasting(lift.target()), now);
            case OperatorCommand.Disconnect end -> disconnect(end.target(), end.reason(), now);
            case OperatorCommand.Block block -> block(block, now);
            case OperatorCommand.Unblock lift -> unblock(lasting(lift.target()), now);
            case OperatorCommand.SetCapacity set -> setCapacity(set.resource(), set.capacityUnits(), now);
            case OperatorCommand.Inject add -> inject(add.resource(), add.units(), now);
            case OperatorCommand.Purge discard -> purge(discard.resource(), discard.units(), now);
            case OperatorCommand.RequestNow requestIfWanted -> request(requestIfWanted.resource(), now);
            case OperatorCommand.Listen listen -> listen(listen.open(), now);
        };
        if (outcome instanceof Outcome.Done done) {
            journal.operator(resourceOf(command), done.summary(), now);
        }
        return outcome;
    }

    private Outcome throttle(OperatorCommand.Throttle command, long now) {
        Target target = lasting(command.target());
        if (target instanceof Target.Resource || target instanceof Target.OneStream) {
            return refused(
                    "expected an open production or consumer, a client, an inflow or an outflow to throttle, not "
                            + target.label());
        }
        Pace pace = command.pace();
        if (pace.unitsPerMinute() > Units.MAX_UINT32) {
            return refused("expected a pace of 0 to " + grouped(Units.MAX_UINT32) + " per minute");
        }
        OperatorRule.Throttled before = rules.throttleOf(target);
        OperatorRule.Throttled rule = new OperatorRule.Throttled(target, pace, until(command.revertAfter(), now));
        rules.throttle(rule, now);
        ruleListener.changed(rule, now);
        String what = pace.isPaused() ? " paused" : " throttled to " + grouped(pace.unitsPerMinute()) + "/min";
        return new Outcome.Done(
                target.label() + what + within(command.revertAfter()), undoThrottle(target, before, now));
    }

    private Outcome unthrottle(Target target, long now) {
        OperatorRule.Throttled before = rules.unthrottle(target);
        if (before == null) {
            return refused(target.label() + " is not throttled");
        }
        ruleListener.changed(before, now);
        return new Outcome.Done("throttle of " + target.label() + " lifted", undoThrottle(target, before, now));
    }

    private static OperatorCommand undoThrottle(Target target, OperatorRule.@Nullable Throttled before, long now) {
        return before == null
                ? new OperatorCommand.Unthrottle(target)
                : new OperatorCommand.Throttle(target, before.pace(), remaining(before.untilEpochMillis(), now));
    }

    private Outcome disconnect(Target target, String reason, long now) {
        if (target instanceof Target.Inflow || target instanceof Target.Outflow) {
            return refused(
                    "expected a stream, client, resource, production or consumer to disconnect, not " + target.label());
        }
        int ended = endAll(of(target), aborted(reason), now);
        return ended == 0
                ? refused(target.label() + " has no open stream")
                : new Outcome.Done(target.label() + " disconnected (" + streams(ended) + ")" + because(reason), null);
    }

    private static CloseStatus aborted(String reason) {
        return new CloseStatus(
                CloseStatus.Code.ABORTED, reason.isBlank() ? "disconnected by the operator" : reason.strip());
    }

    private int endAll(Predicate<BrokerStream> which, CloseStatus status, long now) {
        List<BrokerStream> found = streams.all().filter(which).toList();
        found.forEach(stream -> closer.end(stream, status, now));
        return found.size();
    }

    private static Predicate<BrokerStream> of(Target target) {
        return stream -> TargetMatcher.concerns(target, stream);
    }

    private Outcome block(OperatorCommand.Block command, long now) {
        Target target = lasting(command.target());
        if (target instanceof Target.OneStream || target instanceof Target.Inflow || target instanceof Target.Outflow) {
            return refused("expected a client, resource, production or consumer to block, not " + target.label());
        }
        OperatorRule.Blocked before = rules.blockOf(target);
        OperatorRule.Blocked rule =
                new OperatorRule.Blocked(target, command.reason().strip(), until(command.liftAfter(), now));
        rules.block(rule);
        ruleListener.changed(rule, now);
        int ended = endAll(of(target), aborted(command.reason()), now);
        OperatorCommand undo = before == null
                ? new OperatorCommand.Unblock(target)
                : new OperatorCommand.Block(target, before.reason(), remaining(before.untilEpochMillis(), now));
        String how = ended == 0 ? "" : " (" + streams(ended) + " ended)";
        return new Outcome.Done(target.label() + " blocked" + within(command.liftAfter()) + how, undo);
    }

    private Outcome unblock(Target target, long now) {
        OperatorRule.Blocked before = rules.unblock(target);
        if (before == null) {
            return refused(target.label() + " is not blocked");
        }
        ruleListener.changed(before, now);
        return new Outcome.Done(
                target.label() + " no longer blocked",
                new OperatorCommand.Block(target, before.reason(), remaining(before.untilEpochMillis(), now)));
    }

    private Outcome setCapacity(ResourceId resource, long units, long now) {
        Tank tank = tanks.find(resource);
        if (tank == null) {
            return unknown(resource);
        }
        if (isOutOfRange(units)) {
            return outOfRange("capacity", units);
        }
        long before = tank.marks().capacityUnits();
        if (units == settings.capacityUnits()) {
            rules.forgetCapacity(resource);
        } else {
            rules.setCapacity(resource, units);
        }
        ruleListener.changed(new OperatorRule.CapacitySet(resource, units), now);
        return new Outcome.Done(
                "capacity of " + resource + " set to " + grouped(units) + " (was " + grouped(before) + ")",
                new OperatorCommand.SetCapacity(resource, before));
    }

    private Outcome inject(ResourceId resource, long units, long now) {
        Tank tank = tanks.find(resource);
        if (tank == null) {
            return unknown(resource);
        }
        if (isOutOfRange(units) || tank.levelUnits() > OperatorCommand.MAX_UNITS) {
            return outOfRange("amount to inject", units);
        }
        tank.inject(units, now);
        return new Outcome.Done(
                grouped(units) + " units injected into " + resource, new OperatorCommand.Purge(resource, units));
    }

    private Outcome purge(ResourceId resource, long units, long now) {
        Tank tank = tanks.find(resource);
        if (tank == null) {
            return unknown(resource);
        }
        if (isOutOfRange(units)) {
            return outOfRange("amount to purge", units);
        }
        long purged = tank.purge(units, now);
        return purged == 0
                ? refused(resource + " has no unit to purge")
                : new Outcome.Done(
                        grouped(purged) + " units purged from " + resource,
                        new OperatorCommand.Inject(resource, purged));
    }

    private Outcome request(ResourceId resource, long now) {
        Tank tank = tanks.find(resource);
        if (tank == null) {
            return unknown(resource);
        }
        List<OfferStream> offers = tank.offers();
        long requested =
                offers.stream().filter(offer -> offer.requestByHand(now)).count();
        if (requested == 0) {
            return refused(
                    offers.isEmpty()
                            ? "nobody offers " + resource
                            : "all who offer " + resource + " are producing it already or are blocked");
        }
        return new Outcome.Done(
                resource + " requested by hand from " + requested + (requested == 1 ? " offer" : " offers"), null);
    }

    /** Lets clients in, or ends all streams and lets nobody in. Letting them in again does not bring the streams back. */
    Outcome listen(boolean open, long now) {
        if (open == rules.isListening()) {
            return refused(open ? "the broker is listening already" : "the broker does not listen");
        }
        rules.listen(open);
        snapshots.rulesChanged();
        if (open) {
            return new Outcome.Done("listening again", null);
        }
        int ended = endAll(stream -> true, CloseStatus.SHUTTING_DOWN, now);
        String how = ended == 0 ? "" : " (" + streams(ended) + " ended)";
        return new Outcome.Done("stopped listening" + how, new OperatorCommand.Listen(true));
    }

    /** A production or consumer outlives its stream; a rule is laid on what lasts. */
    private Target lasting(Target target) {
        BrokerStream stream = target instanceof Target.OneStream one ? streams.find(one.stream()) : null;
        if (stream == null) {
            return target;
        }
        return switch (stream) {
            case OfferStream offer ->
                new Target.Production(offer.peer().client(), offer.tank().id());
            case ProductionStream production ->
                production.isBound()
                        ? new Target.Production(
                                production.peer().client(), production.tank().id())
                        : target;
            case ConsumerStream consumer ->
                new Target.Consumption(consumer.peer().client(), consumer.spec().consumer());
        };
    }

    private static @Nullable ResourceId resourceOf(OperatorCommand command) {
        return switch (command) {
            case OperatorCommand.SetCapacity set -> set.resource();
            case OperatorCommand.Inject add -> add.resource();
            case OperatorCommand.Purge discard -> discard.resource();
            case OperatorCommand.RequestNow requestIfWanted -> requestIfWanted.resource();
            default -> null;
        };
    }

    private static @Nullable Long until(@Nullable Duration after, long now) {
        return after == null ? null : TimeUnit.NANOSECONDS.toMillis(now) + after.toMillis();
    }

    private static @Nullable Duration remaining(@Nullable Long untilEpochMillis, long now) {
        return untilEpochMillis == null
                ? null
                : Duration.ofMillis(Math.max(0, untilEpochMillis - TimeUnit.NANOSECONDS.toMillis(now)));
    }

    private static boolean isOutOfRange(long units) {
        return units < 1 || units > OperatorCommand.MAX_UNITS;
    }

    private static Outcome outOfRange(String what, long units) {
        return refused("expected a " + what + " of 1 to " + grouped(OperatorCommand.MAX_UNITS) + " units, not "
                + grouped(units));
    }

    private static Outcome unknown(ResourceId resource) {
        return refused("no resource is called " + resource);
    }

    private static Outcome refused(String reason) {
        return new Outcome.Refused(reason);
    }

    private static String within(@Nullable Duration duration) {
        return duration == null ? "" : " for " + duration.toSeconds() + " s";
    }

    private static String because(String reason) {
        return reason.isBlank() ? "" : ": " + reason.strip();
    }

    private static String streams(int count) {
        return count + (count == 1 ? " stream" : " streams");
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
