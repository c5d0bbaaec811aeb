package virdi.telemetry.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.OperatorRule;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Series;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.StreamView;
import virdi.telemetry.TimeRange;

/** Makes snapshots of a situation and the frames of them, with time stepped by hand. Not a broker: it has no rules. */
final class Plant {
    static final long SECOND = 1_000_000_000L;
    static final long EPOCH = 1_767_276_131_000L;
    private static final long START = 5_000 * SECOND;
    private static final long LOOK = SECOND / 30;

    final FrameMaker maker = new FrameMaker();
    final List<OperatorRule> rules = new ArrayList<>();
    long now = START;
    private final Map<String, PlantedTank> tanks = new TreeMap<>();
    private final Map<String, PlantedStream> pipes = new HashMap<>();
    private final List<BrokerEvent> news = new ArrayList<>();
    private SeriesQuery watched = SeriesQuery.NONE;
    private Set<SeriesQuery> watches = Set.of();
    private BrokerSnapshot snapshot = BrokerSnapshot.EMPTY;
    private boolean listening = true;
    private boolean changed = true;
    private long ids;
    private long messages;
    private Frame frame = Frame.EMPTY;
    private long restsUntil;

    Plant tank(String name, long capacity, long level) {
        PlantedTank tank = new PlantedTank();
        tank.capacity = capacity;
        tank.level = level;
        tank.injected = level;
        tanks.put(name, tank);
        return changed();
    }

    Plant offer(String client, String resource) {
        return open(client, new PlantedStream(++ids, StreamKind.OFFER, client, resource, now));
    }

    Plant production(String client, String resource) {
        return open(client, new PlantedStream(++ids, StreamKind.PRODUCTION, client, resource, now));
    }

    Plant consumer(String name, String resource, long maxRate) {
        return consumer(name, "factory", name, resource, maxRate);
    }

    /** @param name what the test calls it */
    Plant consumer(String name, String client, String consumer, String resource, long maxRate) {
        PlantedStream pipe = new PlantedStream(++ids, StreamKind.CONSUMER, client, resource, now);
        pipe.consumer = consumer;
        pipe.maxRate = maxRate;
        return open(name, pipe);
    }

    Plant end(String name) {
        pipes.remove(name);
        return changed();
    }

    /** Changes a stream: named after its consumer, or its client. */
    Plant pipe(String name, Consumer<PlantedStream> change) {
        PlantedStream pipe = get(name);
        change.accept(pipe);
        pipe.changed();
        return changed();
    }

    /** Takes a tank away that has no streams. */
    Plant remove(String tank) {
        tanks.remove(tank);
        return changed();
    }

    Plant change(String name, Consumer<PlantedTank> change) {
        change.accept(tank(name));
        return changed();
    }

    /** Lets no clients in. */
    Plant stop() {
        listening = false;
        return changed();
    }

    Plant start() {
        listening = true;
        return changed();
    }

    Plant rule(OperatorRule rule) {
        rules.add(rule);
        return changed();
    }

    /** Nothing is left, and these wait. */
    Plant empty(String resource, String... waiting) {
        change(resource, it -> {
            it.emptySince = now;
            it.injected -= it.level;
            it.level = 0;
        });
        for (String name : waiting) {
            pipe(name, it -> it.backlogged = true);
        }
        return this;
    }

    Plant full(String resource) {
        return change(resource, it -> {
            it.injected += it.capacity - it.level;
            it.level = it.capacity;
            it.demand = false;
        });
    }

    Plant produce(String name, long units) {
        PlantedStream pipe = get(name);
        messages++;
        change(pipe.resource, it -> {
            it.accepted += units;
            it.level += units;
        });
        return pipe(name, it -> {
            it.units += units;
            it.messages++;
        });
    }

    Plant deliver(String name, long units) {
        PlantedStream pipe = get(name);
        messages++;
        change(pipe.resource, it -> {
            it.delivered += units;
            it.level -= units;
        });
        return pipe(name, it -> {
            it.units += units;
            it.messages++;
        });
    }

    Plant event(BrokerEvent event) {
        news.add(event);
        return this;
    }

    Plant watch(TimeRange span, Target... targets) {
        watched = new SeriesQuery(Set.of(targets), span);
        return watch(targets.length == 0 ? Set.of() : Set.of(watched));
    }

    /** Has the pasts of several things carried, each on its own. */
    Plant watch(Set<SeriesQuery> each) {
        watches = each;
        restsUntil = now;
        return this;
    }

    /** The past of what is watched. */
    Series past(Frame carrier) {
        return carrier.series(watched);
    }

    /** Looks now; until time alone may change what is seen, as the maker told, it must not. */
    Frame look() {
        boolean told = changed || !news.isEmpty();
        if (changed) {
            changed = false;
            snapshot = snapshot();
        }
        Frame before = frame;
        frame = maker.sample(snapshot, List.copyOf(news), watches, now);
        if (!told && now < restsUntil) {
            assertThat(frame).isSameAs(before);
        }
        restsUntil = now + Math.min(maker.restNanos(now), 3_600 * SECOND);
        news.clear();
        return frame;
    }

    Frame pass(double seconds) {
        return pass(seconds, () -> {});
    }

    Frame pass(double seconds, Runnable before) {
        return pass(seconds, look -> before.run());
    }

    /** Lets time pass, looking 30 times a second; before each look it does something with the number of the look, from 0. */
    Frame pass(double seconds, IntConsumer before) {
        long until = now + (long) (seconds * SECOND);
        int look = 0;
        do {
            now = Math.min(until, now + LOOK);
            before.accept(look++);
            look();
        } while (now < until);
        return frame;
    }

    StreamView stream(String name) {
        StreamId id = get(name).id;
        return frame.streams().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    ResourceView resource(String name) {
        return frame.resources().stream()
                .filter(it -> it.id().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Target target(String name) {
        return new Target.OneStream(get(name).id);
    }

    private Plant open(String name, PlantedStream pipe) {
        pipes.put(name, pipe);
        return changed();
    }

    private Plant changed() {
        changed = true;
        return this;
    }

    private PlantedStream get(String name) {
        PlantedStream pipe = pipes.get(name);
        if (pipe == null) {
            throw new IllegalArgumentException(name);
        }
        return pipe;
    }

    private PlantedTank tank(String name) {
        PlantedTank tank = tanks.get(name);
        if (tank == null) {
            throw new IllegalArgumentException(name);
        }
        return tank;
    }

    private BrokerSnapshot snapshot() {
        List<ResourceState> resources = new ArrayList<>();
        tanks.forEach((name, it) -> resources.add(it.state(name, now)));
        List<OfferState> offers = new ArrayList<>();
        List<ProductionState> productions = new ArrayList<>();
        List<ConsumerState> consumers = new ArrayList<>();
        pipes.values().stream().sorted(Comparator.comparing(it -> it.id)).forEach(it -> {
            StreamState state = it.state(now);
            if (state instanceof OfferState offer) {
                offers.add(offer);
            } else if (state instanceof ProductionState production) {
                productions.add(production);
            } else if (state instanceof ConsumerState consumer) {
                consumers.add(consumer);
            }
        });
        return new BrokerSnapshot(
                snapshot.sequence() + 1,
                now,
                EPOCH + (now - START) / 1_000_000,
                listening,
                resources,
                offers,
                productions,
                consumers,
                0,
                List.copyOf(rules),
                messages,
                0);
    }
}
