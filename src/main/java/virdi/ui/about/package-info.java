/**
 * The dialog about the program: versions, the third-party works in it with their licences, and the diagnostics for support.
 *
 * <p>Reads nothing by itself but the list of licences, which the build adds to the resources. May
 * import {@code ui.kit}, {@code ui.sign} and JavaFX.
 */
@NullMarked
package virdi.ui.about;

import org.jspecify.annotations.NullMarked;
