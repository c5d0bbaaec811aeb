/**
 * State of the window that lasts until the next start: its bounds, dividers, theme, and the order and pins of the map.
 *
 * <p>Refuses to know where it is stored. May import {@code ui.map}, {@code ui.sign} and JavaFX.
 */
@NullMarked
package virdi.ui.shell.state;

import org.jspecify.annotations.NullMarked;
