/**
 * Tests of the place of the window. No helpers.
 */
@NullMarked
package virdi.ui.shell.state;

import org.jspecify.annotations.NullMarked;
