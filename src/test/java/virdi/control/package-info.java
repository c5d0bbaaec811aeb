/** Tests of the operator's door. It has no helpers. */
@NullMarked
package virdi.control;

import org.jspecify.annotations.NullMarked;
