/**
 * Everything that a user can set: on the command line, in a file, or by default.
 *
 * <p>Refuses to start anything. May import {@code virdi.app.process}, {@code model}, and the settings of {@code wire}.
 */
@NullMarked
package virdi.app.settings;

import org.jspecify.annotations.NullMarked;
