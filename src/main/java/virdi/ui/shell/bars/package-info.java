/**
 * The toolbar at the top of the window and the status bar at its bottom.
 *
 * <p>Refuses to decide: buttons report clicks, and the window shows the result. May import {@code ui.kit}, {@code ui.sign},
 * {@code ui.map}, {@code ui.operate}, {@code telemetry} and JavaFX.
 */
@NullMarked
package virdi.ui.shell.bars;

import org.jspecify.annotations.NullMarked;
