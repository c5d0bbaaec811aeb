/**
 * Geometry and motion of the map, in map units and nanoseconds. Knows no word of Virdi and nothing of JavaFX.
 *
 * <p>It may import nothing of this program.
 */
@NullMarked
package virdi.ui.map.plane;

import org.jspecify.annotations.NullMarked;
