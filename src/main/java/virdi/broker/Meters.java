package virdi.broker;

import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.Pace;

/**
 * The throttles that hold one flow, in the order they are passed: its own, its client's, its resource's; all must allow.
 * Broker's thread only.
 */
record Meters(List<ThrottleMeter> each) {
    static final Meters NONE = new Meters(List.of());

    long allowance(long nowNanos) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < each.size(); i++) {
            least = Math.min(least, each.get(i).available(nowNanos));
        }
        return least;
    }

    /**
     * The first that holds it, null when none does.
     *
     * @param passed the gate it has waited at, and may pass with all before it unless they are short; null for none
     */
    @Nullable
    Gate shut(@Nullable Gate passed, long nowNanos) {
        boolean hasWaited = passed != null;
        for (int i = 0; i < each.size(); i++) {
            ThrottleMeter meter = each.get(i);
            if (meter.isShut(hasWaited, nowNanos)) {
                return meter;
            }
            hasWaited &= meter != passed;
        }
        return null;
    }

    /** The one that must be waited for the longest, null when all allow a unit. */
    @Nullable
    ThrottleMeter shortest(long nowNanos) {
        ThrottleMeter shortest = null;
        long most = 0;
        for (int i = 0; i < each.size(); i++) {
            long wait = each.get(i).nanosUntilAllowance(nowNanos);
            if (wait > most) {
                most = wait;
                shortest = each.get(i);
            }
        }
        return shortest;
    }

    boolean contain(@Nullable Gate gate) {
        return gate instanceof ThrottleMeter meter && each.contains(meter);
    }

    boolean isPaused() {
        Pace least = least();
        return least != null && least.isPaused();
    }

    void count(long units) {
        for (int i = 0; i < each.size(); i++) {
            each.get(i).count(units);
        }
    }

    void refund(long units) {
        for (int i = 0; i < each.size(); i++) {
            each.get(i).refund(units);
        }
    }

    /** The least pace, null when nothing throttles. */
    @Nullable
    Pace least() {
        Pace least = null;
        for (ThrottleMeter meter : each) {
            if (least == null || meter.pace().unitsPerMinute() < least.unitsPerMinute()) {
                least = meter.pace();
            }
        }
        return least;
    }
}
