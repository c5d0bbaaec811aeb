/**
 * Measures rates from counters and the time between readings.
 *
 * <p>Knows no stream and no tank. Imports nothing of this program.
 */
@NullMarked
package virdi.telemetry.rate;

import org.jspecify.annotations.NullMarked;
