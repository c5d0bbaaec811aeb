/**
 * Shows all that is known about the selection, and the controls to act on it.
 *
 * <p>Shows states of frames only; a moved slider says "changing…" until a frame agrees. May import
 * {@code model}, {@code telemetry}, {@code ui.kit}, {@code ui.sign} and JavaFX; no other feature.
 */
@NullMarked
package virdi.ui.inspector;

import org.jspecify.annotations.NullMarked;
