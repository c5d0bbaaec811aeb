package virdi.telemetry.track;

/**
 * A condition that comes and goes, seen as one episode: it begins when the condition has lasted, and ends when it has been
 * away for longer; one thread. Keeps "starving" from blinking when single units trickle in.
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

    /** Whether an episode is on, when the condition holds or not at a time, and if so since {@code sinceNanos}. */
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

    /** Forgets the episode. */
    void end() {
        pending = false;
        begun = false;
    }

    /** When the episode began, with the condition's first moment. */
    long fromNanos() {
        return fromNanos;
    }

    /** Whether a little more time alone will begin or end it. */
    boolean isUnsettled() {
        return pending && !(begun && holding);
    }

    /** Whether it is on or about to be. */
    boolean isPending() {
        return pending;
    }
}
