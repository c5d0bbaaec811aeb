package virdi.broker;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSettings;
import virdi.model.ResourceId;
import virdi.model.Watermarks;

/** The tanks of all known resources, ordered by resource. Broker's thread only. */
final class Tanks {
    private final BrokerSettings settings;
    private final OperatorRules rules;
    private final Timers timers;
    private final Journal journal;
    private final SnapshotMaker snapshots;
    private final StreamCloser closer;
    private final Map<ResourceId, Tank> tanks = new TreeMap<>();

    Tanks(
            BrokerSettings settings,
            OperatorRules rules,
            Timers timers,
            Journal journal,
            SnapshotMaker snapshots,
            StreamCloser closer) {
        this.settings = settings;
        this.rules = rules;
        this.timers = timers;
        this.journal = journal;
        this.snapshots = snapshots;
        this.closer = closer;
    }

    /** The tank of a resource; null when the resource is unknown. */
    @Nullable
    Tank find(ResourceId resource) {
        return tanks.get(resource);
    }

    /** The tank of a resource, created where it is unknown. */
    Tank get(ResourceId resource, long nowNanos) {
        Tank known = tanks.get(resource);
        if (known != null) {
            return known;
        }
        Tank created = restore(resource, 0, nowNanos);
        snapshots.resourcesChanged();
        journal.created(created, nowNanos);
        return created;
    }

    /** Creates the tank of a resource that was known before the start. */
    Tank restore(ResourceId resource, long openingUnits, long nowNanos) {
        Tank tank = new Tank(resource, marksOf(resource), openingUnits, timers, journal, snapshots, closer, nowNanos);
        tanks.put(resource, tank);
        return tank;
    }

    /** The capacity of a resource, laid down by an operator or the default, holds from now on. */
    void capacityChanged(ResourceId resource, long nowNanos) {
        Tank tank = tanks.get(resource);
        if (tank != null) {
            tank.setMarks(marksOf(resource), nowNanos);
        }
    }

    private Watermarks marksOf(ResourceId resource) {
        return Watermarks.of(rules.capacityOf(resource).orElse(settings.capacityUnits()), settings.resumePercent());
    }

    Collection<Tank> all() {
        return tanks.values();
    }

    int size() {
        return tanks.size();
    }
}
