package virdi.telemetry.track;

import org.jspecify.annotations.Nullable;

/**
 * Holds a state's word until the next one has lasted, so that words do not flicker; one thread.
 *
 * @param <S> the states
 */
final class Debouncer<S extends Enum<S>> {
    private @Nullable S shown;
    private @Nullable S next;
    private long nextSince;

    /** What to show when a state holds at a time, for which {@code dwellNanos} must have passed; 0 shows it at once. */
    S update(S state, long nowNanos, long dwellNanos) {
        if (shown == null || dwellNanos == 0) {
            shown = state;
        }
        if (state == shown) {
            next = null;
            return shown;
        }
        if (state != next) {
            next = state;
            nextSince = nowNanos;
        }
        if (nowNanos - nextSince >= dwellNanos) {
            shown = state;
            next = null;
        }
        return shown;
    }

    @Nullable
    S shown() {
        return shown;
    }

    /** Whether another state waits to be shown: time alone will change the word. */
    boolean isPending() {
        return next != null;
    }
}
