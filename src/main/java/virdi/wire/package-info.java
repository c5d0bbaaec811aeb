/**
 * The network edge: the gRPC server with its three kinds of call, what it refuses by itself, its transport settings, TLS
 * and tokens, health and reflection.
 *
 * <p>Knows the shape of a valid message and nothing of the rules: whatever is well formed goes to {@code engine}. May
 * import {@code engine}, {@code model}, the generated protocol code and gRPC.
 */
@NullMarked
package virdi.wire;

import org.jspecify.annotations.NullMarked;
