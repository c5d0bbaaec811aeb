/**
 * The throttle as a valve that is dragged, turned, typed or set by keys, with its preview.
 *
 * <p>It may import {@code paint} and the rooms below it, {@code telemetry}, {@code model}, {@code ui.sign} and
 * {@code ui.kit}; of the view it knows {@link virdi.ui.map.valve.MapSurface} only.
 */
@NullMarked
package virdi.ui.map.valve;

import org.jspecify.annotations.NullMarked;
