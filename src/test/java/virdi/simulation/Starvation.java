package virdi.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import virdi.model.StreamId;

/**
 * Fairness also where it is a throttle that is short: whoever is held by nothing that does not hold another as well has its
 * turn before that one has had its turn twice more.
 */
final class Starvation {
    /** How often each of the others may be served before. */
    private static final int ROUNDS = 2;

    /** A consumer whose buffer has room again may take so much of a coalescing interval to be looked at. */
    private static final int LOOKS_PER_INTERVAL = 8;

    private record Waiting(StreamId id, List<ReferenceThrottle> throttles, boolean waits, boolean served) {
        boolean isHeldWherever(Waiting other) {
            return throttles.containsAll(other.throttles);
        }
    }

    private record Pair(StreamId ahead, StreamId waiting) {}

    private final Map<StreamId, Long> units = new HashMap<>();
    private final Map<Pair, Integer> passes = new HashMap<>();

    void forget() {
        units.clear();
        passes.clear();
    }

    void check(ReferenceBroker model) {
        List<Waiting> consumers = new ArrayList<>();
        long unseen = model.settings.coalescing().toNanos() / LOOKS_PER_INTERVAL;
        for (ReferenceConsumer consumer : model.consumers.values()) {
            boolean hasRoom = consumer.timeOfRoom() <= model.now() - unseen;
            boolean waits = consumer.ready && (consumer.reserved || (consumer.tank.free > 0 && hasRoom));
            boolean served = isServed(consumer.id, consumer.handed + consumer.due);
            consumers.add(new Waiting(consumer.id, model.throttlesOf(consumer), waits, served));
        }
        count(consumers);
        List<Waiting> productions = new ArrayList<>();
        for (ReferenceProduction production : model.productions.values()) {
            boolean served = isServed(production.id, production.messages);
            productions.add(new Waiting(production.id, model.throttlesOf(production), production.held, served));
        }
        count(productions);
    }

    private boolean isServed(StreamId id, long total) {
        Long before = units.put(id, total);
        return before != null && total > before;
    }

    private void count(List<Waiting> all) {
        for (Waiting waiting : all) {
            if (!waiting.waits || waiting.served || waiting.throttles.isEmpty()) {
                passes.keySet().removeIf(pair -> pair.waiting.equals(waiting.id));
                continue;
            }
            for (Waiting rival : all) {
                if (rival.served && rival.isHeldWherever(waiting)) {
                    int times = passes.merge(new Pair(rival.id, waiting.id), 1, Integer::sum);
                    LawBroken.unless(
                            times <= ROUNDS,
                            "%s has been passed over %s times by %s, which its throttles hold as well",
                            waiting.id,
                            times,
                            rival.id);
                }
            }
        }
    }
}
