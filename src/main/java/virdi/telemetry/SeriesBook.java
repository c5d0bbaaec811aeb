package virdi.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.model.Target;

/** Copies the history of the targets that somebody watches; the sampler's thread. */
final class SeriesBook {
    private final StreamRoster streams;
    private final Map<ResourceId, ResourceTrack> tanks;
    private boolean flat = true;

    SeriesBook(StreamRoster streams, Map<ResourceId, ResourceTrack> tanks) {
        this.streams = streams;
        this.tanks = tanks;
    }

    /** The series of each target that exists. */
    List<Series> copy(Set<Target> targets, long epochMillis) {
        List<Series> all = new ArrayList<>();
        flat = true;
        for (Target target : targets) {
            Series series = copy(target, epochMillis);
            if (series != null) {
                all.add(series);
            }
        }
        return List.copyOf(all);
    }

    /** Whether time alone will not change what was copied last. */
    boolean isFlat() {
        return flat;
    }

    private @Nullable Series copy(Target target, long epochMillis) {
        if (target instanceof Target.Resource it) {
            return ofTank(target, it.resource(), false, epochMillis);
        }
        if (target instanceof Target.Outflow it) {
            return ofTank(target, it.resource(), false, epochMillis);
        }
        if (target instanceof Target.Inflow it) {
            return ofTank(target, it.resource(), true, epochMillis);
        }
        if (target instanceof Target.OneStream it) {
            StreamTrack stream = streams.find(it.stream());
            return stream == null ? null : sum(target, List.of(stream), epochMillis);
        }
        return sum(target, all(belongsTo(target)), epochMillis);
    }

    private static Predicate<StreamTrack> belongsTo(Target target) {
        if (target instanceof Target.Client it) {
            return stream -> stream.client.id().equals(it.client());
        }
        if (target instanceof Target.Production it) {
            return stream -> stream.kind() == StreamKind.PRODUCTION
                    && stream.client.id().equals(it.client())
                    && stream.tank.id().equals(it.resource());
        }
        if (target instanceof Target.Consumption it) {
            return stream -> stream.state() instanceof ConsumerState state
                    && stream.client.id().equals(it.client())
                    && state.spec().consumer().equals(it.consumer());
        }
        return stream -> false;
    }

    private List<StreamTrack> all(Predicate<StreamTrack> wanted) {
        List<StreamTrack> found = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            if (wanted.test(streams.at(i))) {
                found.add(streams.at(i));
            }
        }
        return found;
    }

    private @Nullable Series ofTank(Target target, ResourceId id, boolean inflow, long epochMillis) {
        ResourceTrack tank = tanks.get(id);
        if (tank == null) {
            return null;
        }
        History history = tank.history();
        flat &= history.isFlat();
        int size = history.size();
        Series series = new Series(target, epochMillis, new double[size], new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            long second = history.lastSecond() - size + 1 + i;
            double in = history.possibleAt(second);
            series.actualPerMinute()[i] = inflow ? in : history.actualAt(second);
            series.possiblePerMinute()[i] = in;
            series.level()[i] = history.levelAt(second);
        }
        return series;
    }

    /** The streams' histories end at the same second, but do not begin at the same. */
    private @Nullable Series sum(Target target, List<StreamTrack> all, long epochMillis) {
        if (all.isEmpty()) {
            return null;
        }
        int size = 0;
        for (StreamTrack stream : all) {
            size = Math.max(size, stream.history().size());
        }
        Series series = new Series(target, epochMillis, new double[size], new double[size], new double[size]);
        for (StreamTrack stream : all) {
            History history = stream.history();
            flat &= history.isFlat();
            for (int back = 0; back < history.size(); back++) {
                long second = history.lastSecond() - back;
                int point = size - 1 - back;
                series.actualPerMinute()[point] += history.actualAt(second);
                series.possiblePerMinute()[point] += history.possibleAt(second);
                series.level()[point] += history.levelAt(second);
            }
        }
        return series;
    }
}
