/**
 * Tests of the window as a whole, without a broker.
 *
 * <p>Helper: {@link virdi.ui.shell.TestWindow}, the window on a frame that a test chooses. Sample frames, desks and the counter
 * of live objects are in {@code virdi.ui}.
 */
@NullMarked
package virdi.ui.shell;

import org.jspecify.annotations.NullMarked;
