package virdi.ui;

import java.util.List;
import virdi.model.ClientId;
import virdi.model.ResourceId;
import virdi.model.Rule;
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
    public static Frame withRules(Frame frame, Rule... rules) {
        return of(frame, frame.nanos(), frame.streams(), List.of(rules), frame.events());
    }

    /** The frame without one of its streams. */
    public static Frame without(Frame frame, Target stream) {
        List<StreamView> left = frame.streams().stream()
                .filter(it -> !new Target.OneStream(it.id()).equals(stream))
                .toList();
        return of(frame, frame.nanos(), left, frame.rules(), frame.events());
    }

    /** The frame, later. */
    public static Frame later(Frame frame, long nanos) {
        return of(frame, frame.nanos() + nanos, frame.streams(), frame.rules(), frame.events());
    }

    private static Frame of(Frame frame, long nanos, List<StreamView> streams, List<Rule> rules, EventPage events) {
        return new Frame(
                frame.sequence() + 1,
                nanos,
                frame.epochMillis(),
                frame.resources(),
                frame.clients(),
                streams,
                rules,
                frame.totals(),
                events,
                frame.watched());
    }

    private static Target target(Frame frame, StreamKind kind, String label) {
        return frame.streams().stream()
                .filter(it -> it.kind() == kind && it.label().equals(label))
                .map(it -> new Target.OneStream(it.id()))
                .findFirst()
                .orElseThrow();
    }
}
