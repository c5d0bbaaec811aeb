package virdi.broker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.BrokerSnapshot.ResourceState;

/**
 * Makes snapshots and remembers what of the last one still holds. Broker's thread only.
 *
 * <p>A stream that has not changed keeps its state, and is not even looked at: thousands of consumers that wait cost a
 * snapshot no more than a place in a list that is copied.
 */
final class SnapshotMaker {
    private long sequence;
    private @Nullable List<ResourceState> resources;
    private final Roll<OfferStream, OfferState> offers = new Roll<>(OfferStream::state);
    private final Roll<ProductionStream, ProductionState> productions = new Roll<>(ProductionStream::state);
    private final Roll<ConsumerStream, ConsumerState> consumers = new Roll<>(ConsumerStream::state);
    private boolean listing = true;
    private boolean changed = true;

    /** The streams of one kind as the newest snapshot has them. */
    private static final class Roll<S extends BrokerStream, V> {
        private final Function<S, V> view;
        private final List<S> stale = new ArrayList<>();
        private @Nullable List<V> newest;

        Roll(Function<S, V> view) {
            this.view = view;
        }

        List<V> bringUpToDate(Collection<S> streams) {
            List<V> known = newest;
            if (known != null && stale.isEmpty()) {
                return known;
            }
            List<V> list = known == null ? anew(streams) : patched(known);
            stale.clear();
            newest = Collections.unmodifiableList(list);
            return newest;
        }

        /** Connections number their streams side by side, and do not tell of them in that order. */
        private List<V> anew(Collection<S> streams) {
            List<S> ordered = new ArrayList<>(streams);
            ordered.sort(Comparator.comparing(BrokerStream::id));
            List<V> list = new ArrayList<>(ordered.size());
            for (S stream : ordered) {
                stream.place = list.size();
                list.add(view.apply(stream));
            }
            return list;
        }

        private List<V> patched(List<V> known) {
            List<V> list = new ArrayList<>(known);
            for (S stream : stale) {
                list.set(stream.place, view.apply(stream));
            }
            return list;
        }
    }

    void resourcesChanged() {
        resources = null;
        changed = true;
    }

    /** A stream of a kind has come or gone; a production also when it tells what it produces. */
    void rosterChanged(BrokerStream stream) {
        rollOf(stream).newest = null;
        changed = true;
    }

    /** The state of a stream differs from that in the newest snapshot; told once for each snapshot. */
    void stateChanged(OfferStream offer) {
        offers.stale.add(offer);
        changed = true;
    }

    /** As for an offer. */
    void stateChanged(ProductionStream production) {
        productions.stale.add(production);
        changed = true;
    }

    /** As for an offer. */
    void stateChanged(ConsumerStream consumer) {
        consumers.stale.add(consumer);
        changed = true;
    }

    private Roll<?, ?> rollOf(BrokerStream stream) {
        return switch (stream) {
            case OfferStream offer -> offers;
            case ProductionStream production -> productions;
            case ConsumerStream consumer -> consumers;
        };
    }

    /** Whether snapshots list streams. */
    void listStreams(boolean wanted) {
        changed |= listing != wanted;
        listing = wanted;
    }

    void rulesChanged() {
        changed = true;
    }

    boolean haveChanged() {
        return changed;
    }

    BrokerSnapshot snapshot(
            Tanks tanks, OpenStreams streams, OperatorRules rules, long messagesIn, long messagesOut, long nowNanos) {
        changed = false;
        if (resources == null) {
            resources = tanks.all().stream().map(Tank::state).toList();
        }
        return new BrokerSnapshot(
                ++sequence,
                nowNanos,
                TimeUnit.NANOSECONDS.toMillis(nowNanos),
                rules.isListening(),
                resources,
                listing ? offers.bringUpToDate(streams.offers()) : List.of(),
                listing ? productions.bringUpToDate(streams.boundProductions()) : List.of(),
                listing ? consumers.bringUpToDate(streams.consumers()) : List.of(),
                streams.openingProductions(),
                rules.list(),
                messagesIn,
                messagesOut);
    }
}
