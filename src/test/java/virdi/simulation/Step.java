package virdi.simulation;

import java.util.List;
import virdi.model.ConsumptionSpec;
import virdi.model.OperatorCommand;
import virdi.model.ResourceId;

/**
 * One thing that happens in a history. Streams have numbers of the history's own, so that a history of which steps are
 * left out still means the same streams; a step on a stream that is not there does nothing.
 */
sealed interface Step {
    /** Time passes; the loop wakes up when it wants to, always so much too late. */
    record Wait(long nanos, long lateNanos) implements Step {}

    record Offer(int stream, String client, ResourceId resource, boolean ready) implements Step {}

    /** Opens a production that says nothing yet. */
    record OpenProduction(int stream, String client) implements Step {}

    /** The first message of a production. */
    record Init(int stream, ResourceId resource) implements Step {}

    /** Messages of a production that come together, as many as it has credit for, and how it goes on. */
    record Produce(int stream, List<Long> amounts, Finish finish) implements Step {}

    record Consume(int stream, String client, ConsumptionSpec spec, boolean ready) implements Step {}

    record Cancel(int stream) implements Step {}

    /** The transport takes so many messages more and then none. */
    record Stall(int stream, int room) implements Step {}

    /** The transport takes messages again, and says so. */
    record Ready(int stream) implements Step {}

    /** The transport says that it is ready whether or not it is. */
    record Mutter(int stream) implements Step {}

    /** The call is over, and nobody has told the broker yet. */
    record Lose(int stream) implements Step {}

    /** All streams of a client are cancelled at once. */
    record Vanish(String client) implements Step {}

    record Operate(OperatorCommand command) implements Step {}

    /** Takes the last command back, as the operator's undo key does. */
    record Undo() implements Step {}

    /** The broker stops in order and starts again with what it had. */
    record Restart() implements Step {}

    /** Steps of clients that the broker sees in one turn. */
    record Together(List<Step> steps) implements Step {}

    /** How a client goes on after its messages. */
    enum Finish {
        STAYS,
        HALF_CLOSES,
        CANCELS,
        VIOLATES
    }
}
