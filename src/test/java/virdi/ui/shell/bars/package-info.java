/**
 * Tests of the status bar. No helpers.
 */
@NullMarked
package virdi.ui.shell.bars;

import org.jspecify.annotations.NullMarked;
