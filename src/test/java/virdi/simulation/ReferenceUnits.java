package virdi.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How units move in the model: from productions into a tank, to consumers with credit, and back. */
final class ReferenceUnits {
    private final ReferenceBroker broker;

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
                if (throttle.allowance(now) < 1) {
                    heldUntil = Math.max(heldUntil, throttle.timeOfAllowance());
                    production.held = true;
                }
            }
            production.heldUntil = heldUntil;
            boolean isBeyond = production.messages >= seenMessages
                    || production.waiting.element() > seenUnits - production.accepted;
            if (!production.held && isBeyond) {
                return;
            }
            if (!production.held) {
                long units = production.waiting.remove();
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

    /** The last message of those that were seen to be taken; more than any when none was. */
    static long last(ReferenceProduction production, Turn seen) {
        if (production.resumedByRule) {
            return 0;
        }
        long left = seen.accepted(production.id) - production.accepted;
        if (left == 0 && (seen.messages(production.id) == production.messages || seen.foundFull(production.id))) {
            return Long.MAX_VALUE;
        }
        long last = 0;
        for (long units : production.waiting) {
            if (units > left) {
                break;
            }
            left -= units;
            last = units == 0 ? last : units;
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
            long units = Math.min(Math.min(consumer.toAllot, tank.free), credit(consumer));
            if (units > 0) {
                consumer.allot(units, broker.throttlesOf(consumer), broker.now());
                consumer.toAllot -= units;
                tank.free -= units;
            }
        }
        broker.demand.check(tank);
    }

    /** What a consumer may be given now without overfilling its client's buffer or passing a throttle. */
    long credit(ReferenceConsumer consumer) {
        long credit = consumer.ready ? consumer.room(broker.now()) : 0;
        for (ReferenceThrottle throttle : broker.throttlesOf(consumer)) {
            credit = Math.min(credit, throttle.allowance(broker.now()));
        }
        return credit;
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
