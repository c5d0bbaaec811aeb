/**
 * Tests of the selection and of images. No helpers.
 */
@NullMarked
package virdi.ui.kit;

import org.jspecify.annotations.NullMarked;
