/**
 * Tests of the journal. Helper: {@link virdi.ui.journal.Events}, which makes events and pages of them; frames come from
 * {@code ui.SampleWorld} and {@code ui.ManyStreams}. May import the program.
 */
@NullMarked
package virdi.ui.journal;

import org.jspecify.annotations.NullMarked;
