package virdi.broker;

import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.Pace;

/**
 * The throttles that hold one flow, in the order they are passed: its own, its client's, its resource's; all must allow.
 * Broker's thread only.
 */
record ThrottleChain(List<ThrottleMeter> each) {
    static final ThrottleChain NONE = new ThrottleChain(List.of());

    /** How many units all of them let pass, with one each of those where it has had its turn. */
    long allowance(int turns, long nowNanos) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < each.size(); i++) {
            least = Math.min(least, each.get(i).available(nowNanos) + counted(turns, i));
        }
        return least;
    }

    /**
     * The first that holds it, null when none does.
     *
     * @param passed the gate it has waited at, and may pass with all before it unless they are short; null for none
     * @param turns those where it has had its turn already, as {@link #only} tells them
     */
    @Nullable
    ThrottleMeter firstBlocking(@Nullable FairWaitQueue passed, int turns, long nowNanos) {
        boolean hasWaited = passed != null;
        for (int i = 0; i < each.size(); i++) {
            ThrottleMeter meter = each.get(i);
            if (counted(turns, i) == 0 && meter.mustWait(hasWaited, nowNanos)) {
                return meter;
            }
            hasWaited &= meter != passed;
        }
        return null;
    }

    /** The one that must be waited for the longest but for those already waited for, null when all allow a unit. */
    @Nullable
    ThrottleMeter longestWait(int turns, long nowNanos) {
        ThrottleMeter longestWait = null;
        long most = 0;
        for (int i = 0; i < each.size(); i++) {
            long wait = each.get(i).nanosUntilAllowance(nowNanos);
            if (wait > most && counted(turns, i) == 0) {
                most = wait;
                longestWait = each.get(i);
            }
        }
        return longestWait;
    }

    /** The set, as a mask, of one of them. */
    int only(ThrottleMeter meter) {
        return 1 << each.indexOf(meter);
    }

    private static int counted(int turns, int index) {
        return turns >> index & 1;
    }

    boolean contain(@Nullable FairWaitQueue queue) {
        return queue instanceof ThrottleMeter meter && each.contains(meter);
    }

    boolean isPaused() {
        Pace least = least();
        return least != null && least.isPaused();
    }

    /** Units pass all of them; those where it has had its turn have counted one already. */
    void count(long units, int turns) {
        for (int i = 0; i < each.size(); i++) {
            each.get(i).count(units - counted(turns, i));
        }
    }

    void refund(long units) {
        for (int i = 0; i < each.size(); i++) {
            each.get(i).refund(units);
        }
    }

    void refundTurns(int turns) {
        for (int i = 0; i < each.size(); i++) {
            each.get(i).refund(counted(turns, i));
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
