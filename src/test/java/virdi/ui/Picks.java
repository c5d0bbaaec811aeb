package virdi.ui;

import java.util.ArrayList;
import java.util.List;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.ClientId;
import virdi.model.CloseStatus;
import virdi.model.OperatorRule;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.EventPage;
import virdi.telemetry.Frame;
import virdi.telemetry.StreamView;

/** Picks targets out of a frame by what people call them, and makes frames that differ in one thing. */
public final class Picks {
    private Picks() {}

    public static Target consumer(Frame frame, String label) {
        return target(frame, StreamKind.CONSUMER, label);
    }

    public static Target production(Frame frame, String label) {
        return target(frame, StreamKind.PRODUCTION, label);
    }

    public static Target offer(Frame frame, String label) {
        return target(frame, StreamKind.OFFER, label);
    }

    public static Target resource(String name) {
        return new Target.Resource(new ResourceId(name));
    }

    public static Target client(String name) {
        return new Target.Client(new ClientId(name));
    }

    /** The frame with these rules alone in force. */
    public static Frame withRules(Frame frame, OperatorRule... rules) {
        return of(frame, frame.nanos(), frame.streams(), List.of(rules), frame.events());
    }

    /** The frame without one of its streams. */
    public static Frame without(Frame frame, Target stream) {
        List<StreamView> left = frame.streams().stream()
                .filter(it -> !new Target.OneStream(it.id()).equals(stream))
                .toList();
        return of(frame, frame.nanos(), left, frame.rules(), frame.events());
    }

    /** The frame with one more event: how a stream ended. */
    public static Frame ended(Frame frame, Target stream, CloseStatus.Code code, String detail) {
        List<BrokerEvent> events = new ArrayList<>(frame.events().events());
        events.add(new BrokerEvent(
                events.size() + 1,
                frame.epochMillis() * 1_000,
                BrokerEvent.Kind.ENDED,
                ((Target.OneStream) stream).stream(),
                null,
                null,
                null,
                null,
                0,
                code,
                detail));
        return of(frame, frame.nanos(), frame.streams(), frame.rules(), new EventPage(List.copyOf(events), 0));
    }

    /** The frame with a consumer's stream replaced by another of the same consumer. */
    public static Frame reopened(Frame frame, Target stream, StreamId successor) {
        List<StreamView> streams = new ArrayList<>(without(frame, stream).streams());
        for (StreamView it : frame.streams()) {
            if (new Target.OneStream(it.id()).equals(stream)) {
                streams.add(renumbered(it, (ConsumerState) it.state(), successor));
            }
        }
        return of(frame, frame.nanos(), streams, frame.rules(), frame.events());
    }

    private static StreamView renumbered(StreamView view, ConsumerState state, StreamId id) {
        var next = new ConsumerState(
                id,
                state.peer(),
                state.spec(),
                state.openedNanos(),
                state.bufferLimitUnits(),
                state.fillTargetUnits(),
                state.bufferedUnits(),
                state.bufferedAtNanos(),
                state.deliveredUnits(),
                state.deliveredMessages(),
                state.dueUnits(),
                state.reservedUnits(),
                state.ready(),
                state.throttle(),
                state.backlogged());
        return new StreamView(
                next,
                view.kind(),
                view.label(),
                view.flow(),
                view.stateSeconds(),
                view.severity(),
                view.actualPerMinute(),
                view.possiblePerMinute(),
                view.units(),
                view.messages(),
                view.bufferedUnits(),
                view.bufferShare(),
                view.throttle(),
                view.ageNanos(),
                view.why());
    }

    /** The frame, later. */
    public static Frame later(Frame frame, long nanos) {
        return of(frame, frame.nanos() + nanos, frame.streams(), frame.rules(), frame.events());
    }

    /** The frame, of a broker that does not listen. */
    public static Frame stopped(Frame frame) {
        return new Frame(
                frame.sequence() + 1,
                frame.nanos(),
                frame.epochMillis(),
                false,
                frame.resources(),
                frame.clients(),
                frame.streams(),
                frame.rules(),
                frame.totals(),
                frame.events(),
                frame.series());
    }

    /** The same with the past of another. */
    public static Frame withPastOf(Frame other, Frame frame) {
        return new Frame(
                frame.sequence() + 1,
                frame.nanos(),
                frame.epochMillis(),
                frame.listening(),
                frame.resources(),
                frame.clients(),
                frame.streams(),
                frame.rules(),
                frame.totals(),
                frame.events(),
                other.series());
    }

    private static Frame of(
            Frame frame, long nanos, List<StreamView> streams, List<OperatorRule> rules, EventPage events) {
        return new Frame(
                frame.sequence() + 1,
                nanos,
                frame.epochMillis(),
                frame.listening(),
                frame.resources(),
                frame.clients(),
                streams,
                rules,
                frame.totals(),
                events,
                frame.series());
    }

    private static Target target(Frame frame, StreamKind kind, String label) {
        return frame.streams().stream()
                .filter(it -> it.kind() == kind && it.label().equals(label))
                .map(it -> new Target.OneStream(it.id()))
                .findFirst()
                .orElseThrow();
    }
}
