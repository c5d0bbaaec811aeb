/**
 * The whole broker among hundreds of clients that vanish, hang, flood and come back, for minutes; judged by the books
 * that clients and broker keep, never by speed. The clients know only the proto.
 */
@NullMarked
package virdi.soak;

import org.jspecify.annotations.NullMarked;
