package virdi.model;

/** A decision of the broker; the engine carries decisions out after the turn, in order. */
public sealed interface Effect {
    StreamId stream();

    /**
     * Hand units to a consumer that is ready.
     *
     * @param units 1 to 4,294,967,295
     */
    record Deliver(StreamId stream, long units) implements Effect {}

    /** Send a production request to an offer that is ready. */
    record Request(StreamId stream) implements Effect {}

    /** A throttle that held a production lets it go on: take what waits in its inlet. */
    record Resume(StreamId stream) implements Effect {}

    /**
     * End a stream; nothing follows on it.
     *
     * @param units moved on it: accepted of a production, delivered to a consumer, 0 for an offer
     */
    record Close(StreamId stream, CloseStatus status, long units) implements Effect {}
}
