/**
 * Remembers each stream, tank and client between two looks at the broker: its rates, its state and the view that readers see.
 *
 * <p>Does not explain a state. May import {@code telemetry}, {@code telemetry.rate}, {@code telemetry.history} and {@code model}.
 */
@NullMarked
package virdi.telemetry.track;

import org.jspecify.annotations.NullMarked;
