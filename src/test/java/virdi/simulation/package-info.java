/**
 * The broker in a world of its own: simulated clients and operators, virtual time, random histories from seeds, and a
 * plain model of the protocol that predicts what the broker may do in each of them.
 *
 * <p>Shares nothing with {@code virdi.broker} but the nouns of {@code virdi.model}; drives the loop through
 * {@link virdi.engine.SteppedLoop}. No thread, no clock, no sleeping.
 *
 * <p>Helpers:
 *
 * <ul>
 *   <li>{@link virdi.simulation.World}, {@link virdi.simulation.Line}: the loop with all its clients in virtual time, and one stream's transport
 *   <li>{@link virdi.simulation.History}, {@link virdi.simulation.Step}: a history and its steps
 *   <li>{@link virdi.simulation.Storyteller}, {@link virdi.simulation.OperatorTales}, {@link virdi.simulation.Flavour}: make histories up from a seed
 *   <li>{@link virdi.simulation.ReferenceBroker} and the other {@code Reference} classes: the model of the protocol, one class for each of its parts
 *   <li>{@link virdi.simulation.Comparison}, {@link virdi.simulation.Turn}: compare one turn of the broker with the model
 *   <li>{@link virdi.simulation.Fairness}, {@link virdi.simulation.Starvation}, {@link virdi.simulation.Progress}: laws over many turns
 *   <li>{@link virdi.simulation.Flaw}, {@link virdi.simulation.LawBroken}: a fault put in on purpose, and the report of one
 * </ul>
 */
@NullMarked
package virdi.simulation;

import org.jspecify.annotations.NullMarked;
