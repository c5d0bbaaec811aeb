/**
 * Simulated clients: real gRPC clients over real connections, seeded, for the demo, the lab and the tests.
 *
 * <p>A black box: knows of Virdi what the public proto says, and nothing of the broker it talks to. May import the
 * generated {@code virdi.proto} and {@code io.grpc}, and no other package of the program.
 */
@NullMarked
package virdi.sim;

import org.jspecify.annotations.NullMarked;
