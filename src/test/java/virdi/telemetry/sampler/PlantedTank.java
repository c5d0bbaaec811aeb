package virdi.telemetry.sampler;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.Ledger;
import virdi.model.ResourceId;
import virdi.model.Watermarks;

/** A tank of {@link Plant}, to be changed at will. */
final class PlantedTank {
    long capacity = 100;
    long level;
    long accepted;
    long injected;
    long delivered;
    long due;
    boolean demand = true;

    @Nullable
    Long emptySince;

    ResourceState state(String name, long nowNanos) {
        return new ResourceState(
                new ResourceId(name),
                new Ledger(0, accepted, injected, delivered, level, 0),
                due,
                Watermarks.of(capacity, 75),
                demand,
                emptySince,
                demand ? null : Long.valueOf(nowNanos));
    }
}
