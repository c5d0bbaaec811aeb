package virdi.telemetry.track;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.StreamId;

/**
 * The tracks of all open streams, ordered by id; the sampler's thread. The lists of a snapshot are ordered by id too, so one pass
 * finds the opened and the ended streams without a map.
 */
public final class StreamTracks {
    /** Makes the track of a stream seen for the first time. */
    public interface TrackFactory {
        StreamTrack open(StreamState state, long nanos);
    }

    private static final int AT_FIRST = 64;

    private @Nullable StreamTrack[] tracks = new @Nullable StreamTrack[AT_FIRST];
    private @Nullable StreamTrack[] spare = new @Nullable StreamTrack[AT_FIRST];
    private int size;

    /** Updates all tracks from a snapshot; returns whether a stream opened or ended. */
    public boolean update(BrokerSnapshot snapshot, TrackFactory factory) {
        List<? extends StreamState> offers = snapshot.offers();
        List<? extends StreamState> productions = snapshot.productions();
        List<? extends StreamState> consumers = snapshot.consumers();
        int most = offers.size() + productions.size() + consumers.size();
        if (spare.length < most) {
            spare = new @Nullable StreamTrack[Math.max(most, 2 * spare.length)];
        }
        boolean changed = most != size;
        int offer = 0;
        int production = 0;
        int consumer = 0;
        int old = 0;
        for (int i = 0; i < most; i++) {
            long nextOffer = idAt(offers, offer);
            long nextProduction = idAt(productions, production);
            long nextConsumer = idAt(consumers, consumer);
            StreamState state;
            if (nextOffer < nextProduction && nextOffer < nextConsumer) {
                state = offers.get(offer++);
            } else if (nextProduction < nextConsumer) {
                state = productions.get(production++);
            } else {
                state = consumers.get(consumer++);
            }
            long id = state.id().value();
            while (old < size && at(old).id().value() < id) {
                old++;
                changed = true;
            }
            StreamTrack track;
            if (old < size && at(old).id().value() == id) {
                track = at(old++);
            } else {
                track = factory.open(state, snapshot.nanos());
                changed = true;
            }
            track.update(state, snapshot.nanos());
            spare[i] = track;
        }
        swap(most);
        return changed;
    }

    public int size() {
        return size;
    }

    public StreamTrack at(int index) {
        StreamTrack track = tracks[index];
        if (track == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return track;
    }

    /** The track of an open stream. */
    @Nullable
    public StreamTrack find(StreamId id) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = at(middle).id().compareTo(id);
            if (order == 0) {
                return at(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    private void swap(int newSize) {
        @Nullable StreamTrack[] seen = spare;
        spare = tracks;
        tracks = seen;
        size = newSize;
        // Neither array may hold a stream that has ended.
        Arrays.fill(tracks, size, tracks.length, null);
        Arrays.fill(spare, null);
    }

    private static long idAt(List<? extends StreamState> states, int index) {
        return index < states.size() ? states.get(index).id().value() : Long.MAX_VALUE;
    }
}
