/**
 * Tests of the list of third-party works. There are no helpers here. May import the program.
 */
@NullMarked
package virdi.ui.about;

import org.jspecify.annotations.NullMarked;
