package virdi.telemetry.sampler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.ClientId;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.Series;
import virdi.telemetry.Span;
import virdi.telemetry.Watch;
import virdi.telemetry.history.History;
import virdi.telemetry.rate.ElapsedTime;
import virdi.telemetry.track.ClientTrack;
import virdi.telemetry.track.ResourceTrack;
import virdi.telemetry.track.StreamRoster;
import virdi.telemetry.track.StreamTrack;

/** Sums up the history of what somebody watches; the sampler's thread. */
final class SeriesBook {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final StreamRoster streams;
    private final Map<ResourceId, ResourceTrack> tanks;
    private final Map<ClientId, ClientTrack> clients;
    private boolean flat = true;

    /** A history, or one direction of it. */
    private record Part(History history, boolean in, boolean out) {}

    SeriesBook(StreamRoster streams, Map<ResourceId, ResourceTrack> tanks, Map<ClientId, ClientTrack> clients) {
        this.streams = streams;
        this.tanks = tanks;
        this.clients = clients;
    }

    /** The past of each: the sum of those of its targets that exist. */
    Map<Watch, Series> copy(Set<Watch> watches, long nowNanos, long epochMillis) {
        flat = true;
        Map<Watch, Series> copies = new HashMap<>();
        for (Watch watch : watches) {
            copies.put(watch, copy(watch, nowNanos, epochMillis));
        }
        return Map.copyOf(copies);
    }

    private Series copy(Watch watch, long nowNanos, long epochMillis) {
        List<Part> parts = new ArrayList<>();
        for (StreamTrack stream : streamsOf(watch.targets())) {
            add(parts, stream.history(), true, true);
        }
        for (Target target : watch.targets()) {
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
        return sum(watch, parts, nowNanos, epochMillis);
    }

    /** Whether time alone will not change what was copied last. */
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

    /** The streams that targets mean, each once. */
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

    /** All histories end in the same second, but do not begin in the same. */
    private Series sum(Watch watch, List<Part> parts, long nowNanos, long epochMillis) {
        if (parts.isEmpty()) {
            return Series.of(watch, new long[0]);
        }
        Span span = watch.span();
        long second = parts.getFirst().history().lastSecond();
        long oldest = Long.MAX_VALUE;
        for (Part part : parts) {
            oldest = Math.min(oldest, part.history().oldest(span));
            flat &= part.history().isFlat(span);
        }
        long[] times = new long[(int) (span.bucket(second) - oldest + 1)];
        for (int i = 0; i < times.length; i++) {
            long end = Math.min(second, (oldest + i + 1) * span.stepSeconds() - 1);
            times[i] = epochMillis - (nowNanos - end * ElapsedTime.SECOND) / NANOS_PER_MILLI;
        }
        Series sum = Series.of(watch, times);
        for (Part part : parts) {
            add(part, sum, oldest);
        }
        return sum;
    }

    private static void add(Part part, Series sum, long oldest) {
        History history = part.history();
        Span span = sum.watch().span();
        for (int i = (int) (history.oldest(span) - oldest); i < sum.size(); i++) {
            long bucket = oldest + i;
            sum.level()[i] += history.levelAt(span, bucket);
            sum.possiblePerMinute()[i] += history.possibleAt(span, bucket);
            if (part.in()) {
                sum.inPerMinute()[i] += history.inAt(span, bucket);
                sum.unitsIn()[i] += history.unitsInAt(span, bucket);
            }
            if (part.out()) {
                sum.outPerMinute()[i] += history.outAt(span, bucket);
                sum.unitsOut()[i] += history.unitsOutAt(span, bucket);
            }
        }
    }
}
