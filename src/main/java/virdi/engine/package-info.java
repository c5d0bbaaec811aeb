/**
 * The single writer: takes in what the wire and the operator ask, lets {@code broker} decide one turn at a time, carries
 * the effects out, publishes snapshots and events. The only home of the broker's thread.
 *
 * <p>Knows no gRPC and no window. May import {@code broker} and {@code model}.
 */
@NullMarked
package virdi.engine;

import org.jspecify.annotations.NullMarked;
