/**
 * Tests of signs, figures, typed input and the preview of throttles. There are no helpers here: frames come from
 * {@code ui.SampleWorld}, targets in them from {@code ui.Picks}. May import the program.
 */
@NullMarked
package virdi.ui.sign;

import org.jspecify.annotations.NullMarked;
