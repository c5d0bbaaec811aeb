/**
 * Tests of the process: rendering and garbage collection. They use {@link virdi.app.ProgramRun} for a process of its own.
 */
@NullMarked
package virdi.app.process;

import org.jspecify.annotations.NullMarked;
