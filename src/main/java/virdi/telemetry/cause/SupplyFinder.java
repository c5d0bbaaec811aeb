package virdi.telemetry.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.telemetry.OperatorDiagnosis;
import virdi.telemetry.OperatorDiagnosis.BlockedByRule;
import virdi.telemetry.StreamGroup;
import virdi.telemetry.SupplyDiagnosis;
import virdi.telemetry.SupplyDiagnosis.AllTakenAtOnce;
import virdi.telemetry.SupplyDiagnosis.NobodyProduces;
import virdi.telemetry.SupplyDiagnosis.ProducersJustAsked;
import virdi.telemetry.SupplyDiagnosis.ProducersNotAnswering;
import virdi.telemetry.SupplyDiagnosis.ProducersSilent;
import virdi.telemetry.SupplyDiagnosis.ProducersTooSlow;
import virdi.telemetry.rate.ElapsedTime;
import virdi.telemetry.rate.StableRate;
import virdi.telemetry.track.ResourceTrack;
import virdi.telemetry.track.StreamTrack;

/** Finds out why too little comes into a tank. Immutable. */
final class SupplyFinder {
    /** The states that keep a producer from producing, the first cause first. */
    private static final List<FlowState> FAULTS = List.of(
            FlowState.REQUEST_UNANSWERED, FlowState.PAUSED, FlowState.BLOCKED, FlowState.SILENT, FlowState.THROTTLED);
    /** This share of the wanted rate is enough: rates are measured with an error. */
    private static final double ENOUGH = 0.95;

    private final RuleFinder rules;
    private final long tickNanos;

    SupplyFinder(RuleFinder rules, long tickNanos) {
        this.rules = rules;
        this.tickNanos = tickNanos;
    }

    /** One or two reasons, the first cause first. */
    List<SupplyDiagnosis> find(ResourceTrack tank) {
        if (tank.producers() == 0) {
            OperatorDiagnosis keptAway = rules.keptAway(tank);
            return List.of(keptAway == null ? new NobodyProduces(new Target.Resource(tank.id())) : keptAway);
        }
        Map<FlowState, List<StreamTrack>> byFlow = new EnumMap<>(FlowState.class);
        for (StreamTrack stream : tank.members()) {
            // The production of a producing offer stands for both.
            if (stream.kind() != StreamKind.CONSUMER && stream.flow() != FlowState.PRODUCING) {
                byFlow.computeIfAbsent(stream.flow(), it -> new ArrayList<>()).add(stream);
            }
        }
        List<SupplyDiagnosis> found = FAULTS.stream()
                .filter(byFlow::containsKey)
                .limit(2)
                .map(flow -> fault(tank, flow, byFlow.getOrDefault(flow, List.of())))
                .toList();
        return found.isEmpty() ? List.of(ownPace(tank)) : found;
    }

    private SupplyDiagnosis fault(ResourceTrack tank, FlowState fault, List<StreamTrack> streams) {
        StreamTrack first =
                streams.stream().min(Comparator.comparingLong(it -> since(it))).orElseThrow();
        boolean only = tank.producers() == 1;
        var group = new StreamGroup(streams.size(), first.label(), only);
        Target culprit = new Target.OneStream(first.id());
        long seconds = ElapsedTime.seconds(since(first), tickNanos);
        return switch (fault) {
            case REQUEST_UNANSWERED -> new ProducersNotAnswering(culprit, group, seconds);
            case SILENT -> new ProducersSilent(culprit, group, seconds);
            case BLOCKED -> streams.size() == 1 ? rules.blocked(first, group) : new BlockedByRule(culprit, group, "");
            default -> rules.held(streams, only);
        };
    }

    /** The producers do what they can, and it is not enough. */
    private static SupplyDiagnosis ownPace(ResourceTrack tank) {
        StreamTrack first = null;
        int productions = 0;
        double wanted = 0;
        for (StreamTrack stream : tank.members()) {
            if (stream.kind() == StreamKind.CONSUMER) {
                wanted += stream.possiblePerMinute();
            } else if (first == null || stream.kind() == StreamKind.PRODUCTION && productions == 0) {
                first = stream;
            }
            productions += stream.kind() == StreamKind.PRODUCTION ? 1 : 0;
        }
        boolean only = tank.producers() == 1 && first != null;
        var group = new StreamGroup(tank.producers(), first == null ? "" : first.label(), only);
        Target culprit = only && first != null ? new Target.OneStream(first.id()) : new Target.Resource(tank.id());
        double made = tank.inPerMinute();
        if (made == 0) {
            return new ProducersJustAsked(culprit, group);
        }
        return made >= ENOUGH * wanted
                ? new AllTakenAtOnce(culprit, group, StableRate.rounded(made))
                : new ProducersTooSlow(culprit, group, StableRate.rounded(made), StableRate.rounded(wanted));
    }

    private long since(StreamTrack stream) {
        Long since = stream.sinceNanos();
        return since == null ? tickNanos : since;
    }
}
