/**
 * Controls that know nothing of Virdi: a selection, a search field, a slider, overlays, toasts; and images that are drawn
 * pixel by pixel.
 *
 * <p>Refuses every word of the product, and to know the packages {@code pen} and {@code chart} below it. May import JavaFX,
 * AtlantaFX and Ikonli.
 */
@NullMarked
package virdi.ui.kit;

import org.jspecify.annotations.NullMarked;
