/**
 * The operator's only way to change anything: validate, submit, outcome, audit, undo.
 *
 * <p>Knows no window and no wire. May import {@code engine} and {@code model}.
 */
@NullMarked
package virdi.control;

import org.jspecify.annotations.NullMarked;
