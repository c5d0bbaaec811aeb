/**
 * All that is known of what is selected, and the controls to act on it.
 *
 * <p>Paints no wish: states come from frames alone; a slider that was moved says so until a frame agrees. May import
 * {@code model}, {@code telemetry}, {@code ui.kit}, {@code ui.sign} and JavaFX; no other feature.
 */
@NullMarked
package virdi.ui.inspector;

import org.jspecify.annotations.NullMarked;
