package virdi.ui.map.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.StreamView;

/**
 * A graph of all streams. Each stream leads from a client to a tank or from a tank to a client. We assume that
 * everything a client consumes goes into everything it produces. Immutable; any thread.
 *
 * <p>A path consists of two separate walks, one with the flow and one against it. One mixed walk would connect all
 * clients that share a tank. Each end is visited once, so loops end and the cost is at most the number of streams.
 */
public final class FlowGraph {
    /**
     * A stream as an edge.
     *
     * @param from a client or a tank, like {@code to}
     */
    private record Lead(StreamId stream, Object from, Object to) {}

    private final Map<StreamId, Lead> leads = new HashMap<>();
    /** Outgoing edges of each client or tank. */
    private final Map<Object, List<Lead>> out = new HashMap<>();

    private final Map<Object, List<Lead>> in = new HashMap<>();

    public FlowGraph(List<StreamView> streams) {
        for (StreamView stream : streams) {
            Object client = stream.state().peer().client();
            Object tank = stream.state().resource();
            boolean takes = stream.kind() == StreamKind.CONSUMER;
            Lead lead = new Lead(stream.id(), takes ? tank : client, takes ? client : tank);
            leads.put(lead.stream(), lead);
            out.computeIfAbsent(lead.from(), end -> new ArrayList<>()).add(lead);
            in.computeIfAbsent(lead.to(), end -> new ArrayList<>()).add(lead);
        }
    }

    /** Returns everything upstream and downstream of some streams, tanks or clients. */
    public FlowPath through(Set<Target> targets) {
        Set<StreamId> streams = new HashSet<>();
        Set<Object> upper = new HashSet<>();
        Set<Object> lower = new HashSet<>();
        for (Target target : targets) {
            if (target instanceof Target.OneStream one) {
                Lead lead = leads.get(one.stream());
                if (lead != null) {
                    streams.add(lead.stream());
                    upper.add(lead.from());
                    lower.add(lead.to());
                }
            } else if (target instanceof Target.Resource tank) {
                upper.add(tank.resource());
                lower.add(tank.resource());
            } else if (target instanceof Target.Client one) {
                upper.add(one.client());
                lower.add(one.client());
            }
        }
        walk(upper, in, Lead::from, streams);
        walk(lower, out, Lead::to, streams);
        Set<ResourceId> tanks = new HashSet<>();
        for (Set<Object> ends : List.of(upper, lower)) {
            for (Object end : ends) {
                if (end instanceof ResourceId tank) {
                    tanks.add(tank);
                }
            }
        }
        return new FlowPath(streams, tanks);
    }

    /** Adds all ends that can be reached, and the streams on the way. */
    private static void walk(
            Set<Object> reached, Map<Object, List<Lead>> ways, Function<Lead, Object> end, Set<StreamId> streams) {
        Deque<Object> due = new ArrayDeque<>(reached);
        while (!due.isEmpty()) {
            for (Lead lead : ways.getOrDefault(due.removeFirst(), List.of())) {
                streams.add(lead.stream());
                Object next = end.apply(lead);
                if (reached.add(next)) {
                    due.addLast(next);
                }
            }
        }
    }
}
