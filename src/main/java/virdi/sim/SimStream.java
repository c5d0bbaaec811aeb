package virdi.sim;

import io.grpc.Status;
import java.util.Optional;

/** The common part of simulated producers and consumers; any thread may call. */
public sealed interface SimStream extends AutoCloseable permits SimProducer, SimConsumer {
    /** How its last gRPC stream ended; empty before the first end. */
    Optional<Status> lastEnding();

    /** Ends it for good; does not wait. */
    @Override
    void close();
}
