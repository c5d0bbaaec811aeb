/**
 * Tests of rates and times, without helpers. May import {@code telemetry.rate}.
 */
@NullMarked
package virdi.telemetry.rate;

import org.jspecify.annotations.NullMarked;
