/**
 * Tests of frames: snapshots with stepped time go in, and the views, states, causes and histories of the frames are checked.
 *
 * <p>Helpers:
 *
 * <ul>
 *   <li>{@link virdi.telemetry.sampler.Plant}: makes snapshots of tanks and streams and steps the time; most tests use it.
 *   <li>{@link virdi.telemetry.sampler.PlantedTank} and {@link virdi.telemetry.sampler.PlantedStream}: their tanks and streams,
 *       with fields to change.
 *   <li>{@link virdi.telemetry.sampler.Situation}: plants a situation from a row of a table.
 *   <li>{@link virdi.telemetry.sampler.Turnover}: a frame source in which streams come and go all the time, for tests of the
 *       window.
 * </ul>
 *
 * <p>May import the program, and {@code ui.sign} for the sentences of causes.
 */
@NullMarked
package virdi.telemetry.sampler;

import org.jspecify.annotations.NullMarked;
