package virdi.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSettings;
import virdi.model.BrokerSnapshot;
import virdi.model.InitialState;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;

/**
 * A broker loop without its thread: the door to {@link BrokerLoop#turn} for tests of other packages. One thread at a
 * time may call, which is the broker's then.
 */
public final class SteppedLoop {
    private final BrokerLoop loop;

    public SteppedLoop(BrokerSettings settings, InitialState opening, long nowNanos) {
        loop = new BrokerLoop(settings, opening, () -> nowNanos);
    }

    /** Where streams are brought; they are seen in the next turn. */
    public StreamGateway gateway() {
        return loop;
    }

    /** Queues a command for the next turn. */
    public CompletableFuture<Outcome> submit(OperatorCommand command) {
        return loop.submit(command);
    }

    /** Queues the end of everything for the next turn. */
    public void shutDown() {
        var unused = loop.shutDown();
    }

    /** One turn, and the picture after it. */
    public BrokerSnapshot turn(long nowNanos) {
        loop.turn(nowNanos);
        loop.publish(nowNanos);
        return loop.snapshot();
    }

    /** Whether the loop's thread would take another turn at once. */
    public boolean isAwaited() {
        return loop.isAwaited();
    }

    /** When the loop's thread would take a turn by itself, {@link Long#MAX_VALUE} when never. */
    public long nextTurnNanos() {
        return loop.nextTurnNanos();
    }

    /** How many streams the loop remembers. */
    public int openPorts() {
        return loop.openPorts();
    }

    /** The facts after a sequence number. */
    public List<BrokerEvent> eventsAfter(long sequence) {
        return loop.eventsAfter(sequence);
    }
}
