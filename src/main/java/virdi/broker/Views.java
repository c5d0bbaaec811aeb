package virdi.broker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.BrokerSnapshot.ResourceState;

/**
 * Makes snapshots and remembers what of the last one still holds: a kind of stream of which none has changed keeps its
 * list, a stream that has not changed keeps its state. Broker's thread only.
 */
final class Views {
    private long sequence;
    private @Nullable List<ResourceState> resources;
    private @Nullable List<OfferState> offers;
    private @Nullable List<ProductionState> productions;
    private @Nullable List<ConsumerState> consumers;
    private boolean changed = true;

    void resourcesChanged() {
        resources = null;
        changed = true;
    }

    void offersChanged() {
        offers = null;
        changed = true;
    }

    void productionsChanged() {
        productions = null;
        changed = true;
    }

    void consumersChanged() {
        consumers = null;
        changed = true;
    }

    void rulesChanged() {
        changed = true;
    }

    boolean haveChanged() {
        return changed;
    }

    BrokerSnapshot snapshot(Broker broker, long nowNanos) {
        changed = false;
        List<ResourceState> resourceList = resources = orMade(resources, broker.tanks(), Tank::state);
        List<OfferState> offerList = offers = orMade(offers, broker.streams().offers(), OfferStream::state);
        List<ProductionState> productionList =
                productions = orMade(productions, broker.streams().boundProductions(), ProductionStream::state);
        List<ConsumerState> consumerList =
                consumers = orMade(consumers, broker.streams().consumers(), ConsumerStream::state);
        return new BrokerSnapshot(
                ++sequence,
                nowNanos,
                nowNanos / 1_000_000,
                broker.rules().isListening(),
                resourceList,
                offerList,
                productionList,
                consumerList,
                broker.streams().openingProductions(),
                broker.rules().list(),
                broker.messagesIn(),
                broker.messagesOut());
    }

    private static <S, V> List<V> orMade(@Nullable List<V> known, Collection<S> sources, Function<S, V> view) {
        if (known != null) {
            return known;
        }
        List<V> made = new ArrayList<>(sources.size());
        for (S source : sources) {
            made.add(view.apply(source));
        }
        return Collections.unmodifiableList(made);
    }
}
