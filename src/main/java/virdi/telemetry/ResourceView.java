package virdi.telemetry;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.ResourceId;

/**
 * One resource and its tank as people see it.
 *
 * @param state what the broker says of it
 * @param tank its state
 * @param emptySeconds how long it has been empty, rounded as in {@link Cause}; 0 unless it is empty
 * @param forecast what its flows lead to, null when nothing is told
 * @param severity of the state
 * @param fillShare level as a share of capacity; above 1 when overfilled
 * @param inPerMinute units accepted per minute over the last seconds; what an operator injects at once is no rate
 * @param outPerMinute units delivered per minute over the last seconds
 * @param netPerMinute units gained per minute over the last quarter of a minute, below 0 when it loses; 0 while that is too
 *     little to be told, and never newer than {@code forecast}
 * @param producers open productions and offers' clients, each counted once
 * @param consumers open consumers
 * @param starving consumers that starve
 * @param why the first cause, null when healthy
 */
public record ResourceView(
        ResourceState state,
        TankState tank,
        long emptySeconds,
        @Nullable Forecast forecast,
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
