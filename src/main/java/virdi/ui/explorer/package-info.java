/**
 * The lists at the left: every resource and client with its sign, name and state in a word.
 *
 * <p>Changes nothing but the selection. May import {@code telemetry}, {@code model}, {@code ui.kit}, {@code ui.sign} and
 * JavaFX; no other feature.
 */
@NullMarked
package virdi.ui.explorer;

import org.jspecify.annotations.NullMarked;
