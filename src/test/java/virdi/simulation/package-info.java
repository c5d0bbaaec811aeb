/**
 * The broker in a world of its own: simulated clients and operators, virtual time, random histories from seeds, and a
 * plain model of the protocol that predicts what the broker may do in each of them.
 *
 * <p>Shares nothing with {@code virdi.broker} but the nouns of {@code virdi.model}; drives the loop through
 * {@link virdi.engine.SteppedLoop}. No thread, no clock, no sleeping.
 */
@NullMarked
package virdi.simulation;

import org.jspecify.annotations.NullMarked;
