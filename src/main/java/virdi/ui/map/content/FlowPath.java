package virdi.ui.map.content;

import java.util.Set;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.telemetry.StreamView;

/** The way of units from all that makes them to all that they go into: what hangs together with one thing. */
public record FlowPath(Set<StreamId> streams, Set<ResourceId> tanks) {
    public boolean has(ResourceId tank) {
        return tanks.contains(tank);
    }

    /** Whether a stream that a node stands for lies on it. */
    public boolean has(MapNode node) {
        for (StreamView stream : node.streams()) {
            if (streams.contains(stream.id())) {
                return true;
            }
        }
        return false;
    }
}
