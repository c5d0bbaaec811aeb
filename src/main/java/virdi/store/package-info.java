/**
 * The state that outlives the program: settings of the window, rules, levels, the audit log, in one embedded SQL database with one
 * writer thread.
 *
 * <p>Decides nothing, and holds up nobody: what it is given it writes later, the newest state only. May import {@code model}.
 */
@NullMarked
package virdi.store;

import org.jspecify.annotations.NullMarked;
