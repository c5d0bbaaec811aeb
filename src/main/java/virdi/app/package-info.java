/**
 * The program: main, the wiring of its parts, and the order in which they start and stop.
 *
 * <p>The only place where parts are put together; refuses every rule and every drawing. May import everybody; nobody imports
 * it.
 */
@NullMarked
package virdi.app;

import org.jspecify.annotations.NullMarked;
