/**
 * Geometry and motion of the map, in map units and nanoseconds. This package knows nothing about Virdi or JavaFX.
 *
 * <p>It may import nothing of this program.
 */
@NullMarked
package virdi.ui.map.plane;

import org.jspecify.annotations.NullMarked;
