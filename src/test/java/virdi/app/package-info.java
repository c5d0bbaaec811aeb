/** Tests of the program as its users start it: settings by their sentences, the rest as a process of its own. */
@NullMarked
package virdi.app;

import org.jspecify.annotations.NullMarked;
