/**
 * Tests of the inspector. There are no helpers here: frames come from {@code ui.SampleWorld}, changed ones from
 * {@code ui.Picks}. May import the program.
 */
@NullMarked
package virdi.ui.inspector;

import org.jspecify.annotations.NullMarked;
