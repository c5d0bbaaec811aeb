package virdi.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import virdi.model.StreamId;

/**
 * Nobody starves, also where it is a throttle that is short: of those who share one, nobody is passed over again and again
 * while others are served. Whoever is held by nothing that does not hold the others as well has its turn before they have
 * had theirs twice.
 */
final class Starvation {
    /** How often each of the others may be served before. */
    private static final int ROUNDS = 2;

    private record Waiting(StreamId id, List<ReferenceThrottle> throttles, boolean waits, boolean served) {}

    private final Map<StreamId, Long> units = new HashMap<>();
    private final Map<StreamId, Integer> passes = new HashMap<>();

    void forget() {
        units.clear();
        passes.clear();
    }

    void check(ReferenceBroker model) {
        List<Waiting> consumers = new ArrayList<>();
        for (ReferenceConsumer consumer : model.consumers.values()) {
            boolean waits = consumer.ready && consumer.tank.free > 0 && consumer.room(model.now()) > 0;
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
                passes.remove(waiting.id);
                continue;
            }
            long rivals = all.stream()
                    .filter(rival -> rival.throttles.containsAll(waiting.throttles))
                    .count();
            boolean passedOver =
                    all.stream().anyMatch(rival -> rival.served && rival.throttles.containsAll(waiting.throttles));
            if (passedOver) {
                int times = passes.merge(waiting.id, 1, Integer::sum);
                LawBroken.unless(
                        times <= ROUNDS * rivals,
                        "%s has been passed over %s times by %s others that share its throttles",
                        waiting.id,
                        times,
                        rivals);
            }
        }
    }
}
