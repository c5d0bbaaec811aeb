/**
 * Saving files: the dialog that asks for one, and the thread that writes it.
 *
 * <p>Refuses to know the content of a file. May import {@code ui.kit}, {@code ui.sign}, {@code virdi.ui.shell.state} and
 * JavaFX.
 */
@NullMarked
package virdi.ui.shell.files;

import org.jspecify.annotations.NullMarked;
