/**
 * Tests of the explorer. There are no helpers here: frames come from {@code ui.SampleWorld}. May import the program.
 */
@NullMarked
package virdi.ui.explorer;

import org.jspecify.annotations.NullMarked;
