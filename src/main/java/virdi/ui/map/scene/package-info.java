/**
 * Contents with places: hit tests, traced paths, the keyboard focus, the camera and the view model. This package knows
 * no painter.
 *
 * <p>It may import {@code layout}, {@code content} and {@code plane}, {@code telemetry}, {@code model}, {@code ui.sign}
 * and {@code ui.kit}.
 */
@NullMarked
package virdi.ui.map.scene;

import org.jspecify.annotations.NullMarked;
