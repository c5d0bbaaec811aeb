package virdi.telemetry.track;

import org.jspecify.annotations.Nullable;
import virdi.model.ClientId;
import virdi.model.Peer;
import virdi.model.StreamKind;
import virdi.telemetry.ClientView;
import virdi.telemetry.FlowState;
import virdi.telemetry.history.History;

/** Sums up the streams of one client at each sample; the sampler's thread. */
public final class ClientTrack {
    private final ClientId id;
    private Peer peer;
    private int streams;
    private double in;
    private double out;
    private long unitsIn;
    private long unitsOut;
    private final History history = new History();
    private FlowState worst = FlowState.IDLE_TANK_FULL;
    private int worstCount;
    private @Nullable ClientView view;

    public ClientTrack(Peer peer) {
        this.id = peer.client();
        this.peer = peer;
    }

    /** Forgets the sums, before {@link #add} is called for each stream. */
    public void clear() {
        streams = 0;
        in = 0;
        out = 0;
        worstCount = 0;
    }

    /** Sets the peer of its newest stream. */
    public void setPeer(Peer newest) {
        peer = newest;
    }

    /** Adds one of its streams to the sums. */
    public void add(StreamTrack stream) {
        streams++;
        if (stream.kind() == StreamKind.CONSUMER) {
            out += stream.actualPerMinute();
        } else {
            in += stream.actualPerMinute();
        }
        FlowState flow = stream.flow();
        if (worstCount == 0 || rank(flow) > rank(worst)) {
            worst = flow;
            worstCount = 1;
        } else if (flow == worst) {
            worstCount++;
        }
    }

    /** Counts units that one of its streams has moved. They stay when the stream ends. */
    public void countMoved(StreamKind kind, long units) {
        if (kind == StreamKind.CONSUMER) {
            unitsOut += units;
        } else {
            unitsIn += units;
        }
    }

    /** Records the figures of a second. */
    public void recordHistory(long second) {
        history.put(second, in, out, 0, 0, unitsIn, unitsOut);
    }

    public History history() {
        return history;
    }

    /** The view of the sums; the same instance while it would be equal. */
    public ClientView view() {
        ClientView old = view;
        if (old != null
                && Identity.same(old.peer(), peer)
                && old.streams() == streams
                && old.inPerMinute() == in
                && old.outPerMinute() == out
                && old.state() == worst
                && old.inState() == worstCount) {
            return old;
        }
        ClientView fresh = new ClientView(peer, streams, in, out, worst, worstCount);
        view = fresh;
        return fresh;
    }

    public ClientId id() {
        return id;
    }

    public int streams() {
        return streams;
    }

    private static int rank(FlowState flow) {
        return flow.severity().ordinal() * FlowState.values().length + flow.ordinal();
    }
}
