/**
 * Keeps the last hour of figures in memory, for charts.
 *
 * <p>Knows no stream and no tank. May import {@code telemetry}.
 */
@NullMarked
package virdi.telemetry.history;

import org.jspecify.annotations.NullMarked;
