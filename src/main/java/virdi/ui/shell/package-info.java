/**
 * The window: toolbar, status bar, theme, shortcuts, and the pump that brings frames to the features. Assembles the
 * features, which know nothing of each other.
 *
 * <p>The only place in {@code ui} that touches {@code Platform} and {@code AnimationTimer}. May import all of {@code ui},
 * {@code telemetry}, {@code control}, {@code model} and JavaFX.
 */
@NullMarked
package virdi.ui.shell;

import org.jspecify.annotations.NullMarked;
