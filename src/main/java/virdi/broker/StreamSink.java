package virdi.broker;

import virdi.model.Effect;
import virdi.model.Peer;
import virdi.model.StreamId;

/** The engine's side of a stream: takes the broker's decisions about it. Broker's thread only. */
public interface StreamSink {
    /** The stream's name, given to no other. */
    StreamId id();

    /** The client it comes from. */
    Peer peer();

    /** Takes a decision about the stream, to carry out after the turn; those of all streams in order. */
    void accept(Effect effect);
}
