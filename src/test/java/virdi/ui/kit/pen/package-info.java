/**
 * Tests of pens and of PNG files. No helpers.
 */
@NullMarked
package virdi.ui.kit.pen;

import org.jspecify.annotations.NullMarked;
