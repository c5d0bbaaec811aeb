/**
 * The layers of the map, and which parts of them are drawn again in a pulse. Takes no gestures.
 *
 * <p>It may import {@code valve} and the rooms below it, {@code telemetry}, {@code model}, {@code ui.sign} and
 * {@code ui.kit}.
 */
@NullMarked
package virdi.ui.map.render;

import org.jspecify.annotations.NullMarked;
