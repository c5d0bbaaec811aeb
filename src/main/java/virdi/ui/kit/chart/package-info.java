/**
 * Line charts over time: on the screen, as a picture and as CSV text.
 *
 * <p>Refuses every word of the product: it is given names, values and a format. May import {@code ui.kit}, {@code
 * ui.kit.pen} and JavaFX.
 */
@NullMarked
package virdi.ui.kit.chart;

import org.jspecify.annotations.NullMarked;
