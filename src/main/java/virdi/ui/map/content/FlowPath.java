package virdi.ui.map.content;

import java.util.Set;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.telemetry.StreamView;

/** Everything upstream and downstream of an element. Immutable; any thread. */
public record FlowPath(Set<StreamId> streams, Set<ResourceId> tanks) {
    public boolean has(ResourceId tank) {
        return tanks.contains(tank);
    }

    /** Returns whether at least one stream of the node lies on the path. */
    public boolean has(MapNode node) {
        for (StreamView stream : node.streams()) {
            if (streams.contains(stream.id())) {
                return true;
            }
        }
        return false;
    }
}
