package virdi.telemetry.cause;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.telemetry.rate.Words;
import virdi.telemetry.track.ResourceTrack;
import virdi.telemetry.track.StreamTrack;

/** Tells why a full tank is not emptied. Immutable. */
final class Intake {
    private final Acts acts;
    private final long tickNanos;

    Intake(Acts acts, long tickNanos) {
        this.acts = acts;
        this.tickNanos = tickNanos;
    }

    /** The first cause of what is not taken; two at most. */
    Blame blame(ResourceTrack tank) {
        Target whole = new Target.Resource(tank.id());
        if (tank.consumers() == 0) {
            Blame shut = acts.shutOut(tank);
            return shut == null ? new Blame("nobody consumes it", whole) : shut;
        }
        Map<FlowState, List<StreamTrack>> byFlow = new EnumMap<>(FlowState.class);
        for (StreamTrack stream : tank.members()) {
            if (stream.kind() == StreamKind.CONSUMER) {
                byFlow.computeIfAbsent(stream.flow(), it -> new ArrayList<>()).add(stream);
            }
        }
        List<Blame> blames = new ArrayList<>();
        List<StreamTrack> unread = byFlow.getOrDefault(FlowState.NOT_READING, List.of());
        if (!unread.isEmpty()) {
            blames.add(unread(unread));
        }
        for (FlowState held : List.of(FlowState.PAUSED, FlowState.THROTTLED)) {
            List<StreamTrack> streams = byFlow.getOrDefault(held, List.of());
            if (!streams.isEmpty()) {
                blames.add(acts.held(streams, who(tank, streams.getFirst()), "consumers"));
            }
        }
        if (!blames.isEmpty()) {
            return blames.size() == 1 ? blames.getFirst() : blames.get(0).and(blames.get(1));
        }
        StreamTrack only = tank.members().stream()
                .filter(it -> it.kind() == StreamKind.CONSUMER)
                .findFirst()
                .orElseThrow();
        boolean single = tank.consumers() == 1;
        String who = single ? who(tank, only) : "its " + Words.count(tank.consumers()) + " consumers";
        Target culprit = single ? new Target.OneStream(only.id()) : whole;
        if (byFlow.getOrDefault(FlowState.SATISFIED, List.of()).size() == tank.consumers()) {
            return new Blame(who + (single ? " has all it can take" : " have all they can take"), culprit);
        }
        return new Blame(who + (single ? " takes " : " take ") + Words.rate(tank.outPerMinute()), culprit);
    }

    private Blame unread(List<StreamTrack> streams) {
        StreamTrack first = streams.getFirst();
        Long since = first.sinceNanos();
        String time = Words.duration(since == null ? 0 : Words.lasted(since, tickNanos));
        String phrase = streams.size() == 1
                ? first.label() + " has not read for " + time
                : streams.size() + " consumers do not read, " + first.label() + " for " + time;
        return new Blame(phrase, new Target.OneStream(first.id()));
    }

    private static String who(ResourceTrack tank, StreamTrack stream) {
        return tank.consumers() == 1 ? "its only consumer " + stream.label() : stream.label();
    }
}
