/**
 * Where things stand: both arrangements, pins, and when the layout is worked out again. Knows no scene and no
 * pixels.
 *
 * <p>It may import {@code content} and {@code plane}, {@code telemetry}, {@code model} and {@code ui.sign}.
 */
@NullMarked
package virdi.ui.map.layout;

import org.jspecify.annotations.NullMarked;
