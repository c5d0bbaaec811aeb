package virdi.sim;

import io.grpc.Status;
import java.util.Optional;

/** What can be asked of any simulated producer or consumer, by any thread. */
public sealed interface SimStream extends AutoCloseable permits SimProducer, SimConsumer {
    /** How its last gRPC stream ended; empty before the first end. */
    Optional<Status> lastEnding();

    /** Ends it for good; does not wait. */
    @Override
    void close();
}
