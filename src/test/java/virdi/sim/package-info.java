/**
 * Tests of the simulated clients.
 *
 * <p>Helpers:
 *
 * <ul>
 *   <li>{@link virdi.sim.TinyBroker}: a real gRPC server that speaks the proto and does what a test says
 *   <li>{@link virdi.sim.RealBroker}: the broker behind a free port
 *   <li>{@link virdi.sim.Unchanging}: a condition to await: a value that stays the same
 * </ul>
 */
@NullMarked
package virdi.sim;

import org.jspecify.annotations.NullMarked;
