/**
 * The signs and words that all features of the window share: shape, colour and text of states and causes, figures, themes and the
 * colours for painters.
 *
 * <p>Shows nothing by itself. May import {@code telemetry}, {@code model}, {@code ui.kit} and JavaFX.
 */
@NullMarked
package virdi.ui.sign;

import org.jspecify.annotations.NullMarked;
