/**
 * The rules: tanks, offers, demand, distribution, credit, pacing, operator rules, ledger.
 *
 * <p>Plain Java for one thread at a time: no thread, no clock, no I/O. Time is an argument, decisions leave as
 * {@link virdi.model.Effect}s. Imports {@code model} only.
 */
@NullMarked
package virdi.broker;

import org.jspecify.annotations.NullMarked;
