package virdi.broker;

import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.Pace;

/** The throttles that hold one flow: its own, its client's, its resource's; all must allow. Broker's thread only. */
record Meters(List<ThrottleMeter> each) {
    static final Meters NONE = new Meters(List.of());

    long allowance(long nowNanos) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < each.size(); i++) {
            least = Math.min(least, each.get(i).allowance(nowNanos));
        }
        return least;
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

    /** How long until all allow a unit, in nanoseconds; {@link Long#MAX_VALUE} while one is paused. */
    long nanosUntilAllowance(long nowNanos) {
        long most = 0;
        for (int i = 0; i < each.size(); i++) {
            most = Math.max(most, each.get(i).nanosUntilAllowance(nowNanos));
        }
        return most;
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
