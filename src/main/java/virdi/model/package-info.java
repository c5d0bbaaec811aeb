/**
 * The nouns that every other package speaks: ids, units, paces, operator commands, effects, snapshots and events.
 *
 * <p>Immutable values only: no thread, no clock, no I/O, no behaviour beyond validation and arithmetic. Imports nothing of the program.
 */
@NullMarked
package virdi.model;

import org.jspecify.annotations.NullMarked;
