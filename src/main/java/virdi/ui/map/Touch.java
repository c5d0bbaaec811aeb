package virdi.ui.map;

import org.jspecify.annotations.Nullable;

/**
 * What the user has in hand and is at. FX thread only.
 *
 * @param focused what the keyboard is at; null when that is not on the map
 * @param overlaid what lies over the view already; null when nothing does
 */
record Touch(
        ValveModel valves,
        Attention attention,
        @Nullable Spot focused,
        @Nullable Box overlaid) {
    /** Whether there may be anything to show of it. */
    boolean isAnywhere() {
        return attention.isAnywhere()
                || valves.held() != null
                || !valves.waiting().isEmpty();
    }
}
