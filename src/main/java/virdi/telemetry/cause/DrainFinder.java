package virdi.telemetry.cause;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.DrainDiagnosis;
import virdi.telemetry.DrainDiagnosis.ConsumersNotReading;
import virdi.telemetry.DrainDiagnosis.ConsumersSatisfied;
import virdi.telemetry.DrainDiagnosis.ConsumersTooSlow;
import virdi.telemetry.DrainDiagnosis.NobodyConsumes;
import virdi.telemetry.FlowState;
import virdi.telemetry.OperatorDiagnosis.PortClosed;
import virdi.telemetry.StreamGroup;
import virdi.telemetry.rate.ElapsedTime;
import virdi.telemetry.rate.StableRate;
import virdi.telemetry.track.ResourceTrack;
import virdi.telemetry.track.StreamTrack;

/** Finds out why too little goes out of a full tank. Immutable. */
final class DrainFinder {
    private final RuleFinder rules;
    private final long tickNanos;

    DrainFinder(RuleFinder rules, long tickNanos) {
        this.rules = rules;
        this.tickNanos = tickNanos;
    }

    /** One or two reasons, the first cause first. */
    List<DrainDiagnosis> find(ResourceTrack tank) {
        if (tank.consumers() == 0) {
            PortClosed closed = rules.portClosed(tank);
            return List.of(closed == null ? new NobodyConsumes(new Target.Resource(tank.id())) : closed);
        }
        Map<FlowState, List<StreamTrack>> byFlow = new EnumMap<>(FlowState.class);
        StreamTrack first = null;
        for (StreamTrack stream : tank.members()) {
            if (stream.kind() == StreamKind.CONSUMER) {
                first = first == null ? stream : first;
                byFlow.computeIfAbsent(stream.flow(), it -> new ArrayList<>()).add(stream);
            }
        }
        List<DrainDiagnosis> found = new ArrayList<>();
        List<StreamTrack> unread = byFlow.getOrDefault(FlowState.NOT_READING, List.of());
        if (!unread.isEmpty()) {
            found.add(notReading(unread));
        }
        for (FlowState held : List.of(FlowState.PAUSED, FlowState.THROTTLED)) {
            List<StreamTrack> streams = byFlow.getOrDefault(held, List.of());
            if (!streams.isEmpty()) {
                found.add(rules.held(streams, tank.consumers() == 1));
            }
        }
        if (!found.isEmpty()) {
            return found.subList(0, Math.min(2, found.size()));
        }
        boolean satisfied = byFlow.getOrDefault(FlowState.SATISFIED, List.of()).size() == tank.consumers();
        return first == null ? List.of() : List.of(ownPace(tank, first, satisfied));
    }

    /** The consumers take what they want, and it is not enough. */
    private static DrainDiagnosis ownPace(ResourceTrack tank, StreamTrack first, boolean satisfied) {
        boolean only = tank.consumers() == 1;
        var group = new StreamGroup(tank.consumers(), first.label(), only);
        Target culprit = only ? new Target.OneStream(first.id()) : new Target.Resource(tank.id());
        return satisfied
                ? new ConsumersSatisfied(culprit, group)
                : new ConsumersTooSlow(culprit, group, StableRate.rounded(tank.outPerMinute()));
    }

    private ConsumersNotReading notReading(List<StreamTrack> streams) {
        StreamTrack first = streams.getFirst();
        Long since = first.sinceNanos();
        long seconds = since == null ? 0 : ElapsedTime.seconds(since, tickNanos);
        return new ConsumersNotReading(
                new Target.OneStream(first.id()), new StreamGroup(streams.size(), first.label(), false), seconds);
    }
}
