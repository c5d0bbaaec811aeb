package virdi.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSettings;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.CloseStatus.Code;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.InitialState;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;

/**
 * The protocol as a plain sequential program: slow, obvious, exact. It is told the acts of a turn in their order and what
 * was seen of the real broker, and predicts levels, demand, requests, endings and accepted units exactly.
 *
 * <p>The protocol leaves one thing free: which consumer gets how much of what is short, and when within a coalescing
 * interval. There the model follows the broker and only says whether it may: see {@link ReferenceUnits}. Whether it should have done more is asked by {@link Progress} and {@link Fairness}.
 */
final class ReferenceBroker {
    /** At paces above 150 million a minute, a throttle may let go a microsecond late. */
    private static final long LATE_RELEASE_NANOS = 1_000;

    final BrokerSettings settings;
    final ReferenceRules rules = new ReferenceRules();
    final Map<ResourceId, ReferenceTank> tanks = new TreeMap<>();
    final Map<StreamId, ReferenceOffer> offers = new LinkedHashMap<>();
    final Map<StreamId, ReferenceProduction> productions = new LinkedHashMap<>();
    final Map<StreamId, ReferenceConsumer> consumers = new LinkedHashMap<>();
    final Map<StreamId, End> ends = new HashMap<>();
    final ReferenceDemand demand = new ReferenceDemand(this);
    final ReferenceUnits units = new ReferenceUnits(this);
    final ReferenceDoor door = new ReferenceDoor(this);
    private final ReferenceOperator operator = new ReferenceOperator(this);
    long messagesIn;
    long messagesOut;
    private @Nullable Turn turn;
    private long now;

    /** How a stream must end: with one of these statuses and so many units. */
    record End(Set<Code> codes, long units) {}

    /** Something that clients or operators have done. */
    interface Act {
        void on(ReferenceBroker broker);
    }

    ReferenceBroker(BrokerSettings settings, InitialState opening, long now) {
        this.settings = settings;
        this.now = now;
        for (OperatorRule rule : opening.rules()) {
            switch (rule) {
                case OperatorRule.Throttled throttle -> rules.throttle(throttle, now);
                case OperatorRule.Blocked block -> rules.block(block);
                case OperatorRule.CapacitySet capacity ->
                    rules.capacities.put(capacity.resource(), capacity.capacityUnits());
            }
        }
        opening.levels().forEach(this::newTank);
    }

    long now() {
        return now;
    }

    /** The acts that the broker must have done in a turn. */
    void turn(Turn seen, List<Act> acts) {
        turn = seen;
        now = seen.now();
        ends.clear();
        demand.forgetRequests();
        List<ReferenceProduction> resumed = productions.values().stream()
                .filter(production -> production.resumed)
                .toList();
        consumers.values().forEach(consumer -> consumer.foresee(seen));
        noteSharedThrottles();
        passTime();
        if (acts.isEmpty()) {
            tanks.values().forEach(units::distribute);
        }
        for (Act act : acts) {
            act.on(this);
            noteSharedThrottles();
        }
        // Which of those that a throttle releases together comes first is free. The one with the largest message comes
        // last here, and of two such the one that was held: if any order explains what was seen, then this one. Who has
        // something left looks once more, since another one may have been first after all.
        List<ReferenceProduction> inTurn = resumed.stream()
                .sorted(Comparator.<ReferenceProduction>comparingLong(
                                production -> ReferenceUnits.last(production, seen))
                        .thenComparing(production ->
                                !production.resumedByRule && seen.isHeld(production.id, production.accepted)))
                .toList();
        Stream.concat(inTurn.stream(), inTurn.stream())
                .forEach(production ->
                        units.visit(production, seen.accepted(production.id), seen.messages(production.id)));
        // Messages of nothing that came before another production filled the tank leave no trace but their number.
        messagesIn += units.zeros(seen.picture().messagesIn() - messagesIn, resumed);
        // What could not be handed over is free again before the others are sent what they get of it.
        consumers.values().stream()
                .sorted(Comparator.comparing(consumer -> !consumer.isLost))
                .forEach(consumer -> units.handOver(consumer, seen));
        for (ReferenceConsumer consumer : consumers.values()) {
            consumer.backlogged = seen.isBacklogged(consumer.id);
            LawBroken.unless(
                    consumer.toAllot == 0,
                    "consumer %s was allotted %s units too many: its credit is %s, free units are %s",
                    consumer.id,
                    consumer.toAllot,
                    units.credit(consumer),
                    consumer.tank.free);
        }
        demand.readTransports(seen);
    }

    private void passTime() {
        rules.expire(now).forEach(this::ruleChanged);
        for (ReferenceProduction production : List.copyOf(productions.values())) {
            if (production.tank == null
                    && production.openedAt + settings.firstMessageTimeout().toNanos() <= now) {
                end(production, Code.DEADLINE_EXCEEDED);
            }
        }
        offers.values().forEach(demand::askAgainInTime);
        for (ReferenceProduction production : productions.values()) {
            if (production.held && now >= production.heldUntil) {
                // Somebody else may have been quicker.
                for (ReferenceThrottle throttle : throttlesOf(production)) {
                    if (throttle.allowance(now) < 1) {
                        production.heldUntil = Math.max(production.heldUntil, throttle.timeOfAllowance());
                    }
                }
            }
            boolean mayBeReleased = production.held && now >= production.heldUntil;
            boolean mustBe = mayBeReleased
                    && now
                            >= production.heldUntil
                                    + ReferenceThrottle.doubt(throttlesOf(production))
                                    + LATE_RELEASE_NANOS;
            if (mustBe || (mayBeReleased && !turn().isHeld(production.id, production.accepted))) {
                units.resume(production, false);
            }
        }
    }

    // Clients act

    void offer(StreamId id, ClientId client, ResourceId resource, boolean ready) {
        Set<Code> refusals = door.refusals(client, resource, new Target.Client(client), new Target.Resource(resource));
        if (!refusals.isEmpty()) {
            ends.put(id, new End(refusals, 0));
            return;
        }
        ReferenceTank tank = tank(resource);
        ReferenceOffer offer = new ReferenceOffer(
                id, client, tank, ready, settings.firstRepeat().toNanos());
        offers.put(id, offer);
        tank.offers.add(offer);
        demand.begins(offer);
    }

    void openProduction(StreamId id, ClientId client) {
        Set<Code> refusals = door.refusals(client, null, new Target.Client(client));
        if (!refusals.isEmpty()) {
            ends.put(id, new End(refusals, 0));
            return;
        }
        productions.put(id, new ReferenceProduction(id, client, now));
    }

    void init(StreamId id, ResourceId resource) {
        ReferenceProduction production = productions.get(id);
        if (production == null) {
            return;
        }
        Set<Code> refusals = EnumSet.noneOf(Code.class);
        if (rules.isBlocked(new Target.Resource(resource), new Target.Production(production.client, resource))) {
            refusals.add(Code.PERMISSION_DENIED);
        }
        door.addIfNotCreated(resource, refusals);
        if (!refusals.isEmpty()) {
            end(production, refusals);
            return;
        }
        ReferenceTank tank = tank(resource);
        production.tank = tank;
        production.unsolicited =
                tank.offers.stream().noneMatch(offer -> offer.client.equals(production.client) && offer.asked);
        tank.productions.add(production);
        demand.answered(production.client, tank);
        if (tank.isFull()) {
            end(production, Code.RESOURCE_EXHAUSTED);
        }
    }

    void produce(StreamId id, List<Long> amounts, @Nullable CloseStatus finish) {
        ReferenceProduction production = productions.get(id);
        if (production != null) {
            production.waiting.addAll(amounts);
            if (finish != null) {
                production.finish = finish;
            }
            units.visit(production);
        }
    }

    void consume(StreamId id, ClientId client, ConsumptionSpec spec, boolean ready) {
        Set<Code> refusals = door.refusals(
                client,
                spec.resource(),
                new Target.Client(client),
                new Target.Resource(spec.resource()),
                new Target.Consumption(client, spec.consumer()));
        if (door.isOpen() && isConsuming(client, spec.consumer())) {
            refusals.add(Code.ALREADY_EXISTS);
        }
        if (!refusals.isEmpty()) {
            ends.put(id, new End(refusals, 0));
            return;
        }
        ReferenceTank tank = tank(spec.resource());
        ReferenceConsumer consumer = new ReferenceConsumer(id, client, spec, tank, settings, ready, now);
        consumer.foresee(turn());
        consumers.put(id, consumer);
        tank.consumers.add(consumer);
        units.distribute(tank);
    }

    /** A transport says whether it takes messages. */
    void ready(StreamId id, boolean ready) {
        ReferenceOffer offer = offers.get(id);
        if (offer != null) {
            demand.ready(offer, ready);
        }
        ReferenceConsumer consumer = consumers.get(id);
        if (consumer != null && consumer.ready != ready) {
            consumer.ready = ready;
            consumer.unchangedSince = now;
            if (!ready) {
                units.giveBack(consumer);
            }
            units.distribute(consumer.tank);
        }
    }

    void cancel(StreamId id) {
        ReferenceProduction production = productions.get(id);
        if (production != null) {
            units.visit(production);
        }
        endAny(id, Code.CANCELLED);
    }

    // The operator acts

    boolean operate(OperatorCommand command) {
        return operator.apply(command, now);
    }

    void shutDown() {
        door.shutDown();
    }

    /** All that is open, offers before productions before consumers, each in the order they came. */
    List<StreamId> openStreams() {
        List<StreamId> open = new ArrayList<>(offers.keySet());
        open.addAll(productions.keySet());
        open.addAll(consumers.keySet());
        return open;
    }

    /** A rule came or went: those it concerns find out. */
    void ruleChanged(OperatorRule rule) {
        switch (rule) {
            case OperatorRule.Throttled throttle -> throttleChanged(throttle.target());
            case OperatorRule.Blocked block -> {
                if (block.target() instanceof Target.Production of) {
                    demand.blockChanged(of);
                }
            }
            case OperatorRule.CapacitySet capacity -> {
                ReferenceTank tank = tank(capacity.resource());
                tank.setCapacity(capacityOf(tank.id), settings.resumePercent());
                demand.check(tank);
            }
        }
    }

    private void throttleChanged(Target target) {
        for (ReferenceProduction production : productions.values()) {
            if (production.held && ReferenceTargets.means(target, production)) {
                units.resume(production, true);
            }
        }
        List<ReferenceConsumer> meant = consumers.values().stream()
                .filter(consumer -> ReferenceTargets.means(target, consumer))
                .toList();
        meant.forEach(consumer -> consumer.throttled(now));
        for (ReferenceConsumer consumer : meant) {
            if (throttlesOf(consumer).stream().anyMatch(throttle -> throttle.pace() == 0)) {
                units.giveBack(consumer);
            }
            units.distribute(consumer.tank);
        }
    }

    // Streams end

    void endAny(StreamId id, Code code) {
        ReferenceOffer offer = offers.remove(id);
        if (offer != null) {
            offer.tank.offers.remove(offer);
            ends.put(id, new End(EnumSet.of(code), 0));
        }
        ReferenceProduction production = productions.get(id);
        if (production != null) {
            end(production, code);
        }
        ReferenceConsumer consumer = consumers.remove(id);
        if (consumer != null) {
            consumer.tank.consumers.remove(consumer);
            ends.put(id, new End(EnumSet.of(code), consumer.handed));
            units.giveBack(consumer);
        }
    }

    void end(ReferenceProduction production, Code code) {
        end(production, EnumSet.of(code));
    }

    private void end(ReferenceProduction production, Set<Code> codes) {
        production.open = false;
        productions.remove(production.id);
        ends.put(production.id, new End(codes, production.accepted));
        if (production.tank != null) {
            production.tank.productions.remove(production);
            demand.productionEnded(production, production.tank);
        }
    }

    // Finding

    private ReferenceTank tank(ResourceId resource) {
        ReferenceTank known = tanks.get(resource);
        return known == null ? newTank(resource, 0) : known;
    }

    private ReferenceTank newTank(ResourceId resource, long opening) {
        ReferenceTank tank = new ReferenceTank(resource, opening, capacityOf(resource), settings.resumePercent(), now);
        tanks.put(resource, tank);
        return tank;
    }

    private long capacityOf(ResourceId resource) {
        return rules.capacities.getOrDefault(resource, settings.capacityUnits());
    }

    List<ReferenceThrottle> throttlesOf(ReferenceProduction production) {
        return production.tank == null ? List.of() : rules.ofProduction(production.client, production.tank.id);
    }

    List<ReferenceThrottle> throttlesOf(ReferenceConsumer consumer) {
        return rules.ofConsumer(consumer.client, consumer.spec.consumer(), consumer.tank.id);
    }

    private void noteSharedThrottles() {
        ReferenceThrottle.noteSharing(Stream.concat(
                consumers.values().stream().map(this::throttlesOf),
                productions.values().stream().map(this::throttlesOf)));
    }

    private boolean isConsuming(ClientId client, ConsumerId consumer) {
        return consumers.values().stream()
                .anyMatch(open ->
                        open.client.equals(client) && open.spec.consumer().equals(consumer));
    }

    Turn turn() {
        if (turn == null) {
            throw new IllegalStateException("no turn has been taken");
        }
        return turn;
    }
}
