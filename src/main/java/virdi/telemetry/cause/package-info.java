/**
 * Finds the first cause of each state that is not healthy.
 *
 * <p>Changes no track. May import {@code telemetry}, {@code telemetry.track}, {@code telemetry.rate} and {@code model}.
 */
@NullMarked
package virdi.telemetry.cause;

import org.jspecify.annotations.NullMarked;
