/**
 * The contents of the map as values: nodes, folds, cards, valves, and which of them are selected or found. This package
 * knows no places and no pixels.
 *
 * <p>It may import {@code plane}, {@code telemetry}, {@code model} and {@code ui.sign}.
 */
@NullMarked
package virdi.ui.map.content;

import org.jspecify.annotations.NullMarked;
