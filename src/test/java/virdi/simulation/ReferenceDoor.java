package virdi.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.ClientId;
import virdi.model.CloseStatus.Code;
import virdi.model.ResourceId;
import virdi.model.Target;

/** Whom the model lets in. */
final class ReferenceDoor {
    private final ReferenceBroker broker;
    private boolean open = true;
    private boolean shutDown;

    ReferenceDoor(ReferenceBroker broker) {
        this.broker = broker;
    }

    boolean isOpen() {
        return open;
    }

    /** Whether the broker takes no commands any more either. */
    boolean isShutDown() {
        return shutDown;
    }

    void shutDown() {
        shutDown = true;
        closes();
    }

    /** Lets clients in again; false when it did already. */
    boolean opens() {
        boolean changes = !open;
        open = true;
        return changes;
    }

    /** Ends everything and lets nobody in; false when it did already. */
    boolean closes() {
        boolean changes = open;
        open = false;
        if (changes) {
            broker.openStreams().forEach(id -> broker.endAny(id, Code.UNAVAILABLE));
        }
        return changes;
    }

    /** All the reasons for which a stream must be refused; which of them it is told is free. */
    Set<Code> refusals(ClientId client, @Nullable ResourceId resource, Target... targets) {
        if (!open) {
            return EnumSet.of(Code.UNAVAILABLE);
        }
        Set<Code> refusals = EnumSet.noneOf(Code.class);
        if (broker.rules.isBlocked(targets)) {
            refusals.add(Code.PERMISSION_DENIED);
        }
        List<ClientId> clients = new ArrayList<>();
        broker.offers.values().forEach(offer -> clients.add(offer.client));
        broker.productions.values().forEach(production -> clients.add(production.client));
        broker.consumers.values().forEach(consumer -> clients.add(consumer.client));
        long own = clients.stream().filter(client::equals).count();
        long others = clients.stream().distinct().count();
        if (own >= broker.settings.maxStreamsPerClient() || (own == 0 && others >= broker.settings.maxClients())) {
            refusals.add(Code.UNAVAILABLE);
        }
        if (resource != null) {
            addIfNotCreated(resource, refusals);
        }
        return refusals;
    }

    /** An unknown resource is created or refused, as the settings say. */
    void addIfNotCreated(ResourceId resource, Set<Code> refusals) {
        if (broker.tanks.containsKey(resource)) {
            return;
        }
        if (!broker.settings.createUnknownResources()) {
            refusals.add(Code.FAILED_PRECONDITION);
        } else if (broker.tanks.size() >= broker.settings.maxResources()) {
            refusals.add(Code.UNAVAILABLE);
        }
    }
}
