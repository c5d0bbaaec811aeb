package virdi.ui.map.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.telemetry.StreamView;
import virdi.ui.sign.Targets;

/**
 * Tells which nodes, tanks and cards are selected. It looks streams up by id, because thousands of nodes ask in every
 * frame. FX thread only.
 */
public final class SelectedTargets {
    private final Set<StreamId> streams = new HashSet<>();
    private final Set<ResourceId> resources = new HashSet<>();
    private final List<Target> others = new ArrayList<>();

    public SelectedTargets(Set<Target> targets) {
        for (Target target : targets) {
            if (target instanceof Target.OneStream one) {
                streams.add(one.stream());
            } else if (target instanceof Target.Resource tank) {
                resources.add(tank.resource());
            } else {
                others.add(target);
            }
        }
    }

    public boolean has(ResourceId tank) {
        return resources.contains(tank);
    }

    public boolean has(ClientCard card) {
        for (Target target : others) {
            if (target instanceof Target.Client one && card.clients().contains(one.client())) {
                return true;
            }
        }
        return false;
    }

    public boolean has(MapNode node) {
        if (streams.isEmpty() && others.isEmpty()) {
            return false;
        }
        for (StreamView stream : node.streams()) {
            if (streams.contains(stream.id())) {
                return true;
            }
            for (Target target : others) {
                if (Targets.covers(target, stream)) {
                    return true;
                }
            }
        }
        return false;
    }
}
