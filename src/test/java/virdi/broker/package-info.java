/**
 * Tests of the protocol's rules with stepped time.
 *
 * <p>Helpers:
 *
 * <ul>
 *   <li>{@link virdi.broker.Rig}: a broker whose time is stepped by hand; opens streams, passes time, records effects and events
 * </ul>
 */
@NullMarked
package virdi.broker;

import org.jspecify.annotations.NullMarked;
