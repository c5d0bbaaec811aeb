/**
 * Controls and painters that know nothing of Virdi: a selection, a search field, a line chart, overlays.
 *
 * <p>Refuses every word of the product; would serve any program. May import JavaFX, AtlantaFX and Ikonli.
 */
@NullMarked
package virdi.ui.kit;

import org.jspecify.annotations.NullMarked;
