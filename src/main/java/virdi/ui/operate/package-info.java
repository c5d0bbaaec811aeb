/**
 * Acts on a selection: the context menu, the dialogs for a number, a reason or a time, the pending commands, and undo.
 *
 * <p>Changes nothing itself: everything goes to {@link virdi.control.OperatorControl}. May import {@code model},
 * {@code telemetry}, {@code control}, {@code ui.kit}, {@code ui.sign} and JavaFX; no other feature.
 */
@NullMarked
package virdi.ui.operate;

import org.jspecify.annotations.NullMarked;
