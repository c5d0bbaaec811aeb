package virdi.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.CloseStatus;
import virdi.model.Ledger;
import virdi.model.Pace;
import virdi.model.StreamId;
import virdi.model.Target;

/** Whether the broker has done in a turn what the model predicts, and shows it so. */
final class Comparison {
    private Comparison() {}

    static void check(ReferenceBroker model, Turn turn, int openPorts) {
        endings(model, turn);
        requests(model, turn);
        BrokerSnapshot picture = turn.picture();
        resources(model, picture);
        picture.offers().forEach(seen -> offer(model, seen));
        picture.productions().forEach(seen -> production(model, seen));
        picture.consumers().forEach(seen -> consumer(model, seen, turn.now()));
        long silent = model.productions.values().stream()
                .filter(production -> production.tank == null)
                .count();
        LawBroken.unlessEqual((long) picture.opening(), silent, "silent productions");
        LawBroken.unlessEqual(
                picture.offers().stream().map(OfferState::id).toList(),
                List.copyOf(model.offers.keySet()),
                "open offers");
        LawBroken.unlessEqual(
                picture.productions().stream().map(ProductionState::id).toList(),
                model.productions.values().stream()
                        .filter(production -> production.tank != null)
                        .map(production -> production.id)
                        .toList(),
                "open productions");
        LawBroken.unlessEqual(
                picture.consumers().stream().map(ConsumerState::id).toList(),
                List.copyOf(model.consumers.keySet()),
                "open consumers");
        LawBroken.unlessEqual(openPorts, model.openStreams().size(), "streams that the loop remembers");
        LawBroken.unlessEqual(new HashSet<>(picture.rules()), model.rules.all(), "rules in force");
        LawBroken.unlessEqual(picture.listening(), model.door.isOpen(), "the broker listens");
        LawBroken.unlessEqual(picture.messagesIn(), model.messagesIn, "messages in");
        LawBroken.unlessEqual(picture.messagesOut(), model.messagesOut, "messages out");
    }

    private static void endings(ReferenceBroker model, Turn turn) {
        Set<StreamId> ended = new HashSet<>();
        for (Line line : turn.lines().values()) {
            @Nullable CloseStatus ending = line.ending();
            if (ending != null) {
                ended.add(line.id());
                ReferenceBroker.End expected = model.ends.get(line.id());
                LawBroken.unless(expected != null, "stream %s ended with %s", line.id(), ending);
                if (expected != null) {
                    LawBroken.unless(
                            expected.codes().contains(ending.code()),
                            "stream %s ended with %s, expected %s",
                            line.id(),
                            ending,
                            expected.codes());
                    LawBroken.unlessEqual(line.endUnits(), expected.units(), "units at the end of %s", line.id());
                }
            }
        }
        LawBroken.unlessEqual(ended, model.ends.keySet(), "streams that ended");
    }

    /** On an offer that ended in this turn a request may have come before, for what nobody sees: it means nothing any more. */
    private static void requests(ReferenceBroker model, Turn turn) {
        Map<StreamId, Integer> sent = new HashMap<>();
        Map<StreamId, Integer> expected = new HashMap<>(model.demand.requests());
        for (Line line : turn.lines().values()) {
            if (line.ending() != null) {
                expected.remove(line.id());
            } else if (line.requests() > 0) {
                sent.put(line.id(), line.requests());
            }
        }
        LawBroken.unlessEqual(sent, expected, "requests sent");
    }

    private static void resources(ReferenceBroker model, BrokerSnapshot picture) {
        LawBroken.unlessEqual(
                picture.resources().stream().map(ResourceState::id).toList(),
                List.copyOf(model.tanks.keySet()),
                "resources");
        for (ResourceState seen : picture.resources()) {
            ReferenceTank tank = model.tanks.get(seen.id());
            if (tank == null) {
                continue;
            }
            LawBroken.unlessEqual(seen.ledger().difference(), 0L, "units of %s invented", seen.id());
            long due = tank.consumers.stream()
                    .mapToLong(ReferenceConsumer::allotted)
                    .sum();
            Ledger ledger = new Ledger(
                    tank.opening, tank.accepted, tank.injected, tank.delivered, tank.free + due, tank.purged);
            LawBroken.unlessEqual(seen.ledger(), ledger, "ledger of %s", seen.id());
            LawBroken.unlessEqual(seen.dueUnits(), due, "units of %s due to consumers", seen.id());
            LawBroken.unlessEqual(seen.demand(), tank.demand, "demand for %s", seen.id());
            LawBroken.unlessEqual(seen.fullSinceNanos() == null, tank.demand, "full %s has no demand", seen.id());
            LawBroken.unlessEqual(seen.marks().capacityUnits(), tank.capacity, "capacity of %s", seen.id());
            LawBroken.unlessEqual(seen.marks().resumeUnits(), tank.resume, "resume mark of %s", seen.id());
            boolean empty = tank.free == 0
                    && picture.consumers().stream()
                            .anyMatch(consumer ->
                                    consumer.backlogged() && consumer.resource().equals(seen.id()));
            LawBroken.unlessEqual(seen.emptySinceNanos() != null, empty, "%s is empty and somebody waits", seen.id());
        }
    }

    private static void offer(ReferenceBroker model, OfferState seen) {
        ReferenceOffer offer = model.offers.get(seen.id());
        if (offer != null) {
            LawBroken.unlessEqual(seen.requestsSent(), offer.requests, "requests sent to %s", seen.id());
            LawBroken.unlessEqual(
                    Objects.requireNonNullElse(seen.unansweredSinceNanos(), 0L),
                    Objects.requireNonNullElse(offer.unansweredSince, 0L),
                    "since when requests to %s are unanswered",
                    seen.id());
            LawBroken.unlessEqual(
                    seen.producing(), offer.tank.isProducing(offer.client), "offer %s is producing", seen.id());
            LawBroken.unlessEqual(
                    seen.blocked(),
                    model.rules.isBlocked(new Target.Production(offer.client, offer.tank.id)),
                    "production of offer %s is blocked",
                    seen.id());
        }
    }

    private static void production(ReferenceBroker model, ProductionState seen) {
        ReferenceProduction production = model.productions.get(seen.id());
        if (production != null) {
            LawBroken.unlessEqual(seen.acceptedUnits(), production.accepted, "units accepted of %s", seen.id());
            LawBroken.unlessEqual(seen.acceptedMessages(), production.messages, "messages of %s", seen.id());
            LawBroken.unlessEqual(seen.unsolicited(), production.unsolicited, "%s is unsolicited", seen.id());
            LawBroken.unlessEqual(seen.held(), production.held, "%s is held by a throttle", seen.id());
            LawBroken.unlessEqual(
                    pace(seen.throttle()), least(model.throttlesOf(production)), "throttle of %s", seen.id());
        }
    }

    private static void consumer(ReferenceBroker model, ConsumerState seen, long now) {
        ReferenceConsumer consumer = model.consumers.get(seen.id());
        if (consumer == null) {
            return;
        }
        LawBroken.unlessEqual(seen.dueUnits(), consumer.allotted(), "units due to %s", seen.id());
        LawBroken.unlessEqual(seen.reservedUnits() > 0, consumer.reserved, "a unit is reserved for %s", seen.id());
        LawBroken.unlessEqual(seen.deliveredUnits(), consumer.handed, "units handed to %s", seen.id());
        LawBroken.unlessEqual(seen.deliveredMessages(), consumer.messages, "messages to %s", seen.id());
        LawBroken.unlessEqual(seen.ready(), consumer.ready, "%s is ready", seen.id());
        LawBroken.unlessEqual(seen.fillTargetUnits(), consumer.fillTarget, "fill target of %s", seen.id());
        LawBroken.unlessEqual(pace(seen.throttle()), least(model.throttlesOf(consumer)), "throttle of %s", seen.id());
        double level = consumer.buffer.level(now);
        double tolerance = 1e-6 * (1 + consumer.bufferLimit);
        LawBroken.unless(
                Math.abs(seen.bufferedUnitsAt(now) - level) <= tolerance,
                "the buffer of %s is shown with %s units, expected %s",
                seen.id(),
                seen.bufferedUnitsAt(now),
                level);
    }

    /** The pace as a number, -1 for none. */
    private static long pace(@Nullable Pace pace) {
        return pace == null ? -1 : pace.unitsPerMinute();
    }

    private static long least(List<ReferenceThrottle> throttles) {
        return throttles.stream().mapToLong(ReferenceThrottle::pace).min().orElse(-1);
    }
}
