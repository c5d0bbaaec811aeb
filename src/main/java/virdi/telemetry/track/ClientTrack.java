package virdi.telemetry.track;

import org.jspecify.annotations.Nullable;
import virdi.model.ClientId;
import virdi.model.Peer;
import virdi.model.StreamKind;
import virdi.telemetry.ClientView;
import virdi.telemetry.FlowState;
import virdi.telemetry.history.History;

/** What the sampler sums up of one client's streams at each look; the sampler's thread. */
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

    /** Forgets what was summed up. */
    public void clear() {
        streams = 0;
        in = 0;
        out = 0;
        worstCount = 0;
    }

    /** Tells its newest stream's peer. */
    public void setPeer(Peer newest) {
        peer = newest;
    }

    /** Sums one of its streams up. */
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

    /** LongRing units that one of its streams has moved. They stay when the stream ends. */
    public void countMoved(StreamKind kind, long units) {
        if (kind == StreamKind.CONSUMER) {
            unitsOut += units;
        } else {
            unitsIn += units;
        }
    }

    /** Notes the point of a second. */
    public void recordHistory(long second) {
        history.put(second, in, out, 0, 0, unitsIn, unitsOut);
    }

    public History history() {
        return history;
    }

    /** The picture of what was summed up; the same instance while it would be the same picture. */
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
