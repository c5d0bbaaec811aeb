package virdi.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.BrokerSnapshot.StreamState;
import virdi.model.ClientId;
import virdi.model.ConsumerId;
import virdi.model.NaturalOrder;
import virdi.model.OperatorRule;
import virdi.model.ResourceId;

/**
 * Makes frames of snapshots; one thread, with a time that the caller steps.
 *
 * <p>The idea: each stream, tank and client has a track that keeps its view until something that people can see has
 * changed, and a frame is made when any of them has. So a busy broker costs a comparison per stream and look, an idle one
 * with a word that counts seconds costs a look a second, and one at rest costs nothing.
 */
final class FrameMaker {
    private static final double SECONDS_PER_MINUTE = 60;
    /** A stream that opened before this was there before the sampler was. */
    private static final long JUST_OPENED = 2 * Words.SECOND;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final List<StreamTrack> unexplained = new ArrayList<>();
    private final EventLog events = new EventLog();
    private final StreamRoster streams = new StreamRoster();
    private final Map<ResourceId, ResourceTrack> tanksById = new HashMap<>();
    private final Map<ClientId, ClientTrack> clientsById = new HashMap<>();
    private final SeriesBook series = new SeriesBook(streams, tanksById, clientsById);
    private RateMeter messages = new RateMeter(0, 0);
    private List<ResourceTrack> tanks = List.of();
    private List<ClientTrack> clients = List.of();
    private BrokerSnapshot seen = BrokerSnapshot.EMPTY;
    private RuleBook rules = new RuleBook(List.of());
    private Set<Watch> watched = Set.of();
    private double messagesPerSecond;
    private long lookedNanos;
    private long explainedNanos;
    private long notedSecond = Long.MIN_VALUE;
    private boolean restless;
    private boolean changing;
    private Frame frame = Frame.EMPTY;

    /** The number of the newest event taken in. */
    long newestEvent() {
        return events.newest();
    }

    /** For how long from a time there is nothing new to see unless the broker tells it; {@link Long#MAX_VALUE} for ever. */
    long restNanos(long nowNanos) {
        long tick = restless ? Words.tick(lookedNanos) + Words.SECOND - nowNanos : Long.MAX_VALUE;
        return changing ? Math.min(tick, lookedNanos + StreamTrack.QUIET - nowNanos) : tick;
    }

    /**
     * The frame for a look at a time: the same instance when there is nothing new to see.
     *
     * @param news the events after {@link #newestEvent}
     * @param watches whose past the frame is to carry
     * @param nowNanos on the broker's clock, not before {@code snapshot.nanos()}
     */
    Frame look(BrokerSnapshot snapshot, List<BrokerEvent> news, Set<Watch> watches, long nowNanos) {
        boolean fresh = !Same.instance(snapshot, seen);
        boolean asked = !Same.instance(watches, watched);
        boolean due = restless && Words.tick(nowNanos) != Words.tick(lookedNanos)
                || changing && nowNanos - lookedNanos >= StreamTrack.QUIET;
        if (!fresh && !asked && !due && news.isEmpty()) {
            return frame;
        }
        lookedNanos = nowNanos;
        events.add(news);
        news.forEach(this::hear);
        List<OperatorRule> oldRules = seen.rules();
        boolean newPort = seen.listening() != snapshot.listening();
        if (fresh) {
            take(snapshot);
        }
        boolean newRules = !Same.instance(oldRules, snapshot.rules()) && !oldRules.equals(snapshot.rules());
        if (newRules) {
            rules = new RuleBook(snapshot.rules());
        }
        long epochMillis = snapshot.epochMillis() + (nowNanos - snapshot.nanos()) / NANOS_PER_MILLI;
        judge(nowNanos);
        explain(nowNanos, epochMillis, newRules || newPort);
        Map<Watch, Series> copied = note(watches, asked, nowNanos, epochMillis);
        restless |= !watches.isEmpty() && !series.isFlat();
        frame = picture(snapshot, copied, newRules, nowNanos, epochMillis);
        return frame;
    }

    private void take(BrokerSnapshot snapshot) {
        boolean others = takeResources(snapshot);
        others |= streams.see(snapshot, this::open);
        long total = snapshot.messagesIn() + snapshot.messagesOut();
        if (frame.sequence() == 0) {
            messages = new RateMeter(snapshot.nanos(), total);
        }
        messages.see(snapshot.nanos(), total);
        seen = snapshot;
        if (others) {
            group();
        }
    }

    /** What a stream moved between the last snapshot and its end is told by its last event only. */
    private void hear(BrokerEvent event) {
        if (event.kind() != BrokerEvent.Kind.ENDED || event.stream() == null) {
            return;
        }
        StreamTrack ended = streams.find(event.stream());
        ClientTrack client = event.client() == null ? null : clientsById.get(event.client());
        if (ended != null) {
            ended.tell(event.units());
        } else if (client != null && event.streamKind() != null) {
            client.move(event.streamKind(), event.units()); // it came and went between two snapshots
        }
    }

    private boolean takeResources(BrokerSnapshot snapshot) {
        List<ResourceState> states = snapshot.resources();
        boolean same =
                states.size() == tanks.size() && states.stream().allMatch(state -> tanksById.containsKey(state.id()));
        if (!same) {
            boolean fromNothing = frame.sequence() > 0;
            List<ResourceTrack> all = new ArrayList<>(states.size());
            for (ResourceState state : states) {
                ResourceTrack known = tanksById.get(state.id());
                all.add(known == null ? new ResourceTrack(state, snapshot.nanos(), fromNothing) : known);
            }
            tanksById.clear();
            all.forEach(tank -> tanksById.put(tank.id(), tank));
            all.sort(Comparator.comparing(tank -> tank.id().value(), NaturalOrder.OF_TEXTS));
            tanks = all;
        }
        for (ResourceState state : states) {
            Objects.requireNonNull(tanksById.get(state.id())).see(state, snapshot.nanos());
        }
        return !same;
    }

    private StreamTrack open(StreamState state, long nanos) {
        ResourceTrack tank = tanksById.get(state.resource());
        if (tank == null) {
            throw new IllegalStateException(state.id() + " is a stream of no resource: " + state.resource());
        }
        ClientTrack client = clientsById.computeIfAbsent(state.peer().client(), it -> new ClientTrack(state.peer()));
        return switch (state) {
            case OfferState offer -> new OfferTrack(offer, tank, client);
            case ProductionState it -> new ProductionTrack(it, meter(it, it.acceptedUnits(), nanos), tank, client);
            case ConsumerState it -> new ConsumerTrack(it, meter(it, it.deliveredUnits(), nanos), nanos, tank, client);
        };
    }

    private static RateMeter meter(StreamState state, long units, long nanos) {
        boolean justOpened = nanos - state.openedNanos() < JUST_OPENED;
        return justOpened ? new RateMeter(state.openedNanos(), 0) : new RateMeter(nanos, units);
    }

    /** Tells tanks and clients anew whose streams they have. */
    private void group() {
        tanks.forEach(ResourceTrack::clear);
        clientsById.values().forEach(ClientTrack::clear);
        for (int i = 0; i < streams.size(); i++) {
            StreamTrack stream = streams.at(i);
            stream.tank.add(stream);
            stream.client.see(stream.state().peer());
            stream.client.add(stream);
        }
        tanks.forEach(ResourceTrack::count);
        tellNamesakes();
        clientsById.values().removeIf(client -> client.streams() == 0);
        List<ClientTrack> all = new ArrayList<>(clientsById.values());
        all.sort(Comparator.comparing(client -> client.id().value(), NaturalOrder.OF_TEXTS));
        clients = all;
    }

    /** Consumers have their ids from their clients, and many clients have the same idea. */
    private void tellNamesakes() {
        Map<ConsumerId, Integer> counts = new HashMap<>();
        List<ConsumerTrack> consumers = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            if (streams.at(i) instanceof ConsumerTrack consumer) {
                consumers.add(consumer);
                counts.merge(consumer.state().spec().consumer(), 1, Integer::sum);
            }
        }
        for (ConsumerTrack consumer : consumers) {
            consumer.meetNamesakes(counts.getOrDefault(consumer.state().spec().consumer(), 0) > 1);
        }
    }

    private void judge(long nowNanos) {
        restless = false;
        changing = false;
        clients.forEach(ClientTrack::clear);
        tanks.forEach(ResourceTrack::noneStarves);
        for (int i = 0; i < streams.size(); i++) {
            StreamTrack stream = streams.at(i);
            stream.look(nowNanos);
            stream.client.add(stream);
            if (stream.flow() == FlowState.STARVING) {
                stream.tank.starves();
            }
            if (stream.isUnexplained()) {
                unexplained.add(stream);
            }
            restless |= stream.isRestless();
            changing |= stream.isChanging();
        }
        for (ResourceTrack tank : tanks) {
            tank.look(nowNanos);
            restless |= tank.isRestless();
            changing |= tank.isChanging();
        }
        double measured = messages.perMinute(nowNanos) / SECONDS_PER_MINUTE;
        messagesPerSecond = CalmRate.show(messagesPerSecond, measured, messagesPerSecond);
        restless |= measured > 0;
    }

    /** What changed is explained at once; the rest once a second, since causes tell times. */
    private void explain(long nowNanos, long epochMillis, boolean otherRules) {
        boolean all = otherRules || Words.tick(nowNanos) != explainedNanos;
        if (all) {
            explainedNanos = Words.tick(nowNanos);
        }
        Causes causes = new Causes(rules, seen.listening(), nowNanos, epochMillis);
        for (ResourceTrack tank : tanks) {
            if (all || tank.isUnexplained()) {
                tank.explain(causes.of(tank));
            }
        }
        for (int i = 0; all && i < streams.size(); i++) {
            streams.at(i).explain(causes.of(streams.at(i)));
        }
        unexplained.forEach(stream -> stream.explain(causes.of(stream)));
        unexplained.clear();
    }

    private Map<Watch, Series> note(Set<Watch> watches, boolean asked, long nowNanos, long epochMillis) {
        long second = Math.floorDiv(nowNanos, Words.SECOND);
        boolean newSecond = second != notedSecond;
        if (newSecond) {
            notedSecond = second;
            tanks.forEach(tank -> tank.note(second));
            clients.forEach(client -> client.note(second));
            for (int i = 0; i < streams.size(); i++) {
                streams.at(i).note(second, nowNanos);
            }
        }
        watched = watches;
        return asked || newSecond && !watches.isEmpty() ? series.copy(watches, nowNanos, epochMillis) : frame.pasts();
    }

    private Frame picture(
            BrokerSnapshot snapshot, Map<Watch, Series> copied, boolean newRules, long nowNanos, long epochMillis) {
        List<ResourceView> resourceViews =
                Same.list(frame.resources(), tanks.size(), i -> tanks.get(i).view());
        List<ClientView> clientViews =
                Same.list(frame.clients(), clients.size(), i -> clients.get(i).view());
        List<StreamView> streamViews =
                Same.list(frame.streams(), streams.size(), i -> streams.at(i).view(nowNanos));
        Totals totals = totals();
        boolean same = Same.instance(resourceViews, frame.resources())
                && Same.instance(clientViews, frame.clients())
                && Same.instance(streamViews, frame.streams())
                && Same.instance(copied, frame.pasts())
                && Same.instance(events.page(), frame.events())
                && !newRules
                && snapshot.listening() == frame.listening()
                && totals.equals(frame.totals());
        if (same) {
            return frame;
        }
        return new Frame(
                frame.sequence() + 1,
                nowNanos,
                epochMillis,
                snapshot.listening(),
                resourceViews,
                clientViews,
                streamViews,
                snapshot.rules(),
                totals,
                events.page(),
                copied);
    }

    private Totals totals() {
        double units = 0;
        int full = 0;
        int empty = 0;
        int starving = 0;
        long difference = 0;
        for (ResourceTrack tank : tanks) {
            units += tank.outPerMinute();
            full += tank.tank() == TankState.FULL ? 1 : 0;
            empty += tank.tank() == TankState.EMPTY ? 1 : 0;
            starving += tank.starving();
            difference += tank.state().ledger().difference();
        }
        return new Totals(streams.size(), clients.size(), units, messagesPerSecond, full, empty, starving, difference);
    }
}
