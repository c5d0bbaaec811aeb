/**
 * What the program tells about itself: versions, the works of others that it is distributed with and their licences, and
 * the diagnostics that somebody who helps asks for.
 *
 * <p>Shows what it is given and finds nothing out by itself but the list of licences, which the build puts beside it. May
 * import {@code ui.kit}, {@code ui.sign} and JavaFX.
 */
@NullMarked
package virdi.ui.about;

import org.jspecify.annotations.NullMarked;
