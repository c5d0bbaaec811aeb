package virdi.broker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.Ledger;
import virdi.model.ResourceId;
import virdi.model.Units;
import virdi.model.Watermarks;

/**
 * One resource: its units, who makes them, who takes them. Broker's thread only.
 *
 * <p>The level counts every unit the broker is responsible for. The part of it that is already allotted to consumers
 * (due, and on its way within a coalescing interval) is not <em>free</em>; whether the tank is full or its demand has
 * returned is a question of the free units, because an amount goes first to consumers with credit and only the rest into
 * the buffer.
 *
 * <p>Either nobody waits or no unit is free: whoever has credit takes what is there, and waits when nothing is.
 */
final class Tank extends FairWaitQueue {
    /** A tank is said to be empty once somebody has waited so long; a shorter wait is the ordinary gap between messages. */
    private static final long EMPTY_DWELL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Timers timers;
    private final Journal journal;
    private final SnapshotMaker snapshots;
    private final StreamCloser closer;
    private final ResourceId id;
    private final long openingUnits;
    private final Map<ClientId, Supply> supplies = new LinkedHashMap<>();
    private final Timers.Timer emptyDwell = Timers.of(this::saysEmpty);
    private Watermarks marks;
    private boolean demand;
    private @Nullable Long fullSinceNanos;
    private @Nullable Long emptySinceNanos;

    private long levelUnits;
    private long dueUnits;
    private long acceptedUnits;
    private long injectedUnits;
    private long deliveredUnits;
    private long purgedUnits;
    private @Nullable ResourceState state;

    Tank(
            ResourceId id,
            Watermarks marks,
            long openingUnits,
            Timers timers,
            Journal journal,
            SnapshotMaker snapshots,
            StreamCloser closer,
            long nowNanos) {
        super(timers);
        this.timers = timers;
        this.journal = journal;
        this.snapshots = snapshots;
        this.closer = closer;
        this.id = id;
        this.marks = marks;
        this.openingUnits = openingUnits;
        this.levelUnits = openingUnits;
        this.demand = openingUnits < marks.capacityUnits();
        this.fullSinceNanos = demand ? null : nowNanos;
    }

    /** One client's offers and productions of this resource. */
    private static final class Supply {
        private final List<OfferStream> offers = new ArrayList<>();
        private final List<ProductionStream> productions = new ArrayList<>();
    }

    // Units

    long freeUnits() {
        return levelUnits - dueUnits;
    }

    @Override
    long available(long nowNanos) {
        return freeUnits();
    }

    long levelUnits() {
        return levelUnits;
    }

    /** Takes an amount of a production: first to consumers with credit, the rest stays. */
    void accept(long units, long nowNanos) {
        acceptedUnits = Units.saturatingAdd(acceptedUnits, units);
        if (acceptedUnits == Long.MAX_VALUE) {
            journal.saturated(this, nowNanos);
        }
        put(units, nowNanos);
    }

    void inject(long units, long nowNanos) {
        injectedUnits += units;
        put(units, nowNanos);
    }

    private void put(long units, long nowNanos) {
        levelUnits = Units.saturatingAdd(levelUnits, units);
        changed();
        distribute(nowNanos);
        checkMarks(nowNanos);
    }

    /** Discards free units; what is due to a consumer is already spoken for. */
    long purge(long atMost, long nowNanos) {
        long units = Math.min(atMost, freeUnits());
        purgedUnits += units;
        levelUnits -= units;
        changed();
        checkMarks(nowNanos);
        return units;
    }

    /** Those who wait share the free units. */
    void distribute(long nowNanos) {
        if (waiting() > 0) {
            share(nowNanos);
            watchEmptiness(nowNanos);
        }
    }

    void allotted(long units, long nowNanos) {
        dueUnits += units;
        changed();
        if (!demand) {
            checkMarks(nowNanos);
        }
    }

    void delivered(long units) {
        dueUnits -= units;
        levelUnits -= units;
        deliveredUnits = Units.saturatingAdd(deliveredUnits, units);
        changed();
    }

    void undelivered(long units, long nowNanos) {
        deliveredUnits -= units;
        put(units, nowNanos);
    }

    /** Units that were due to a consumer are free again. */
    void gaveBack(long units, long nowNanos) {
        dueUnits -= units;
        put(0, nowNanos);
    }

    // Demand

    boolean hasDemand() {
        return demand;
    }

    void setMarks(Watermarks newMarks, long nowNanos) {
        marks = newMarks;
        changed();
        checkMarks(nowNanos);
    }

    private void checkMarks(long nowNanos) {
        if (isFull()) {
            if (demand) {
                demand = false;
                fullSinceNanos = nowNanos;
                changed();
                journal.tankFull(this, nowNanos);
                offers().forEach(OfferStream::demandEnds);
            }
            // Also those that opened unasked while the level was between the marks.
            endProductions(nowNanos);
        } else if (!demand && freeUnits() <= marks.resumeUnits()) {
            demand = true;
            fullSinceNanos = null;
            changed();
            journal.demandReturned(this, nowNanos);
            offers().forEach(offer -> offer.demandBegins(nowNanos));
        }
    }

    boolean isFull() {
        return freeUnits() >= marks.capacityUnits();
    }

    CloseStatus fullStatus() {
        return new CloseStatus(
                CloseStatus.Code.RESOURCE_EXHAUSTED,
                "the buffer of " + id + " is full: " + freeUnits() + " of " + marks.capacityUnits() + " units");
    }

    private void endProductions(long nowNanos) {
        CloseStatus full = fullStatus();
        supplies.values().stream()
                .flatMap(supply -> supply.productions.stream())
                .toList()
                .forEach(production -> closer.end(production, full, nowNanos));
    }

    void watchEmptiness(long nowNanos) {
        boolean empty = freeUnits() == 0 && waiting() > 0;
        if (empty == (emptySinceNanos != null)) {
            return;
        }
        emptySinceNanos = empty ? nowNanos : null;
        timers.set(emptyDwell, empty ? nowNanos + EMPTY_DWELL_NANOS : Timers.NEVER);
        changed();
    }

    private void saysEmpty(long nowNanos) {
        journal.tankEmpty(this, waiting(), nowNanos);
    }

    // Streams

    boolean isProducing(ClientId client) {
        Supply supply = supplies.get(client);
        return supply != null && !supply.productions.isEmpty();
    }

    List<OfferStream> offers() {
        return supplies.values().stream()
                .flatMap(supply -> supply.offers.stream())
                .toList();
    }

    void add(OfferStream offer, long nowNanos) {
        supplies.computeIfAbsent(offer.peer().client(), client -> new Supply())
                .offers
                .add(offer);
        if (demand) {
            offer.demandBegins(nowNanos);
        }
    }

    /** Adds a bound production; true when one of its client's offers had asked for it. */
    boolean add(ProductionStream production) {
        Supply supply = supplies.computeIfAbsent(production.peer().client(), client -> new Supply());
        boolean requested = supply.offers.stream().anyMatch(OfferStream::isRequested);
        supply.productions.add(production);
        supply.offers.forEach(OfferStream::answered);
        return requested;
    }

    void remove(OfferStream offer) {
        Supply supply = supplies.get(offer.peer().client());
        if (supply != null) {
            supply.offers.remove(offer);
            dropIfIdle(offer.peer().client(), supply);
        }
    }

    void remove(ProductionStream production, long nowNanos) {
        ClientId client = production.peer().client();
        Supply supply = supplies.get(client);
        if (supply != null) {
            supply.productions.remove(production);
            for (OfferStream offer : supply.offers) {
                if (demand && supply.productions.isEmpty()) {
                    offer.productionEnded(production.units() > 0, nowNanos);
                } else {
                    offer.changed();
                }
            }
            dropIfIdle(client, supply);
        }
    }

    private void dropIfIdle(ClientId client, Supply supply) {
        if (supply.offers.isEmpty() && supply.productions.isEmpty()) {
            supplies.remove(client);
        }
    }

    ResourceId id() {
        return id;
    }

    Watermarks marks() {
        return marks;
    }

    private void changed() {
        state = null;
        snapshots.resourcesChanged();
    }

    ResourceState state() {
        ResourceState known = state;
        if (known == null) {
            Ledger ledger =
                    new Ledger(openingUnits, acceptedUnits, injectedUnits, deliveredUnits, levelUnits, purgedUnits);
            known = new ResourceState(id, ledger, dueUnits, marks, demand, emptySinceNanos, fullSinceNanos);
            state = known;
        }
        return known;
    }
}
