package virdi.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerEvent;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.BrokerSnapshot.OfferState;
import virdi.model.BrokerSnapshot.ProductionState;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.Severity;
import virdi.telemetry.StreamView;
import virdi.ui.inspector.Sheet.Group;
import virdi.ui.inspector.Sheet.Link;
import virdi.ui.inspector.Sheet.SheetEntry;
import virdi.ui.sign.Figures;
import virdi.ui.sign.FrameSelection;
import virdi.ui.sign.Sign;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.Tone;

/** Writes the sheets of streams, open and ended. Any thread. */
final class StreamSheets {
    private StreamSheets() {}

    static Sheet of(StreamView stream, Frame frame, boolean closing) {
        Target target = new Target.OneStream(stream.id());
        List<SheetEntry> facts = switch (stream.state()) {
            case ConsumerState it -> consumer(stream, it);
            case ProductionState it -> production(stream, it);
            case OfferState it -> offer(it, frame);
        };
        String client = stream.state().peer().client().value();
        List<SheetEntry> connection = List.of(
                new SheetEntry("open for", Figures.duration(stream.ageNanos())),
                new SheetEntry("connection", stream.state().peer().remoteAddress()),
                new SheetEntry("stream", stream.id().toString(), "Its number since the broker started"));
        List<SheetEntry> all = new ArrayList<>(facts);
        all.addAll(connection);
        return new Sheet(
                target,
                stream.label(),
                stream.kind().word() + " of " + stream.state().resource().value(),
                Sign.of(stream.flow()),
                closing ? "closing… · " + RuleText.words(stream, frame) : RuleText.words(stream, frame),
                stream.why(),
                new Link(
                        "client " + client,
                        new Target.Client(stream.state().peer().client())),
                stream.state() instanceof OfferState
                        ? ""
                        : Figures.ratePair(stream.actualPerMinute(), stream.possiblePerMinute()),
                List.of(new Group("", all)),
                List.of(),
                FrameSelection.of(List.of(target), frame).acts());
    }

    /** The sheet of a stream that has ended; it links to the stream that took its place, if there is one. */
    static Sheet ended(StreamView last, @Nullable StreamView successor, Frame frame) {
        Target target = new Target.OneStream(last.id());
        String moved = last.state() instanceof ConsumerState ? "delivered" : "accepted";
        List<SheetEntry> facts = List.of(
                new SheetEntry(moved, unitsInMessages(last)),
                new SheetEntry("was open for", Figures.duration(last.ageNanos())),
                new SheetEntry("connection", last.state().peer().remoteAddress()),
                new SheetEntry("stream", last.id().toString()));
        return new Sheet(
                List.of("ended", target),
                last.label(),
                last.kind().word() + " of " + last.state().resource().value(),
                new Sign(SignShape.RING, Tone.of(Severity.CALM)),
                ending(last, frame),
                null,
                successor == null
                        ? new Link(
                                "client " + last.state().peer().client().value(),
                                new Target.Client(last.state().peer().client()))
                        : new Link("open again: show it", new Target.OneStream(successor.id())),
                "",
                List.of(new Group("", facts)),
                List.of(),
                Set.of());
    }

    /** How it ended, if its event is still kept: "ended: ABORTED · disconnected by the operator". */
    private static String ending(StreamView last, Frame frame) {
        for (BrokerEvent event : frame.events().events().reversed()) {
            if (event.kind() == BrokerEvent.Kind.ENDED && last.id().equals(event.stream())) {
                String code = event.code() == null ? "" : ": " + event.code();
                return "ended" + code + (event.detail().isEmpty() ? "" : " · " + event.detail());
            }
        }
        return "ended";
    }

    private static List<SheetEntry> consumer(StreamView stream, ConsumerState state) {
        long limit = state.bufferLimitUnits();
        return List.of(
                new SheetEntry("max_rate", Figures.rate(state.spec().maxRatePerMinute())),
                new SheetEntry("throttle", throttle(stream)),
                new SheetEntry(
                        "client buffer",
                        Figures.level(Math.round(stream.bufferedUnits()), limit) + " (modelled)",
                        "The broker's estimate of the client's own buffer"),
                new SheetEntry(
                        "fill target",
                        Figures.units(state.fillTargetUnits()),
                        "How far the broker fills the client's buffer; the rest is head-room for the network"),
                new SheetEntry("delivered", unitsInMessages(stream)),
                new SheetEntry("due", Figures.units(state.dueUnits()), "Allotted to it, not yet handed over"),
                new SheetEntry("waits for units", state.backlogged() ? "yes" : "no"),
                new SheetEntry("flow control", state.ready() ? "ready" : "not ready: the client does not read"));
    }

    private static List<SheetEntry> production(StreamView stream, ProductionState state) {
        return List.of(
                new SheetEntry("throttle", throttle(stream)),
                new SheetEntry(
                        "held back",
                        state.held() ? "yes" : "no",
                        "Whether a message waits for the throttle at this moment"),
                new SheetEntry("accepted", unitsInMessages(stream)),
                new SheetEntry("asked for", state.unsolicited() ? "no: unsolicited" : "yes: answers a request"));
    }

    private static List<SheetEntry> offer(OfferState state, Frame frame) {
        Long since = state.unansweredSinceNanos();
        return List.of(
                new SheetEntry("requests sent", Figures.units(state.requestsSent())),
                new SheetEntry("unanswered for", since == null ? "–" : Figures.duration(frame.nanos() - since)),
                new SheetEntry("producing", state.producing() ? "yes" : "no"),
                new SheetEntry("blocked", state.blocked() ? "yes" : "no"));
    }

    private static String throttle(StreamView stream) {
        var pace = stream.throttle();
        return pace == null ? "none" : pace.isPaused() ? "paused" : Figures.rate(pace.unitsPerMinute());
    }

    private static String unitsInMessages(StreamView stream) {
        return Figures.count(stream.units(), "unit") + " in " + Figures.count(stream.messages(), "message");
    }
}
