package virdi.telemetry.track;

import org.jspecify.annotations.Nullable;

/**
 * Shows the next state only after it has lasted, so that states do not flicker; one thread.
 *
 * @param <S> the states
 */
final class Debouncer<S extends Enum<S>> {
    private @Nullable S shown;
    private @Nullable S next;
    private long nextSince;

    /** The state to show, given the state that holds now. A new state is shown after {@code dwellNanos}; 0 shows it at once. */
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

    /** Whether another state waits to be shown. */
    boolean isPending() {
        return next != null;
    }
}
