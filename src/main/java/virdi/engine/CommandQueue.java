package virdi.engine;

import java.util.concurrent.CompletableFuture;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;

/** Where operator commands queue with the traffic. */
public interface CommandQueue {
    /** Queues a command; any thread. The future completes on the broker's thread, within a turn. */
    CompletableFuture<Outcome> submit(OperatorCommand command);
}
