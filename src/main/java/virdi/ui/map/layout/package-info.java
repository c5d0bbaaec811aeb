/**
 * The places of basins and cards: the layouts by resource and by client, pins, and the decision when to compute a
 * layout again. This package knows no scene graph and no pixels.
 *
 * <p>It may import {@code content} and {@code plane}, {@code telemetry}, {@code model} and {@code ui.sign}.
 */
@NullMarked
package virdi.ui.map.layout;

import org.jspecify.annotations.NullMarked;
