package virdi.telemetry;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.ResourceId;

/**
 * One resource and its tank as people see it.
 *
 * @param state what the broker says of it
 * @param tank its state
 * @param words its state in words: "filling · full in 2 min", "empty for 38 s", "full · overfill 4"
 * @param severity of the state
 * @param fillShare level as a share of capacity; above 1 when overfilled
 * @param inPerMinute units accepted per minute over the last seconds; what an operator injects at once is no rate
 * @param outPerMinute units delivered per minute over the last seconds
 * @param netPerMinute units gained per minute over the last quarter of a minute, below 0 when it loses; 0 while that is too
 *     little to be told, and never newer than {@code words}
 * @param producers open productions and offers' clients, each counted once
 * @param consumers open consumers
 * @param starving consumers that starve
 * @param why the first cause, null when healthy
 */
public record ResourceView(
        ResourceState state,
        TankState tank,
        String words,
        Severity severity,
        double fillShare,
        double inPerMinute,
        double outPerMinute,
        double netPerMinute,
        int producers,
        int consumers,
        int starving,
        @Nullable Cause why) {
    public ResourceId id() {
        return state.id();
    }

    public long level() {
        return state.ledger().level();
    }
}
