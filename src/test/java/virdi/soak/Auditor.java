package virdi.soak;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import virdi.engine.BrokerMonitor;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.Ledger;

/** Looks over the broker's shoulder, over all its runs, and adds their ledgers up. Any thread; guarded by its lock. */
final class Auditor {
    private static final Ledger EMPTY = new Ledger(0, 0, 0, 0, 0, 0);

    private final World world;
    private final Map<String, Ledger> ended = new TreeMap<>();
    private final Map<String, Ledger> looked = new HashMap<>();
    private @Nullable BrokerMonitor run;
    private long readUpTo;

    Auditor(World world) {
        this.world = world;
    }

    /** A run has begun; it must go on from the levels of the last. */
    synchronized void begins(BrokerMonitor observatory) {
        run = observatory;
        readUpTo = 0;
        looked.clear();
        Map<String, Long> openings = new HashMap<>();
        observatory
                .snapshot()
                .resources()
                .forEach(
                        state -> openings.put(state.id().value(), state.ledger().opening()));
        ended.forEach((resource, before) -> {
            long opening = openings.getOrDefault(resource, 0L);
            if (opening != before.level()) {
                world.books().fault(resource + " ended with " + before.level() + " and began with " + opening);
            }
        });
    }

    /** A run is over: nobody may be left in it, and its ledgers are added to those of the runs before. */
    synchronized void ends() {
        BrokerMonitor over = run;
        if (over == null) {
            return;
        }
        look();
        readJournal();
        run = null;
        BrokerSnapshot last = over.snapshot();
        if (streams(last).findAny().isPresent() || last.opening() != 0) {
            world.books().fault("a stopped broker has streams: " + streams(last).toList());
        }
        for (ResourceState state : last.resources()) {
            Ledger now = state.ledger();
            Ledger before = ended.getOrDefault(state.id().value(), EMPTY);
            ended.put(
                    state.id().value(),
                    new Ledger(
                            before.opening(),
                            before.accepted() + now.accepted(),
                            before.injected() + now.injected(),
                            before.delivered() + now.delivered(),
                            now.level(),
                            before.purged() + now.purged()));
        }
    }

    /** The ledgers of all runs together. */
    synchronized Map<String, Ledger> ledgers() {
        return new TreeMap<>(ended);
    }

    /** The newest snapshot must conserve every unit, and its counters must not have fallen. */
    synchronized void look() {
        if (run == null) {
            return;
        }
        for (ResourceState state : run.snapshot().resources()) {
            Ledger now = state.ledger();
            Ledger before = looked.put(state.id().value(), now);
            world.tally().count("checks: conservation of a resource");
            if (now.difference() != 0 || now.level() < 0 || state.dueUnits() < 0 || state.dueUnits() > now.level()) {
                world.books().fault("not conserved: " + state);
            }
            // Delivered may fall: what a dying stream did not take goes back.
            if (before != null
                    && (now.accepted() < before.accepted()
                            || now.injected() < before.injected()
                            || now.purged() < before.purged())) {
                world.books().fault("a counter fell: " + before + ", then " + now);
            }
        }
        long unready =
                run.snapshot().consumers().stream().filter(it -> !it.ready()).count();
        world.tally().add("seen: consumers whose transport takes no more (each second)", unready);
    }

    /** Copies the endings of streams into the books. */
    synchronized void readJournal() {
        if (run == null) {
            return;
        }
        List<BrokerEvent> events = run.eventsAfter(readUpTo);
        for (BrokerEvent event : events) {
            if (event.sequence() != readUpTo + 1) {
                world.books().journalHasGaps();
            }
            readUpTo = event.sequence();
            if (event.kind() == BrokerEvent.Kind.ENDED) {
                world.books().journalled(event);
            }
        }
        world.tally().add("events in the journal", events.size());
    }

    /** The names of all clients with a stream; empty between two runs. */
    synchronized Set<String> clients() {
        Set<String> names = new HashSet<>();
        if (run != null) {
            streams(run.snapshot())
                    .forEach(stream -> names.add(stream.peer().client().value()));
        }
        return names;
    }

    private static Stream<StreamState> streams(BrokerSnapshot snapshot) {
        return Stream.of(snapshot.offers(), snapshot.productions(), snapshot.consumers())
                .flatMap(List::stream);
    }
}
