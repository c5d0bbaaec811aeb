package virdi.simulation;

import java.util.Map;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.StreamId;

/** Nothing waits that could move: what the model says may move for some time must have moved. */
final class Progress {
    /** Those who share a throttle wake together, so many times in a coalescing interval. */
    private static final int BEATS = 8;

    /**
     * Checks a broker that has done all it was asked.
     *
     * @param slack how many nanoseconds after the first possible moment are soon enough
     */
    void check(ReferenceBroker model, BrokerSnapshot picture, Map<StreamId, Line> lines, long slack) {
        long now = model.now();
        for (ConsumerState seen : picture.consumers()) {
            ReferenceConsumer consumer = model.consumers.get(seen.id());
            if (consumer != null) {
                consumer(model, consumer, seen, now - slack);
            }
        }
        for (ReferenceProduction production : model.productions.values()) {
            if (production.tank != null) {
                production(model, production, lines, now - slack);
            }
        }
    }

    /**
     * A consumer with credit gets free units as soon as there are any, and what is due to it leaves, as soon as the
     * coalescing interval after its last message is over.
     */
    private static void consumer(ReferenceBroker model, ReferenceConsumer consumer, ConsumerState seen, long longAgo) {
        boolean waits = seen.backlogged();
        LawBroken.unless(
                !waits || (consumer.ready && consumer.tank.free == 0),
                "consumer %s waits for units: ready %s, free %s",
                consumer.id,
                consumer.ready,
                consumer.tank.free);
        LawBroken.unless(
                !waits || consumer.room(model.now()) > 0, "consumer %s waits for units without credit", consumer.id);
        if (!consumer.ready) {
            LawBroken.unless(consumer.due == 0, "units are due to %s, which does not read", consumer.id);
            return;
        }
        long coalescing = model.settings.coalescing().toNanos();
        long beat = coalescing / BEATS;
        long nextMessage = consumer.nextMessage(coalescing);
        LawBroken.unless(
                consumer.due == 0 || longAgo <= Math.max(consumer.unchangedSince, nextMessage),
                "%s units due to consumer %s have not been sent",
                consumer.due,
                consumer.id);
        boolean throttled = !model.throttlesOf(consumer).isEmpty();
        long allowed = 0;
        for (ReferenceThrottle throttle : model.throttlesOf(consumer)) {
            long time = throttle.timeOfAllowance();
            allowed = Math.max(allowed, time == ReferenceBucket.NEVER ? time : time + throttle.lag());
        }
        LawBroken.unless(
                !consumer.reserved || longAgo <= later(Math.max(allowed, consumer.unchangedSince), beat),
                "a unit is reserved for consumer %s, and no throttle holds it",
                consumer.id);
        long credit = Math.max(Math.max(consumer.timeOfRoom(), nextMessage), allowed);
        if (throttled) {
            credit = later(credit, beat);
        }
        if (consumer.tank.free > 0) {
            LawBroken.unless(
                    longAgo <= Math.max(credit, consumer.tank.freeSince),
                    "consumer %s has had credit for %s ns and gets none of %s free units",
                    consumer.id,
                    model.now() - Math.max(credit, consumer.tank.freeSince),
                    consumer.tank.free);
        } else {
            LawBroken.unless(
                    waits || longAgo <= credit,
                    "consumer %s has had credit for %s ns and does not wait for units",
                    consumer.id,
                    model.now() - credit);
        }
    }

    private static long later(long time, long nanos) {
        return time < ReferenceBucket.NEVER - nanos ? time + nanos : time;
    }

    /** A production's messages are taken as soon as all throttles allow a unit; then it may send more. */
    private static void production(
            ReferenceBroker model, ReferenceProduction production, Map<StreamId, Line> lines, long longAgo) {
        Line line = lines.get(production.id);
        if (line == null) {
            return;
        }
        LawBroken.unless(
                line.credit() + production.waiting.size() <= line.window(),
                "production %s may send %s messages while %s wait",
                production.id,
                line.credit(),
                production.waiting.size());
        if (production.waiting.isEmpty()) {
            LawBroken.unless(line.credit() > 0, "production %s may send no more", production.id);
            return;
        }
        long allowed = 0;
        for (ReferenceThrottle throttle : model.throttlesOf(production)) {
            long time = throttle.timeOfAllowance();
            allowed = Math.max(allowed, time == ReferenceBucket.NEVER ? time : time + throttle.doubt());
        }
        LawBroken.unless(
                production.held && longAgo <= allowed,
                "%s messages of production %s wait for nothing",
                production.waiting.size(),
                production.id);
    }
}
