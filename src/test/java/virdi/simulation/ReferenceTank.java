package virdi.simulation;

import java.util.ArrayList;
import java.util.List;
import virdi.model.ClientId;
import virdi.model.ResourceId;

/**
 * One resource of the model: its units and who makes and takes them. What is due to consumers is part of the level and
 * not free: an amount goes first to consumers with credit.
 */
final class ReferenceTank {
    final ResourceId id;
    final long opening;
    long capacity;
    long resume;
    boolean demand;
    long free;
    /** Since when there have been free units; meaningless while there are none. */
    long freeSince;

    long accepted;
    long injected;
    long purged;
    long delivered;

    final List<ReferenceOffer> offers = new ArrayList<>();
    final List<ReferenceProduction> productions = new ArrayList<>();
    final List<ReferenceConsumer> consumers = new ArrayList<>();

    ReferenceTank(ResourceId id, long opening, long capacity, int resumePercent, long now) {
        this.id = id;
        this.opening = opening;
        this.free = opening;
        this.freeSince = now;
        setCapacity(capacity, resumePercent);
        this.demand = !isFull();
    }

    void setCapacity(long units, int resumePercent) {
        capacity = units;
        resume = Math.min(units * resumePercent / 100, units - 1);
    }

    boolean isFull() {
        return free >= capacity;
    }

    boolean isProducing(ClientId client) {
        return productions.stream().anyMatch(production -> production.client.equals(client));
    }

    void put(long units, long now) {
        if (free == 0 && units > 0) {
            freeSince = now;
        }
        free += units;
    }
}
