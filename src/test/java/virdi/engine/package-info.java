/**
 * Tests of the loop, the ports and the ring of amounts.
 *
 * <p>Helpers:
 *
 * <ul>
 *   <li>{@link virdi.engine.SteppedLoop}: a loop without its thread, also for tests of other packages
 *   <li>{@link virdi.engine.Outlets}: a transport that records each call of the broker
 *   <li>{@link virdi.engine.ProductionBench}: the JMH benchmark of one production
 * </ul>
 */
@NullMarked
package virdi.engine;

import org.jspecify.annotations.NullMarked;
