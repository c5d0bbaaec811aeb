package virdi.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How units move in the model: from productions into a tank, to consumers with credit, and back. */
final class ReferenceUnits {
    private final ReferenceBroker broker;
    /** Messages of nothing taken in this turn, by the model at least, of productions that are over: another may have been first. */
    private long doubtfulZeros;
    /** The same of those not taken, by the model at least, of productions that are over: a throttle may have let them pass. */
    private long untakenZeros;

    ReferenceUnits(ReferenceBroker broker) {
        this.broker = broker;
    }

    /** Takes what a production has sent, in order, until a throttle holds it, the tank is full, or nothing is left. */
    void visit(ReferenceProduction production) {
        visit(production, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** The same, up to the totals that were seen to be taken. */
    void visit(ReferenceProduction production, long seenUnits, long seenMessages) {
        long now = broker.now();
        ReferenceTank tank = production.tank;
        production.resumed = false;
        while (production.open && tank != null && !production.held && !production.waiting.isEmpty()) {
            long heldUntil = now;
            for (ReferenceThrottle throttle : broker.throttlesOf(production)) {
                if (!throttle.isOpen(now)
                        && (throttle.allowance(now) < 1 || broker.turn().isHeld(production))) {
                    heldUntil = Math.max(heldUntil, throttle.timeOfAllowance());
                    production.held = true;
                }
            }
            production.heldUntil = heldUntil;
            untakenZeros += production.held && broker.turn().isOver(production) ? leadingZeros(production) : 0;
            boolean isBeyond = production.messages >= seenMessages
                    || production.waiting.element() > seenUnits - production.accepted;
            if (!production.held && isBeyond) {
                return;
            }
            if (!production.held) {
                long units = production.waiting.remove();
                doubtfulZeros += units == 0 && broker.turn().foundFull(production.id) ? 1 : 0;
                broker.throttlesOf(production).forEach(throttle -> throttle.count(units, now));
                production.accepted += units;
                production.messages++;
                broker.messagesIn++;
                tank.accepted += units;
                put(tank, units);
            }
        }
        if (production.open && production.waiting.isEmpty() && production.finish != null) {
            broker.end(production, production.finish.code());
        }
    }

    /** How many messages of nothing were taken in a turn, within what can be told. */
    long zeros(long seen, List<ReferenceProduction> resumed) {
        long more = resumed.stream()
                .filter(production -> !production.open)
                .mapToLong(ReferenceUnits::leadingZeros)
                .sum();
        long zeros = Math.clamp(seen, -doubtfulZeros, more + untakenZeros);
        doubtfulZeros = 0;
        untakenZeros = 0;
        return zeros;
    }

    private static long leadingZeros(ReferenceProduction production) {
        return production.waiting.stream().takeWhile(units -> units == 0).count();
    }

    /** The last message of those that were seen to be taken; more than any when none was. */
    static long last(ReferenceProduction production, Turn seen) {
        if (production.resumedByRule) {
            return 0;
        }
        long left = seen.accepted(production.id) - production.accepted;
        if (left == 0 && (seen.messages(production.id) == production.messages || seen.foundFull(production.id))) {
            return Long.MAX_VALUE;
        }
        long messages = seen.messages(production.id) - production.messages;
        long last = 0;
        for (long units : production.waiting) {
            if (units > left || messages == 0) {
                break;
            }
            left -= units;
            messages--;
            // Of one that is over nobody knows how many messages of nothing it had taken after the last units.
            last = units == 0 && seen.isOver(production) ? last : units;
        }
        return last;
    }

    void resume(ReferenceProduction production, boolean byRule) {
        production.held = false;
        production.resumed = true;
        production.resumedByRule = byRule;
    }

    void put(ReferenceTank tank, long units) {
        tank.put(units, broker.now());
        distribute(tank);
    }

    /** Consumers with credit take what is free: as much as the broker was seen to give them, as far as it may. */
    void distribute(ReferenceTank tank) {
        // Those whose call turns out to be over come first: what they were given goes round once more.
        List<ReferenceConsumer> order = new ArrayList<>(tank.consumers);
        order.sort(Comparator.comparing(consumer -> !consumer.isLost));
        for (ReferenceConsumer consumer : order) {
            if (consumer.reserved && consumer.toAllot > 0 && allowance(consumer) > 0) {
                consumer.reserved = false;
                allot(consumer, 1);
            }
            long units = Math.min(Math.min(consumer.toAllot, tank.free), credit(consumer));
            if (units > 0) {
                tank.free -= units;
                allot(consumer, units);
            }
        }
        order.forEach(this::reserve);
        broker.demand.check(tank);
    }

    private void allot(ReferenceConsumer consumer, long units) {
        consumer.allot(units, broker.throttlesOf(consumer), broker.now());
        consumer.toAllot -= units;
    }

    /** A unit may be kept for a consumer with room that a throttle has held in this turn. */
    private void reserve(ReferenceConsumer consumer) {
        boolean may = consumer.ready
                && consumer.room(broker.now()) > 0
                && consumer.tank.free > 0
                && !broker.throttlesOf(consumer).isEmpty()
                && broker.throttlesOf(consumer).stream().noneMatch(throttle -> throttle.pace() == 0);
        // That of one whose call turns out to be over, or who takes no more, has come and gone within the turn.
        Line line = broker.turn().line(consumer.id);
        boolean takesNoMore = consumer.isLost || (!line.delivered().isEmpty() && !line.isReady());
        boolean unseen = takesNoMore && consumer.backlogged && allowance(consumer) == 0;
        boolean seen = unseen || broker.turn().isReserved(consumer.id);
        // From now on it waits for the throttle.
        consumer.backlogged &= allowance(consumer) > 0;
        if (may && !consumer.reserved && consumer.toAllot == 0 && seen) {
            consumer.reserve(broker.now());
            consumer.tank.free--;
        }
    }

    /** The units that a consumer may be given now without overfilling its client's buffer or passing a throttle. */
    long credit(ReferenceConsumer consumer) {
        return consumer.ready ? Math.min(consumer.room(broker.now()), allowance(consumer)) : 0;
    }

    private long allowance(ReferenceConsumer consumer) {
        long least = Long.MAX_VALUE;
        for (ReferenceThrottle throttle : broker.throttlesOf(consumer)) {
            least = Math.min(least, throttle.allowance(broker.now()));
        }
        return least;
    }

    void handOver(ReferenceConsumer consumer, Turn seen) {
        long now = broker.now();
        List<Long> delivered = seen.line(consumer.id).delivered();
        long coalescing = broker.settings.coalescing().toNanos();
        for (long units : delivered) {
            LawBroken.unless(
                    units >= 1 && units <= consumer.due,
                    "consumer %s was sent %s units where %s were due",
                    consumer.id,
                    units,
                    consumer.due);
            LawBroken.unless(
                    now >= consumer.nextMessage(coalescing),
                    "consumer %s was sent a message %s ns before its coalescing interval was over",
                    consumer.id,
                    consumer.nextMessage(coalescing) - now);
            consumer.handOver(units, now);
            consumer.tank.delivered += units;
            broker.messagesOut++;
        }
        if (consumer.isLost) {
            consumer.lose();
            broker.ready(consumer.id, false);
        } else if (!delivered.isEmpty()) {
            broker.ready(consumer.id, seen.line(consumer.id).isReady());
        }
    }

    void giveBack(ReferenceConsumer consumer) {
        put(consumer.tank, consumer.giveBack(broker.now()));
    }
}
