package virdi.broker;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import virdi.model.StreamId;
import virdi.model.Target;

/** The streams that are open, in the order they opened. Broker's thread only. */
final class OpenStreams {
    private final Map<StreamId, OfferStream> offers = new LinkedHashMap<>();
    private final Map<StreamId, ProductionStream> productions = new LinkedHashMap<>();
    private final Map<Target.Consumption, ConsumerStream> consumers = new LinkedHashMap<>();

    void add(BrokerStream stream) {
        switch (stream) {
            case OfferStream offer -> offers.put(offer.id(), offer);
            case ProductionStream production -> productions.put(production.id(), production);
            case ConsumerStream consumer -> consumers.put(consumer.key(), consumer);
        }
    }

    void remove(BrokerStream stream) {
        switch (stream) {
            case OfferStream offer -> offers.remove(offer.id());
            case ProductionStream production -> productions.remove(production.id());
            case ConsumerStream consumer -> consumers.remove(consumer.key());
        }
    }

    /** Whether a client has this consumer open. */
    boolean holds(Target.Consumption consumption) {
        return consumers.containsKey(consumption);
    }

    /** All that an operator can point at. */
    Stream<BrokerStream> all() {
        return Stream.<Collection<? extends BrokerStream>>of(offers.values(), productions.values(), consumers.values())
                .flatMap(Collection::stream);
    }

    List<BrokerStream> concernedBy(Target target) {
        return all().filter(stream -> TargetMatcher.concerns(target, stream)).toList();
    }

    @Nullable
    BrokerStream find(StreamId id) {
        return all().filter(stream -> stream.id().equals(id)).findAny().orElse(null);
    }

    Collection<OfferStream> offers() {
        return offers.values();
    }

    /** The productions that have told what they produce. */
    Collection<ProductionStream> boundProductions() {
        return productions.values().stream().filter(ProductionStream::isBound).toList();
    }

    /** How many productions have not told yet. */
    int openingProductions() {
        return (int) productions.values().stream()
                .filter(production -> !production.isBound())
                .count();
    }

    Collection<ConsumerStream> consumers() {
        return consumers.values();
    }
}
