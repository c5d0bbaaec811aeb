/**
 * Tests of the history of one figure set, without helpers. May import {@code telemetry}.
 */
@NullMarked
package virdi.telemetry.history;

import org.jspecify.annotations.NullMarked;
