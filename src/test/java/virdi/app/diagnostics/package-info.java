/**
 * Tests of the diagnostics: their content, and the absence of secrets. They use {@link virdi.app.ProgramRun} for a process of its own.
 */
@NullMarked
package virdi.app.diagnostics;

import org.jspecify.annotations.NullMarked;
