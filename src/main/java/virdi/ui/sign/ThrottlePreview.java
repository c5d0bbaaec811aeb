package virdi.ui.sign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.FlowState;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.StreamView;

/**
 * Estimates which consumers a throttle would starve. It computes with the rates of one frame only and does not guess how clients
 * react. Immutable; any thread.
 *
 * @param sentences the effects, one for each valve or tank concerned; empty when there is none
 * @param starving the consumers that would get nothing, at once or when their tank has run empty
 * @param rationed the consumers that would get something, but less than they ask for
 */
public record ThrottlePreview(List<String> sentences, Set<StreamId> starving, Set<StreamId> rationed) {
    /** Nobody would notice. */
    public static final ThrottlePreview NONE = new ThrottlePreview(List.of(), Set.of(), Set.of());

    /** Smaller differences, as a share of a flow, are noise. */
    private static final double WOBBLE = 0.02;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** The effect of holding each of the valves to a pace. */
    public static ThrottlePreview of(List<Target> valves, Pace pace, Frame frame) {
        return new Sum(grouped(valves, frame), pace, frame).preview();
    }

    /** The reference of a slider: the highest possible flow of the valves, or the flow of now where nothing limits it. */
    public static double reference(List<Target> valves, Frame frame) {
        return grouped(valves, frame).values().stream()
                .mapToDouble(streams -> streams.stream()
                        .filter(it -> it.kind() != StreamKind.OFFER)
                        .mapToDouble(FrameSelection::mostPerMinute)
                        .sum())
                .max()
                .orElse(0);
    }

    /** All effects in one text. */
    public String sentence() {
        return switch (sentences.size()) {
            case 0 -> "Nobody would go without, at the rates of now.";
            case 1 -> sentences.getFirst();
            default ->
                sentences.getFirst() + ", and so on for " + Figures.count(starving.size() + rationed.size(), "consumer")
                        + " in all";
        };
    }

    /** The streams of each valve, found in one pass: a fold may have hundreds of valves among thousands of streams. */
    private static Map<Target, List<StreamView>> grouped(Collection<Target> valves, Frame frame) {
        Map<Target, List<StreamView>> groups = new LinkedHashMap<>();
        valves.forEach(valve -> groups.put(valve, new ArrayList<>()));
        for (StreamView stream : frame.streams()) {
            holding(stream).forEach(target -> {
                List<StreamView> group = groups.get(target);
                if (group != null) {
                    group.add(stream);
                }
            });
        }
        return groups;
    }

    /** All targets of throttles that would hold this stream; an offer counts as the production that it may become. */
    private static Stream<Target> holding(StreamView stream) {
        ResourceId resource = stream.state().resource();
        return Stream.of(
                new Target.OneStream(stream.id()),
                FrameSelection.lasting(stream),
                new Target.Client(stream.state().peer().client()),
                stream.kind() == StreamKind.CONSUMER ? new Target.Outflow(resource) : new Target.Inflow(resource));
    }

    /** Adds up the effects of a pace, valve by valve and then tank by tank. One thread. */
    private static final class Sum {
        private final Map<Target, List<StreamView>> valves;
        private final Pace pace;
        private final Frame frame;
        private final List<String> sentences = new ArrayList<>();
        private final Set<StreamId> starving = new LinkedHashSet<>();
        private final Set<StreamId> rationed = new LinkedHashSet<>();

        Sum(Map<Target, List<StreamView>> valves, Pace pace, Frame frame) {
            this.valves = valves;
            this.pace = pace;
            this.frame = frame;
        }

        ThrottlePreview preview() {
            Set<ResourceId> tanks = new LinkedHashSet<>();
            valves.forEach((valve, streams) -> {
                outbound(valve, streams);
                streams.stream()
                        .filter(it -> it.kind() != StreamKind.CONSUMER)
                        .forEach(it -> tanks.add(it.state().resource()));
            });
            tanks.forEach(this::inbound);
            rationed.removeAll(starving);
            return sentences.isEmpty()
                    ? NONE
                    : new ThrottlePreview(List.copyOf(sentences), Set.copyOf(starving), Set.copyOf(rationed));
        }

        private void outbound(Target valve, List<StreamView> streams) {
            List<StreamView> consumers = streams.stream()
                    .filter(it -> it.kind() == StreamKind.CONSUMER && FrameSelection.mostPerMinute(it) > 0)
                    .toList();
            double wanted = consumers.stream()
                    .mapToDouble(FrameSelection::mostPerMinute)
                    .sum();
            if (consumers.isEmpty() || pace.unitsPerMinute() >= wanted * (1 - WOBBLE)) {
                return;
            }
            String who = consumers.size() == 1
                    ? consumers.getFirst().label() + " asks for"
                    : "The " + consumers.size() + " consumers of " + name(valve, consumers) + " ask for";
            String get = pace.isPaused()
                    ? "nothing"
                    : (consumers.size() == 1 ? "" : "to share ") + Figures.rate(pace.unitsPerMinute());
            sentences.add(who + " " + Figures.rate(wanted) + " and would get " + get);
            consumers.forEach(it -> (pace.isPaused() ? starving : rationed).add(it.id()));
        }

        private void inbound(ResourceId id) {
            ResourceView tank = Targets.resource(new Target.Resource(id), frame);
            List<StreamView> consumers = frame.streams().stream()
                    .filter(it -> it.kind() == StreamKind.CONSUMER
                            && it.state().resource().equals(id))
                    .sorted(Comparator.comparingDouble(StreamView::actualPerMinute)
                            .reversed())
                    .toList();
            Double inflow = tank == null ? null : inflow(tank);
            if (tank == null || inflow == null || consumers.isEmpty()) {
                return;
            }
            double missing = tank.outPerMinute() - inflow;
            if (missing <= tank.outPerMinute() * WOBBLE) {
                return;
            }
            String soon = tank.level() == 0 ? "" : " in about " + time(tank.level() / missing);
            sentences.add(id.value() + " would run empty" + soon + " (" + Figures.rate(missing)
                    + " more out than in); then " + names(consumers) + " would starve");
            consumers.forEach(it -> starving.add(it.id()));
        }

        /** The remaining flow into a tank, in units per minute; null when the pace takes nothing away. */
        private @Nullable Double inflow(ResourceView tank) {
            double cut = 0;
            double atMost = 0;
            Set<StreamId> held = new LinkedHashSet<>();
            for (List<StreamView> streams : valves.values()) {
                double now = 0;
                boolean makes = false;
                for (StreamView stream : streams) {
                    if (makes(stream, tank.id())) {
                        makes = true;
                        now += stream.actualPerMinute();
                        held.add(stream.id());
                    }
                }
                cut += Math.max(0, now - pace.unitsPerMinute());
                atMost += makes ? pace.unitsPerMinute() : 0;
            }
            boolean anyRests = false;
            double others = 0;
            for (StreamView stream : frame.streams()) {
                if (makes(stream, tank.id())) {
                    boolean rests = rests(stream);
                    anyRests |= rests;
                    if (!held.contains(stream.id())) {
                        if (rests) {
                            return null; // it waits for room, and would step in
                        }
                        others += stream.actualPerMinute();
                    }
                }
            }
            // A producer before a full tank sends less than it can: its possible rate counts.
            return anyRests ? Double.valueOf(atMost + others) : cut <= 0 ? null : tank.inPerMinute() - cut;
        }

        private static boolean makes(StreamView stream, ResourceId resource) {
            return stream.kind() != StreamKind.CONSUMER
                    && stream.state().resource().equals(resource);
        }

        private static boolean rests(StreamView stream) {
            return stream.flow() == FlowState.STOPPED_TANK_FULL || stream.flow() == FlowState.IDLE_TANK_FULL;
        }

        private static String names(List<StreamView> consumers) {
            return switch (consumers.size()) {
                case 1 -> consumers.getFirst().label();
                case 2 -> consumers.get(0).label() + " and " + consumers.get(1).label();
                default -> consumers.getFirst().label() + " and " + (consumers.size() - 1) + " others";
            };
        }

        private static String name(Target valve, List<StreamView> consumers) {
            return switch (valve) {
                case Target.Client client -> client.client().value();
                case Target.Outflow outflow -> outflow.resource().value();
                default -> consumers.getFirst().state().resource().value();
            };
        }

        private static String time(double minutes) {
            return Figures.duration(Math.max(NANOS_PER_SECOND, Math.round(minutes * 60) * NANOS_PER_SECOND));
        }
    }
}
