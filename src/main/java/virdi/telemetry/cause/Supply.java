package virdi.telemetry.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.telemetry.rate.Words;
import virdi.telemetry.track.ResourceTrack;
import virdi.telemetry.track.StreamTrack;

/** Tells why too little comes into a tank. Immutable. */
final class Supply {
    /** What keeps a producer from producing, the first cause first. */
    private static final List<FlowState> FAULTS = List.of(
            FlowState.REQUEST_UNANSWERED, FlowState.PAUSED, FlowState.BLOCKED, FlowState.SILENT, FlowState.THROTTLED);
    /** As much as is wanted, within the error of the rates. */
    private static final double ENOUGH = 0.95;

    private final Acts acts;
    private final long tickNanos;

    Supply(Acts acts, long tickNanos) {
        this.acts = acts;
        this.tickNanos = tickNanos;
    }

    /** The first cause of what a tank lacks; two at most. */
    Blame blame(ResourceTrack tank) {
        if (tank.producers() == 0) {
            Blame kept = acts.keptAway(tank);
            return kept == null ? new Blame("nobody offers or produces it", new Target.Resource(tank.id())) : kept;
        }
        Map<FlowState, List<StreamTrack>> byFlow = new EnumMap<>(FlowState.class);
        for (StreamTrack stream : tank.members()) {
            // A producing offer is told of by its production.
            if (stream.kind() != StreamKind.CONSUMER && stream.flow() != FlowState.PRODUCING) {
                byFlow.computeIfAbsent(stream.flow(), it -> new ArrayList<>()).add(stream);
            }
        }
        List<Blame> blames = FAULTS.stream()
                .filter(byFlow::containsKey)
                .limit(2)
                .map(flow -> blame(tank, flow, byFlow.getOrDefault(flow, List.of())))
                .toList();
        return switch (blames.size()) {
            case 0 -> ownPace(tank);
            case 1 -> blames.getFirst();
            default -> blames.getFirst().and(blames.getLast());
        };
    }

    private Blame blame(ResourceTrack tank, FlowState fault, List<StreamTrack> streams) {
        StreamTrack first =
                streams.stream().min(Comparator.comparingLong(it -> since(it))).orElseThrow();
        String who = tank.producers() == 1 ? "its only producer " + first.label() : first.label();
        String time = Words.duration(Words.lasted(since(first), tickNanos));
        boolean one = streams.size() == 1;
        Target culprit = new Target.OneStream(first.id());
        return switch (fault) {
            case REQUEST_UNANSWERED ->
                new Blame(
                        one
                                ? who + " has not answered a request for " + time
                                : streams.size() + " producers have not answered a request, " + first.label() + " for "
                                        + time,
                        culprit);
            case SILENT ->
                new Blame(
                        one
                                ? who + " has sent nothing for " + time
                                : streams.size() + " producers have sent nothing, " + first.label() + " for " + time,
                        culprit);
            case BLOCKED ->
                one ? acts.blocked(first, who) : new Blame("you blocked " + streams.size() + " producers", culprit);
            default -> acts.held(streams, who, "producers");
        };
    }

    private static Blame ownPace(ResourceTrack tank) {
        StreamTrack first = null;
        int producing = 0;
        double wanted = 0;
        for (StreamTrack stream : tank.members()) {
            if (stream.kind() == StreamKind.CONSUMER) {
                wanted += stream.possiblePerMinute();
            } else if (first == null || stream.kind() == StreamKind.PRODUCTION && producing == 0) {
                first = stream;
            }
            producing += stream.kind() == StreamKind.PRODUCTION ? 1 : 0;
        }
        String who = tank.producers() == 1 && first != null
                ? "its only producer " + first.label()
                : "its " + tank.producers() + " producers";
        boolean single = tank.producers() == 1;
        Target culprit = single && first != null ? new Target.OneStream(first.id()) : new Target.Resource(tank.id());
        double made = tank.inPerMinute();
        if (made == 0) {
            return new Blame(who + (single ? " was" : " were") + " asked just now", culprit);
        }
        String makes = who + (single ? " makes " : " make ");
        if (made >= ENOUGH * wanted) {
            return new Blame(makes + Words.rate(made) + ", all of it taken at once", culprit);
        }
        return new Blame(makes + Words.rate(made) + ", and " + Words.rate(wanted) + " is wanted", culprit);
    }

    private long since(StreamTrack stream) {
        Long since = stream.sinceNanos();
        return since == null ? tickNanos : since;
    }
}
