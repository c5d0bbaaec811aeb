/**
 * Drawing on a canvas and into files: one interface for painters, {@link virdi.ui.kit.pen.Pen}, with an implementation for
 * the screen and one for SVG; PNG files; and the width of texts.
 *
 * <p>Refuses every word of the product. May import {@code ui.kit} and JavaFX.
 */
@NullMarked
package virdi.ui.kit.pen;

import org.jspecify.annotations.NullMarked;
