/**
 * Contents with places: what can be hit, traced and walked, the camera, and the view model. Knows no painter.
 *
 * <p>It may import {@code layout}, {@code content} and {@code plane}, {@code telemetry}, {@code model}, {@code ui.sign}
 * and {@code ui.kit}.
 */
@NullMarked
package virdi.ui.map.scene;

import org.jspecify.annotations.NullMarked;
