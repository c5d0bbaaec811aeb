package virdi.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.StreamId;

/** An open production: what it has sent and the broker has not taken yet waits in order. */
final class ReferenceProduction {
    final StreamId id;
    final ClientId client;
    final long openedAt;
    /** The tank it produces into; null before its first message. */
    @Nullable
    ReferenceTank tank;

    final Deque<Long> waiting = new ArrayDeque<>();
    /** How the client has ended it, behind what waits. */
    @Nullable
    CloseStatus finish;

    boolean unsolicited;
    boolean open = true;
    long accepted;
    long messages;
    /** A throttle holds its first message, until then at most. */
    boolean held;

    long heldUntil;
    /** No longer held: its messages are taken in the next turn. */
    boolean resumed;
    /** It was a rule that let go of it: then those it held go on in the order they came. */
    boolean resumedByRule;

    ReferenceProduction(StreamId id, ClientId client, long openedAt) {
        this.id = id;
        this.client = client;
        this.openedAt = openedAt;
    }
}
