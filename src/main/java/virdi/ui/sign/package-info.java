/**
 * What all features of the window say alike: the shape, colour and words of a state, figures as people read them, the
 * themes and their colours for painters.
 *
 * <p>Shows nothing by itself. May import {@code telemetry}, {@code model}, {@code ui.kit} and JavaFX.
 */
@NullMarked
package virdi.ui.sign;

import org.jspecify.annotations.NullMarked;
