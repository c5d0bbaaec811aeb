package virdi.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.ConsumptionSpec;
import virdi.model.Ledger;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.Peer;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.Target;
import virdi.model.Watermarks;

/** Plants a situation in snapshots and looks at it, with time stepped by hand. Not a broker: it does as it is told. */
final class Plant {
    static final long SECOND = 1_000_000_000L;
    static final long EPOCH = 1_767_276_131_000L;
    private static final long START = 5_000 * SECOND;
    private static final long LOOK = SECOND / 30;

    /** A tank, to be changed at will. */
    static final class Tank {
        long capacity = 100;
        long level;
        long accepted;
        long injected;
        long delivered;
        long due;
        boolean demand = true;

        @Nullable
        Long emptySince;
    }

    /** A stream, to be changed at will. */
    static final class Pipe {
        final StreamId id;
        final Peer peer;
        final String resource;
        final String kind;
        long opened;
        String consumer = "";
        long maxRate = 60;
        long units;
        long messages;
        long due;
        double buffered;
        boolean backlogged;
        boolean ready = true;
        boolean producing;
        boolean blocked;
        boolean held;
        boolean unsolicited;

        @Nullable
        Long unanswered;

        @Nullable
        Pace throttle;

        @Nullable
        StreamState made;

        Pipe(long id, String kind, String client, String resource, long opened) {
            this.id = new StreamId(id);
            this.kind = kind;
            this.peer = new Peer(new ClientId(client), true, "127.0.0.1:4242");
            this.resource = resource;
            this.opened = opened;
        }
    }

    final FrameMaker maker = new FrameMaker();
    final List<OperatorRule> rules = new ArrayList<>();
    long now = START;
    private final Map<String, Tank> tanks = new TreeMap<>();
    private final Map<String, Pipe> pipes = new HashMap<>();
    private final List<BrokerEvent> news = new ArrayList<>();
    private Watch watched = Watch.NONE;
    private Set<Watch> watches = Set.of();
    private BrokerSnapshot snapshot = BrokerSnapshot.EMPTY;
    private boolean listening = true;
    private boolean changed = true;
    private long ids;
    private long messages;
    private Frame frame = Frame.EMPTY;
    private long restsUntil;

    Plant tank(String name, long capacity, long level) {
        Tank tank = new Tank();
        tank.capacity = capacity;
        tank.level = level;
        tank.injected = level;
        tanks.put(name, tank);
        return changed();
    }

    Plant offer(String client, String resource) {
        return open(client, new Pipe(++ids, "offer", client, resource, now));
    }

    Plant production(String client, String resource) {
        return open(client, new Pipe(++ids, "production", client, resource, now));
    }

    Plant consumer(String name, String resource, long maxRate) {
        return consumer(name, "factory", name, resource, maxRate);
    }

    /** @param name what the test calls it */
    Plant consumer(String name, String client, String consumer, String resource, long maxRate) {
        Pipe pipe = new Pipe(++ids, "consumer", client, resource, now);
        pipe.consumer = consumer;
        pipe.maxRate = maxRate;
        return open(name, pipe);
    }

    Plant end(String name) {
        pipes.remove(name);
        return changed();
    }

    /** Changes a stream: named after its consumer, or its client. */
    Plant pipe(String name, Consumer<Pipe> change) {
        Pipe pipe = get(name);
        change.accept(pipe);
        pipe.made = null;
        return changed();
    }

    /** Takes a tank away that has no streams. */
    Plant remove(String tank) {
        tanks.remove(tank);
        return changed();
    }

    Plant change(String name, Consumer<Tank> change) {
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
        Pipe pipe = get(name);
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
        Pipe pipe = get(name);
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

    Plant watch(Span span, Target... targets) {
        watched = new Watch(Set.of(targets), span);
        return watch(targets.length == 0 ? Set.of() : Set.of(watched));
    }

    /** Has the pasts of several things carried, each on its own. */
    Plant watch(Set<Watch> each) {
        watches = each;
        restsUntil = now;
        return this;
    }

    /** The past of what is watched. */
    Series past(Frame carrier) {
        return carrier.past(watched);
    }

    /** Looks now; until time alone may change what is seen, as the maker told, it must not. */
    Frame look() {
        boolean told = changed || !news.isEmpty();
        if (changed) {
            changed = false;
            snapshot = snapshot();
        }
        Frame before = frame;
        frame = maker.look(snapshot, List.copyOf(news), watches, now);
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

    /** Lets time pass, looking 30 times a second, and does something before each look. */
    Frame pass(double seconds, Runnable before) {
        long until = now + (long) (seconds * SECOND);
        do {
            now = Math.min(until, now + LOOK);
            before.run();
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

    private Plant open(String name, Pipe pipe) {
        pipes.put(name, pipe);
        return changed();
    }

    private Plant changed() {
        changed = true;
        return this;
    }

    private Pipe get(String name) {
        Pipe pipe = pipes.get(name);
        if (pipe == null) {
            throw new IllegalArgumentException(name);
        }
        return pipe;
    }

    private Tank tank(String name) {
        Tank tank = tanks.get(name);
        if (tank == null) {
            throw new IllegalArgumentException(name);
        }
        return tank;
    }

    private BrokerSnapshot snapshot() {
        List<ResourceState> resources = new ArrayList<>();
        tanks.forEach((name, it) -> resources.add(new ResourceState(
                new ResourceId(name),
                new Ledger(0, it.accepted, it.injected, it.delivered, it.level, 0),
                it.due,
                Watermarks.of(it.capacity, 75),
                it.demand,
                it.emptySince,
                it.demand ? null : Long.valueOf(now))));
        List<OfferState> offers = new ArrayList<>();
        List<ProductionState> productions = new ArrayList<>();
        List<ConsumerState> consumers = new ArrayList<>();
        pipes.values().stream().sorted(Comparator.comparing(it -> it.id)).forEach(it -> {
            StreamState state = state(it);
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

    private StreamState state(Pipe it) {
        StreamState made = it.made;
        if (made == null) {
            var resource = new ResourceId(it.resource);
            made = it.made = switch (it.kind) {
                case "offer" ->
                    new OfferState(it.id, it.peer, resource, it.opened, 1, it.unanswered, it.producing, it.blocked);
                case "production" ->
                    new ProductionState(
                            it.id,
                            it.peer,
                            resource,
                            it.opened,
                            it.unsolicited,
                            it.units,
                            it.messages,
                            it.throttle,
                            it.held);
                default ->
                    new ConsumerState(
                            it.id,
                            it.peer,
                            new ConsumptionSpec(new ConsumerId(it.consumer), resource, it.maxRate, it.maxRate, 0),
                            it.opened,
                            it.maxRate,
                            Math.max(1, it.maxRate * 3 / 4),
                            it.buffered,
                            now,
                            it.units,
                            it.messages,
                            it.due,
                            0,
                            it.ready,
                            it.throttle,
                            it.backlogged);
            };
        }
        return made;
    }
}
