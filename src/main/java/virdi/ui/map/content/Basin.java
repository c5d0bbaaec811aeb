package virdi.ui.map.content;

import java.util.ArrayList;
import java.util.List;
import virdi.model.ResourceId;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Severity;
import virdi.telemetry.StreamView;

/**
 * A resource with its tank, producers and consumers. Immutable; any thread.
 *
 * @param view the resource and its tank
 * @param producers from top to bottom
 * @param consumers from top to bottom
 */
public record Basin(ResourceView view, List<MapNode> producers, List<MapNode> consumers) {
    public ResourceId id() {
        return view.id();
    }

    /** Returns this basin with each side folded into one node. */
    public Basin compacted() {
        return new Basin(view, whole(Side.PRODUCER, producers), whole(Side.CONSUMER, consumers));
    }

    private List<MapNode> whole(Side side, List<MapNode> nodes) {
        if (nodes.isEmpty()) {
            return List.of();
        }
        List<StreamView> leads = new ArrayList<>();
        List<StreamView> streams = new ArrayList<>();
        for (MapNode node : nodes) {
            leads.addAll(node.leads());
            streams.addAll(node.streams());
        }
        return List.of(
                MapNode.of(new NodeKey(id(), side, NodeKey.Fold.SIDE, "", ""), "×" + leads.size(), leads, streams));
    }

    /** Returns the worst severity of the tank and all its producers and consumers. */
    public Severity severity() {
        Severity worst = view.severity();
        for (MapNode node : producers) {
            worst = node.severity().compareTo(worst) > 0 ? node.severity() : worst;
        }
        for (MapNode node : consumers) {
            worst = node.severity().compareTo(worst) > 0 ? node.severity() : worst;
        }
        return worst;
    }
}
