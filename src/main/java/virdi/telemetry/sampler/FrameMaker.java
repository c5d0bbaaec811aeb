package virdi.telemetry.sampler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
import virdi.telemetry.ClientView;
import virdi.telemetry.FlowState;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Series;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.StreamView;
import virdi.telemetry.TankState;
import virdi.telemetry.Totals;
import virdi.telemetry.cause.CauseFinder;
import virdi.telemetry.cause.RuleIndex;
import virdi.telemetry.rate.ElapsedTime;
import virdi.telemetry.rate.RateMeter;
import virdi.telemetry.rate.StableRate;
import virdi.telemetry.track.ClientTrack;
import virdi.telemetry.track.ConsumerTrack;
import virdi.telemetry.track.Identity;
import virdi.telemetry.track.OfferTrack;
import virdi.telemetry.track.ProductionTrack;
import virdi.telemetry.track.ResourceTrack;
import virdi.telemetry.track.StreamTrack;
import virdi.telemetry.track.StreamTracks;

/**
 * Makes frames from snapshots; one thread, with a time that the caller steps.
 *
 * <p>Each stream, tank and client has a track that keeps its view until a visible figure changes; there is a new frame when any
 * view is new. So a busy broker costs one comparison per stream and sample, an idle broker that shows a time costs one sample a
 * second, and a broker at rest costs nothing.
 */
final class FrameMaker {
    private static final double SECONDS_PER_MINUTE = 60;
    /** A stream older than this at its first sample was open before the sampler started. */
    private static final long JUST_OPENED = 2 * ElapsedTime.SECOND;

    private final List<StreamTrack> unexplained = new ArrayList<>();
    private final EventLog events = new EventLog();
    private final StreamTracks streams = new StreamTracks();
    private final Map<ResourceId, ResourceTrack> tanksById = new HashMap<>();
    private final Map<ClientId, ClientTrack> clientsById = new HashMap<>();
    private final SeriesBuilder series = new SeriesBuilder(streams, tanksById, clientsById);
    private RateMeter messages = new RateMeter(0, 0);
    private List<ResourceTrack> tanks = List.of();
    private List<ClientTrack> clients = List.of();
    private BrokerSnapshot seen = BrokerSnapshot.EMPTY;
    private RuleIndex rules = new RuleIndex(List.of());
    private Set<SeriesQuery> answered = Set.of();
    private double messagesPerSecond;
    private long sampledNanos;
    private long explainedNanos;
    private long recordedSecond = Long.MIN_VALUE;
    private boolean timeDependent;
    private boolean unsettled;
    private Frame frame = Frame.EMPTY;

    /** The sequence number of the newest event. */
    long newestEvent() {
        return events.newest();
    }

    /** The nanoseconds from a time on in which the frame does not change without news; {@link Long#MAX_VALUE} for ever. */
    long restNanos(long nowNanos) {
        long tick = timeDependent ? ElapsedTime.tick(sampledNanos) + ElapsedTime.SECOND - nowNanos : Long.MAX_VALUE;
        return unsettled ? Math.min(tick, sampledNanos + StreamTrack.QUIET - nowNanos) : tick;
    }

    /**
     * The frame of a time; the same instance when nothing visible has changed.
     *
     * @param news the events after {@link #newestEvent}
     * @param queries that the frame answers
     * @param nowNanos on the broker's clock, not before {@code snapshot.nanos()}
     */
    Frame sample(BrokerSnapshot snapshot, List<BrokerEvent> news, Set<SeriesQuery> queries, long nowNanos) {
        boolean fresh = !Identity.same(snapshot, seen);
        boolean asked = !Identity.same(queries, answered);
        boolean due = timeDependent && ElapsedTime.tick(nowNanos) != ElapsedTime.tick(sampledNanos)
                || unsettled && nowNanos - sampledNanos >= StreamTrack.QUIET;
        if (!fresh && !asked && !due && news.isEmpty()) {
            return frame;
        }
        sampledNanos = nowNanos;
        events.add(news);
        news.forEach(this::countEnded);
        List<OperatorRule> oldRules = seen.rules();
        boolean newPort = seen.listening() != snapshot.listening();
        if (fresh) {
            readSnapshot(snapshot);
        }
        boolean newRules = !Identity.same(oldRules, snapshot.rules()) && !oldRules.equals(snapshot.rules());
        if (newRules) {
            rules = new RuleIndex(snapshot.rules());
        }
        long epochMillis = snapshot.epochMillis() + TimeUnit.NANOSECONDS.toMillis(nowNanos - snapshot.nanos());
        evaluate(nowNanos);
        explain(nowNanos, epochMillis, newRules || newPort);
        Map<SeriesQuery, Series> answers = recordHistory(queries, asked, nowNanos, epochMillis);
        timeDependent |= !queries.isEmpty() && !series.isFlat();
        frame = makeFrame(snapshot, answers, newRules, nowNanos, epochMillis);
        return frame;
    }

    private void readSnapshot(BrokerSnapshot snapshot) {
        boolean others = readResources(snapshot);
        others |= streams.update(snapshot, this::open);
        long total = snapshot.messagesIn() + snapshot.messagesOut();
        if (frame.sequence() == 0) {
            messages = new RateMeter(snapshot.nanos(), total);
        }
        messages.record(snapshot.nanos(), total);
        seen = snapshot;
        if (others) {
            assignStreams();
        }
    }

    /** Counts the units that a stream moved between the last snapshot and its end; only its last event tells them. */
    private void countEnded(BrokerEvent event) {
        if (event.kind() != BrokerEvent.Kind.ENDED || event.stream() == null) {
            return;
        }
        StreamTrack ended = streams.find(event.stream());
        ClientTrack client = event.client() == null ? null : clientsById.get(event.client());
        if (ended != null) {
            ended.countMoved(event.units());
        } else if (client != null && event.streamKind() != null) {
            client.countMoved(event.streamKind(), event.units()); // it came and went between two snapshots
        }
    }

    private boolean readResources(BrokerSnapshot snapshot) {
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
            Objects.requireNonNull(tanksById.get(state.id())).update(state, snapshot.nanos());
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

    /** Assigns all streams to their tanks and clients. */
    private void assignStreams() {
        tanks.forEach(ResourceTrack::clear);
        clientsById.values().forEach(ClientTrack::clear);
        for (int i = 0; i < streams.size(); i++) {
            StreamTrack stream = streams.at(i);
            stream.tank().add(stream);
            stream.client().setPeer(stream.state().peer());
            stream.client().add(stream);
        }
        tanks.forEach(ResourceTrack::countClients);
        markSharedNames();
        clientsById.values().removeIf(client -> client.streams() == 0);
        List<ClientTrack> all = new ArrayList<>(clientsById.values());
        all.sort(Comparator.comparing(client -> client.id().value(), NaturalOrder.OF_TEXTS));
        clients = all;
    }

    /** Clients choose the ids of their consumers, so several may choose the same one. */
    private void markSharedNames() {
        Map<ConsumerId, Integer> counts = new HashMap<>();
        List<ConsumerTrack> consumers = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            if (streams.at(i) instanceof ConsumerTrack consumer) {
                consumers.add(consumer);
                counts.merge(consumer.state().spec().consumer(), 1, Integer::sum);
            }
        }
        for (ConsumerTrack consumer : consumers) {
            consumer.setNameShared(counts.getOrDefault(consumer.state().spec().consumer(), 0) > 1);
        }
    }

    private void evaluate(long nowNanos) {
        timeDependent = false;
        unsettled = false;
        clients.forEach(ClientTrack::clear);
        tanks.forEach(ResourceTrack::resetStarving);
        for (int i = 0; i < streams.size(); i++) {
            StreamTrack stream = streams.at(i);
            stream.evaluate(nowNanos);
            stream.client().add(stream);
            if (stream.flow() == FlowState.STARVING) {
                stream.tank().addStarving();
            }
            if (stream.isUnexplained()) {
                unexplained.add(stream);
            }
            timeDependent |= stream.isTimeDependent();
            unsettled |= stream.isUnsettled();
        }
        for (ResourceTrack tank : tanks) {
            tank.evaluate(nowNanos);
            timeDependent |= tank.isTimeDependent();
            unsettled |= tank.isUnsettled();
        }
        double measured = messages.perMinute(nowNanos) / SECONDS_PER_MINUTE;
        messagesPerSecond = StableRate.show(messagesPerSecond, measured, messagesPerSecond);
        timeDependent |= measured > 0;
    }

    /** Explains changed states at once, and all states once a second, since causes carry times. */
    private void explain(long nowNanos, long epochMillis, boolean otherRules) {
        boolean all = otherRules || ElapsedTime.tick(nowNanos) != explainedNanos;
        if (all) {
            explainedNanos = ElapsedTime.tick(nowNanos);
        }
        CauseFinder causes = new CauseFinder(rules, seen.listening(), nowNanos, epochMillis);
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

    private Map<SeriesQuery, Series> recordHistory(
            Set<SeriesQuery> queries, boolean asked, long nowNanos, long epochMillis) {
        long second = Math.floorDiv(nowNanos, ElapsedTime.SECOND);
        boolean newSecond = second != recordedSecond;
        if (newSecond) {
            recordedSecond = second;
            tanks.forEach(tank -> tank.recordHistory(second));
            clients.forEach(client -> client.recordHistory(second));
            for (int i = 0; i < streams.size(); i++) {
                streams.at(i).recordHistory(second, nowNanos);
            }
        }
        answered = queries;
        return asked || newSecond && !queries.isEmpty()
                ? series.answer(queries, nowNanos, epochMillis)
                : frame.series();
    }

    private Frame makeFrame(
            BrokerSnapshot snapshot,
            Map<SeriesQuery, Series> answers,
            boolean newRules,
            long nowNanos,
            long epochMillis) {
        List<ResourceView> resourceViews = Identity.reuse(
                frame.resources(), tanks.size(), i -> tanks.get(i).view());
        List<ClientView> clientViews = Identity.reuse(
                frame.clients(), clients.size(), i -> clients.get(i).view());
        List<StreamView> streamViews = Identity.reuse(
                frame.streams(), streams.size(), i -> streams.at(i).view(nowNanos));
        Totals totals = totals();
        boolean same = Identity.same(resourceViews, frame.resources())
                && Identity.same(clientViews, frame.clients())
                && Identity.same(streamViews, frame.streams())
                && Identity.same(answers, frame.series())
                && Identity.same(events.page(), frame.events())
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
                answers);
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
