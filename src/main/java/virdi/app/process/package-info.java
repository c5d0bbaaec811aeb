/**
 * This process and its machine: log, version, display, rendering, heap, and how the process ends.
 *
 * <p>Refuses JavaFX and everything about the broker. May import nothing of this program.
 */
@NullMarked
package virdi.app.process;

import org.jspecify.annotations.NullMarked;
