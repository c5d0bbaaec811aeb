package virdi.simulation;

import org.jspecify.annotations.Nullable;
import virdi.model.ClientId;
import virdi.model.StreamId;

/** An open offer: whom to ask for more, and when to ask again. */
final class ReferenceOffer {
    final StreamId id;
    final ClientId client;
    final ReferenceTank tank;
    /** Whether its transport takes a request. */
    boolean ready;
    /** A request waits until the transport takes it. */
    boolean requestWaits;
    /** A request was sent in this time of demand that no production has answered. */
    boolean asked;

    /** When, while there was demand. */
    @Nullable
    Long unansweredSince;

    long requests;

    @Nullable
    Long askAgainAt;

    long pause;

    ReferenceOffer(StreamId id, ClientId client, ReferenceTank tank, boolean ready, long firstPause) {
        this.id = id;
        this.client = client;
        this.tank = tank;
        this.ready = ready;
        this.pause = firstPause;
    }

    /** Nothing is left to ask for. */
    void rest() {
        askAgainAt = null;
        requestWaits = false;
        asked = false;
        unansweredSince = null;
    }
}
