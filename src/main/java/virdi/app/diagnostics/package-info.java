/**
 * Facts about the running program, and the zip of diagnostics that a user can send to a stranger.
 *
 * <p>Refuses secrets: each line that goes into the zip is redacted. May import {@code virdi.app.settings}, {@code
 * virdi.app.process}, {@code telemetry}, {@code model} and {@code ui.about}.
 */
@NullMarked
package virdi.app.diagnostics;

import org.jspecify.annotations.NullMarked;
