/** Tests of the nouns. It has no helpers. */
@NullMarked
package virdi.model;

import org.jspecify.annotations.NullMarked;
