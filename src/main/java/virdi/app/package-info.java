/**
 * The program itself: main, command line, settings, wiring, the order in which things start and stop.
 *
 * <p>The only place where parts are put together; holds no rule and no picture. May import everybody; nobody imports it.
 */
@NullMarked
package virdi.app;

import org.jspecify.annotations.NullMarked;
