package virdi.telemetry.track;

/**
 * A condition with delays: it is on after it has held for a time, and off after it has been away for a time; one thread. So
 * "starving" does not blink when single units trickle in.
 */
final class DelayedCondition {
    private final long beginAfterNanos;
    private final long endAfterNanos;
    private boolean begun;
    private boolean pending;
    private boolean holding;
    private long fromNanos;
    private long lastNanos;

    DelayedCondition(long beginAfterNanos, long endAfterNanos) {
        this.beginAfterNanos = beginAfterNanos;
        this.endAfterNanos = endAfterNanos;
    }

    /** Whether the delayed condition is on, given whether the condition holds now and since when. */
    boolean update(boolean holds, long sinceNanos, long nowNanos) {
        holding = holds;
        if (holds) {
            if (!pending && !begun) {
                fromNanos = sinceNanos;
            }
            pending = true;
            lastNanos = nowNanos;
            begun |= nowNanos - fromNanos >= beginAfterNanos;
        } else if (pending && nowNanos - lastNanos > (begun ? endAfterNanos : 0)) {
            pending = false;
            begun = false;
        }
        return begun;
    }

    /** Switches it off at once. */
    void end() {
        pending = false;
        begun = false;
    }

    /** When the condition began to hold. */
    long fromNanos() {
        return fromNanos;
    }

    /** Whether time alone may switch it soon. */
    boolean isUnsettled() {
        return pending && !(begun && holding);
    }

    /** Whether it is on or about to be. */
    boolean isPending() {
        return pending;
    }
}
