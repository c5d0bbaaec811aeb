package virdi.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import virdi.model.StreamId;

/**
 * Fairness also where it is a throttle that is short: whoever is held by nothing that does not hold another as well has its
 * turn before that one has had its turn twice more. And nobody starves: a stream is not passed over again and again by
 * others at each of the places where it may have to wait.
 */
final class Starvation {
    /** How often each of the others may be served before. */
    private static final int ROUNDS = 2;

    /** The same at one place at least, of those that a stream passes one after the other, and may have to pass again. */
    private static final int ROUNDS_SOMEWHERE = 2 * ROUNDS;

    /** A consumer whose buffer has room again may take so much of a coalescing interval to be looked at. */
    private static final int LOOKS_PER_INTERVAL = 8;

    /**
     * @param throttles that hold it
     * @param gates where it may wait: its throttles and, for a consumer, the tank
     * @param waits whether it would go on if nothing of these held it
     * @param lacksUnits whether it waits for what its tank does not have
     */
    private record Waiting(
            StreamId id,
            List<ReferenceThrottle> throttles,
            List<Object> gates,
            boolean waits,
            boolean lacksUnits,
            boolean served) {
        boolean isHeldWherever(Waiting other) {
            return throttles.containsAll(other.throttles);
        }
    }

    /** How often one went ahead of another; at one gate, or by all the throttles of the one that waits. */
    private record Pass(StreamId ahead, StreamId waiting, Object gate) {}

    private final Map<StreamId, Long> units = new HashMap<>();
    private final Map<StreamId, List<Object>> gates = new HashMap<>();
    private final Map<Pass, Integer> passes = new HashMap<>();

    void forget() {
        units.clear();
        gates.clear();
        passes.clear();
    }

    void check(ReferenceBroker model) {
        List<Waiting> consumers = new ArrayList<>();
        long unseen = model.settings.coalescing().toNanos() / LOOKS_PER_INTERVAL;
        for (ReferenceConsumer consumer : model.consumers.values()) {
            boolean hasRoom = consumer.timeOfRoom() <= model.now() - unseen;
            boolean waits = consumer.ready && (consumer.reserved || hasRoom);
            boolean lacksUnits = !consumer.reserved && consumer.tank.free == 0;
            boolean served = isServed(consumer.id, consumer.handed + consumer.due);
            List<ReferenceThrottle> throttles = model.throttlesOf(consumer);
            List<Object> gates = new ArrayList<>(throttles);
            gates.add(consumer.tank);
            consumers.add(new Waiting(consumer.id, throttles, gates, waits, lacksUnits, served));
        }
        count(consumers);
        List<Waiting> productions = new ArrayList<>();
        for (ReferenceProduction production : model.productions.values()) {
            boolean served = isServed(production.id, production.messages);
            List<ReferenceThrottle> throttles = model.throttlesOf(production);
            productions.add(
                    new Waiting(production.id, throttles, List.copyOf(throttles), production.held, false, served));
        }
        count(productions);
    }

    private boolean isServed(StreamId id, long total) {
        Long before = units.put(id, total);
        return before != null && total > before;
    }

    private void count(List<Waiting> all) {
        for (Waiting waiting : all) {
            boolean isElsewhere = !waiting.gates.equals(gates.put(waiting.id, waiting.gates));
            if (isElsewhere || !waiting.waits || waiting.served || waiting.throttles.isEmpty()) {
                passes.keySet().removeIf(pass -> pass.waiting.equals(waiting.id));
                continue;
            }
            if (waiting.lacksUnits) {
                passes.keySet().removeIf(pass -> pass.waiting.equals(waiting.id) && pass.gate == this);
            }
            int most = Integer.MAX_VALUE;
            for (Object gate : waiting.gates) {
                most = Math.min(most, passesAt(gate, waiting, all));
            }
            LawBroken.unless(
                    most <= ROUNDS_SOMEWHERE,
                    "%s has been passed over %s times and more wherever it has to wait",
                    waiting.id,
                    most);
            if (!waiting.lacksUnits) {
                for (Waiting rival : all) {
                    if (rival.served && rival.isHeldWherever(waiting)) {
                        LawBroken.unless(
                                pass(rival, waiting, this) <= ROUNDS,
                                "%s has been passed over more than %s times by %s, which its throttles hold as well",
                                waiting.id,
                                ROUNDS,
                                rival.id);
                    }
                }
            }
        }
    }

    /** How often somebody has been served at a gate since one that waits was. */
    private int passesAt(Object gate, Waiting waiting, List<Waiting> all) {
        int most = 0;
        for (Waiting rival : all) {
            if (rival.gates.contains(gate)) {
                most = Math.max(most, rival.served ? pass(rival, waiting, gate) : passesOf(rival, waiting, gate));
            }
        }
        return most;
    }

    private int pass(Waiting rival, Waiting waiting, Object gate) {
        return passes.merge(new Pass(rival.id, waiting.id, gate), 1, Integer::sum);
    }

    private int passesOf(Waiting rival, Waiting waiting, Object gate) {
        return passes.getOrDefault(new Pass(rival.id, waiting.id, gate), 0);
    }
}
