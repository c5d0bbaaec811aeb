/**
 * Makes frames from the broker's snapshots and events, on a thread of its own.
 *
 * <p>Decides nothing about the broker. May import all of {@code telemetry}, {@code engine} and {@code model}.
 */
@NullMarked
package virdi.telemetry.sampler;

import org.jspecify.annotations.NullMarked;
