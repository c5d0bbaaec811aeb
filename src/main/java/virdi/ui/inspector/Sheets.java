package virdi.ui.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.Ledger;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.ClientView;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.Severity;
import virdi.telemetry.StreamView;
import virdi.ui.inspector.Sheet.Group;
import virdi.ui.inspector.Sheet.Related;
import virdi.ui.inspector.Sheet.SheetEntry;
import virdi.ui.sign.Figures;
import virdi.ui.sign.FrameSelection;
import virdi.ui.sign.Sign;
import virdi.ui.sign.SignShape;
import virdi.ui.sign.StateText;
import virdi.ui.sign.Targets;
import virdi.ui.sign.Tone;

/** Writes the sheets of resources, clients and of several things at once. Any thread. */
final class Sheets {
    /** More related lines would need a search; the streams table has all. */
    private static final int MOST_RELATED = 40;

    private Sheets() {}

    static Sheet of(ResourceView tank, Frame frame) {
        Target target = new Target.Resource(tank.id());
        ResourceState state = tank.state();
        Ledger ledger = state.ledger();
        long capacity = state.marks().capacityUnits();
        List<SheetEntry> flows = List.of(
                new SheetEntry(
                        "level", Figures.level(tank.level(), capacity) + " · " + Figures.percent(tank.fillShare())),
                new SheetEntry(
                        "resume mark",
                        Figures.units(state.marks().resumeUnits()),
                        "At or below it the broker asks for production again"),
                new SheetEntry("demand", state.demand() ? "wanted" : "none: tank full"),
                new SheetEntry("due", Figures.units(state.dueUnits()), "Allotted to consumers, not yet handed over"),
                new SheetEntry("starving", starving(tank)));
        List<SheetEntry> conservation = List.of(
                new SheetEntry("opening", Figures.units(ledger.opening()), "Restored when the broker started"),
                new SheetEntry("+ accepted", Figures.units(ledger.accepted())),
                new SheetEntry("+ injected", Figures.units(ledger.injected())),
                new SheetEntry("− delivered", Figures.units(ledger.delivered())),
                new SheetEntry("− purged", Figures.units(ledger.purged())),
                new SheetEntry("= level", Figures.units(ledger.level())),
                new SheetEntry("difference", balance(ledger.difference())));
        List<StreamView> streams = Targets.streams(Set.of(target), frame);
        return new Sheet(
                target,
                tank.id().value(),
                "resource · " + Figures.count(tank.producers(), "producer") + ", "
                        + Figures.count(tank.consumers(), "consumer"),
                Sign.of(tank.tank()),
                StateText.of(tank),
                tank.why(),
                null,
                "in " + Figures.rate(tank.inPerMinute()) + "   out " + Figures.rate(tank.outPerMinute()),
                List.of(new Group("", flows), new Group("LEDGER", conservation)),
                related(streams, true),
                FrameSelection.of(List.of(target), frame).acts());
    }

    static Sheet of(ClientView client, Frame frame) {
        Target target = new Target.Client(client.peer().client());
        List<StreamView> streams = Targets.streams(Set.of(target), frame);
        List<SheetEntry> facts = List.of(
                new SheetEntry("streams", Figures.units(client.streams())),
                new SheetEntry("produces", Figures.rate(client.inPerMinute())),
                new SheetEntry("consumes", Figures.rate(client.outPerMinute())),
                new SheetEntry("connection", client.peer().remoteAddress(), "Of its newest stream"),
                new SheetEntry(
                        "name",
                        client.peer().named() ? "given by client-id" : "none given",
                        "Clients name themselves with the request metadata client-id"));
        return new Sheet(
                target,
                client.peer().client().value(),
                "client · " + Figures.count(client.streams(), "stream"),
                Sign.of(client.state()),
                RuleText.words(client, frame),
                streams.stream()
                        .max(Comparator.comparing(StreamView::severity))
                        .map(StreamView::why)
                        .orElse(null),
                null,
                "in " + Figures.rate(client.inPerMinute()) + "   out " + Figures.rate(client.outPerMinute()),
                List.of(new Group("", facts)),
                related(streams, false),
                FrameSelection.of(List.of(target), frame).acts());
    }

    static Sheet ofMany(FrameSelection selected) {
        Frame frame = selected.frame();
        List<StreamView> streams = Targets.streams(Set.copyOf(selected.targets()), frame);
        List<SheetEntry> facts = new ArrayList<>();
        for (StreamKind kind : StreamKind.values()) {
            long count = streams.stream().filter(it -> it.kind() == kind).count();
            facts.add(new SheetEntry(kind.word() + "s", Figures.units(count)));
        }
        facts.add(new SheetEntry("produced", Figures.rate(sum(streams, StreamKind.PRODUCTION))));
        facts.add(new SheetEntry("consumed", Figures.rate(sum(streams, StreamKind.CONSUMER))));
        StreamView worst =
                streams.stream().max(Comparator.comparing(StreamView::severity)).orElse(null);
        return new Sheet(
                List.of("many"),
                selected.name(),
                "selected together; an act applies to each",
                Sign.of(worst == null ? Severity.CALM : worst.severity()),
                worst == null ? "nothing open" : "worst: " + worst.label() + " " + StateText.of(worst),
                worst == null ? null : worst.why(),
                null,
                "",
                List.of(new Group("", facts)),
                selected.targets().stream()
                        .limit(MOST_RELATED)
                        .map(it -> related(it, frame))
                        .filter(Objects::nonNull)
                        .toList(),
                selected.acts());
    }

    /** A selected target that the frame does not show. */
    static Sheet absent(Target target) {
        return new Sheet(
                List.of("absent", target),
                Targets.label(target),
                "not open now",
                new Sign(SignShape.RING, Tone.CALM),
                "nothing of it is open",
                null,
                null,
                "",
                List.of(),
                List.of(),
                Set.of());
    }

    private static double sum(List<StreamView> streams, StreamKind kind) {
        return streams.stream()
                .filter(it -> it.kind() == kind)
                .mapToDouble(StreamView::actualPerMinute)
                .sum();
    }

    private static String starving(ResourceView tank) {
        return tank.starving() == 0
                ? "nobody"
                : Figures.units(tank.starving()) + " of " + Figures.count(tank.consumers(), "consumer");
    }

    private static String balance(long difference) {
        return difference == 0 ? "0 · balances" : Figures.units(difference) + " · does not balance";
    }

    private static List<Related> related(List<StreamView> streams, boolean ofResource) {
        return streams.stream()
                .sorted(Comparator.comparing(StreamView::severity).reversed())
                .limit(MOST_RELATED)
                .map(it -> related(it, ofResource ? it.label() : ofClient(it)))
                .toList();
    }

    /** Within a client the resource comes first; a consumer also has a name of its own. */
    private static String ofClient(StreamView stream) {
        String resource = stream.state().resource().value();
        return stream.kind() == StreamKind.CONSUMER ? resource + " · " + stream.name() : resource;
    }

    private static Related related(StreamView stream, String name) {
        String arrow = stream.kind() == StreamKind.CONSUMER ? "← " : "→ ";
        String figure = stream.kind() == StreamKind.OFFER ? "offer" : Figures.rate(stream.actualPerMinute());
        return new Related(
                new Target.OneStream(stream.id()), arrow + name, Sign.of(stream.flow()), StateText.of(stream), figure);
    }

    private static @Nullable Related related(Target target, Frame frame) {
        StreamView stream = Targets.stream(target, frame);
        if (stream != null) {
            return related(stream, stream.label());
        }
        ResourceView tank = Targets.resource(target, frame);
        if (tank != null) {
            return new Related(
                    target,
                    tank.id().value(),
                    Sign.of(tank.tank()),
                    StateText.of(tank),
                    Figures.percent(tank.fillShare()));
        }
        ClientView client = Targets.client(target, frame);
        return client == null
                ? null
                : new Related(
                        target,
                        client.peer().client().value(),
                        Sign.of(client.state()),
                        StateText.of(client),
                        Figures.count(client.streams(), "stream"));
    }
}
