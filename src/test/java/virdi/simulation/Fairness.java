package virdi.simulation;

import java.util.HashMap;
import java.util.Map;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.StreamId;

/**
 * Max-min fairness, over every window: while a consumer waits for units with credit left, nobody else of its resource is
 * given over one unit more than it. A running maximum over where the window begins stands for all windows: the lead of
 * one consumer over another grows with what the one is given, shrinks with what the other is, and never falls below
 * nothing.
 */
final class Fairness {
    private record Pair(StreamId ahead, StreamId waiting) {}

    private final Map<Pair, Long> leads = new HashMap<>();

    void forget() {
        leads.clear();
    }

    void check(BrokerSnapshot before, BrokerSnapshot after) {
        Map<StreamId, ConsumerState> earlier = new HashMap<>();
        before.consumers().forEach(consumer -> earlier.put(consumer.id(), consumer));
        Map<Pair, Long> going = new HashMap<>();
        for (ConsumerState waiting : after.consumers()) {
            ConsumerState was = earlier.get(waiting.id());
            if (waiting.backlogged() && was != null && was.backlogged()) {
                for (ConsumerState ahead : after.consumers()) {
                    if (ahead.resource().equals(waiting.resource())
                            && !ahead.id().equals(waiting.id())) {
                        Pair pair = new Pair(ahead.id(), waiting.id());
                        ConsumerState aheadWas = earlier.get(ahead.id());
                        long gain = claims(ahead) - (aheadWas == null ? 0 : claims(aheadWas));
                        long lead = Math.max(0, leads.getOrDefault(pair, 0L)) + gain - (claims(waiting) - claims(was));
                        LawBroken.unless(
                                lead <= 1,
                                "consumer %s was given %s units more than %s, which waits with credit",
                                ahead.id(),
                                lead,
                                waiting.id());
                        going.put(pair, lead);
                    }
                }
            }
        }
        leads.clear();
        leads.putAll(going);
    }

    private static long claims(ConsumerState consumer) {
        return consumer.deliveredUnits() + consumer.dueUnits();
    }
}
