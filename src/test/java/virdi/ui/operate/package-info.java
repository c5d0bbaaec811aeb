/**
 * Tests of dialogs and commands. There are no helpers here: {@code ui.RecordingDesk} records commands, frames come from
 * {@code ui.SampleWorld}. May import the program.
 */
@NullMarked
package virdi.ui.operate;

import org.jspecify.annotations.NullMarked;
