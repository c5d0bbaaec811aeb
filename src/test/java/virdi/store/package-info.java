/** Tests of the store, some of them against a second process that is killed. */
@NullMarked
package virdi.store;

import org.jspecify.annotations.NullMarked;
