/**
 * Tests of the values in frames. There are no helpers here; those of frames are in {@code telemetry.sampler}. May import the
 * program.
 */
@NullMarked
package virdi.telemetry;

import org.jspecify.annotations.NullMarked;
