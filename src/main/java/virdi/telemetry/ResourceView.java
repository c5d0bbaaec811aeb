package virdi.telemetry;

import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.ResourceId;

/**
 * One resource and its tank in a frame. Immutable.
 *
 * @param state in the broker's snapshot
 * @param tank its state
 * @param emptySeconds how long it has been empty, rounded as in {@link Cause}; 0 unless it is empty
 * @param forecast null when nothing is worth a forecast
 * @param severity of the state
 * @param fillShare level as a share of capacity; above 1 when overfilled
 * @param inPerMinute units accepted per minute over the last seconds; injected units do not count
 * @param outPerMinute units delivered per minute over the last seconds
 * @param netPerMinute units gained per minute over the last quarter of a minute, negative when it loses; 0 while that is too
 *     little to show; never newer than {@code forecast}
 * @param producers clients with an open offer or production
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
