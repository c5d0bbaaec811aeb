package virdi.telemetry.sampler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.ClientId;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.Series;
import virdi.telemetry.SeriesQuery;
import virdi.telemetry.TimeRange;
import virdi.telemetry.history.History;
import virdi.telemetry.rate.ElapsedTime;
import virdi.telemetry.track.ClientTrack;
import virdi.telemetry.track.ResourceTrack;
import virdi.telemetry.track.StreamTrack;
import virdi.telemetry.track.StreamTracks;

/** Answers the queries of readers from the histories; the sampler's thread. */
final class SeriesBuilder {
    private final StreamTracks streams;
    private final Map<ResourceId, ResourceTrack> tanks;
    private final Map<ClientId, ClientTrack> clients;
    private boolean flat = true;

    /** One history, or one direction of it, in a sum. */
    private record Part(History history, boolean in, boolean out) {}

    SeriesBuilder(StreamTracks streams, Map<ResourceId, ResourceTrack> tanks, Map<ClientId, ClientTrack> clients) {
        this.streams = streams;
        this.tanks = tanks;
        this.clients = clients;
    }

    /** The answer to each query: the sum over those of its targets that exist. */
    Map<SeriesQuery, Series> answer(Set<SeriesQuery> queries, long nowNanos, long epochMillis) {
        flat = true;
        Map<SeriesQuery, Series> answers = new HashMap<>();
        for (SeriesQuery query : queries) {
            answers.put(query, answer(query, nowNanos, epochMillis));
        }
        return Map.copyOf(answers);
    }

    private Series answer(SeriesQuery query, long nowNanos, long epochMillis) {
        List<Part> parts = new ArrayList<>();
        for (StreamTrack stream : streamsOf(query.targets())) {
            add(parts, stream.history(), true, true);
        }
        for (Target target : query.targets()) {
            switch (target) {
                case Target.Resource it -> addTank(parts, it.resource(), true, true);
                case Target.Inflow it -> addTank(parts, it.resource(), true, false);
                case Target.Outflow it -> addTank(parts, it.resource(), false, true);
                case Target.Client it -> {
                    ClientTrack client = clients.get(it.client());
                    if (client != null) {
                        add(parts, client.history(), true, true);
                    }
                }
                default -> {} // a stream
            }
        }
        return sum(query, parts, nowNanos, epochMillis);
    }

    /** Whether time alone does not change the last answers. */
    boolean isFlat() {
        return flat;
    }

    private void addTank(List<Part> parts, ResourceId id, boolean in, boolean out) {
        ResourceTrack tank = tanks.get(id);
        if (tank != null) {
            add(parts, tank.history(), in, out);
        }
    }

    private static void add(List<Part> parts, History history, boolean in, boolean out) {
        if (history.isBegun()) {
            parts.add(new Part(history, in, out));
        }
    }

    /** The streams of the targets, each once. */
    private Set<StreamTrack> streamsOf(Set<Target> targets) {
        Set<StreamTrack> found = new LinkedHashSet<>();
        List<Target> lasting = new ArrayList<>();
        for (Target target : targets) {
            if (target instanceof Target.OneStream it) {
                StreamTrack stream = streams.find(it.stream());
                if (stream != null) {
                    found.add(stream);
                }
            } else if (target instanceof Target.Production || target instanceof Target.Consumption) {
                lasting.add(target);
            }
        }
        for (int i = 0; !lasting.isEmpty() && i < streams.size(); i++) {
            StreamTrack stream = streams.at(i);
            if (lasting.stream().anyMatch(it -> isOf(it, stream))) {
                found.add(stream);
            }
        }
        return found;
    }

    private static boolean isOf(Target lasting, StreamTrack stream) {
        if (lasting instanceof Target.Production it) {
            return stream.kind() == StreamKind.PRODUCTION
                    && stream.client().id().equals(it.client())
                    && stream.tank().id().equals(it.resource());
        }
        return lasting instanceof Target.Consumption it
                && stream.state() instanceof ConsumerState state
                && stream.client().id().equals(it.client())
                && state.spec().consumer().equals(it.consumer());
    }

    /** Histories end in the same second, but begin in different ones. */
    private Series sum(SeriesQuery query, List<Part> parts, long nowNanos, long epochMillis) {
        if (parts.isEmpty()) {
            return Series.of(query, new long[0]);
        }
        TimeRange range = query.range();
        long second = parts.getFirst().history().lastSecond();
        long oldest = Long.MAX_VALUE;
        for (Part part : parts) {
            oldest = Math.min(oldest, part.history().oldest(range));
            flat &= part.history().isFlat(range);
        }
        long[] times = new long[(int) (range.step(second) - oldest + 1)];
        for (int i = 0; i < times.length; i++) {
            long end = Math.min(second, (oldest + i + 1) * range.stepSeconds() - 1);
            times[i] = epochMillis - TimeUnit.NANOSECONDS.toMillis(nowNanos - end * ElapsedTime.SECOND);
        }
        Series sum = Series.of(query, times);
        for (Part part : parts) {
            add(part, sum, oldest);
        }
        return sum;
    }

    private static void add(Part part, Series sum, long oldest) {
        History history = part.history();
        TimeRange range = sum.query().range();
        for (int i = (int) (history.oldest(range) - oldest); i < sum.size(); i++) {
            long step = oldest + i;
            sum.level()[i] += history.levelAt(range, step);
            sum.possiblePerMinute()[i] += history.possibleAt(range, step);
            if (part.in()) {
                sum.inPerMinute()[i] += history.inAt(range, step);
                sum.unitsIn()[i] += history.unitsInAt(range, step);
            }
            if (part.out()) {
                sum.outPerMinute()[i] += history.outAt(range, step);
                sum.unitsOut()[i] += history.unitsOutAt(range, step);
            }
        }
    }
}
