package virdi.ui.operate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.ResourceView;
import virdi.telemetry.StreamView;
import virdi.ui.sign.Aim;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Targets;

/**
 * Estimates who would go without under a throttle. Honest arithmetic on the rates of one frame: it knows nothing of
 * what clients would do about it.
 */
final class ThrottlePreview {
    /** Differences below this share of a flow are within what rates wobble. */
    private static final double WOBBLE = 0.02;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private ThrottlePreview() {}

    /** What holding each valve to a pace would do, a sentence each; empty when nobody would notice. */
    static List<String> of(List<Target> valves, Pace pace, Frame frame) {
        List<String> sentences = new ArrayList<>();
        for (Target valve : valves) {
            List<StreamView> streams = Targets.streams(Set.of(valve), frame);
            outbound(valve, streams, pace).ifPresent(sentences::add);
            sentences.addAll(inbound(streams, pace, frame));
        }
        return sentences;
    }

    /** The unit of a slider: what the valves carry at most, or carry now where nothing bounds them. */
    static double reference(List<Target> valves, Frame frame) {
        return valves.stream()
                .mapToDouble(valve -> Targets.streams(Set.of(valve), frame).stream()
                        .filter(it -> it.kind() != StreamKind.OFFER)
                        .mapToDouble(Aim::mostPerMinute)
                        .sum())
                .max()
                .orElse(0);
    }

    private static Optional<String> outbound(Target valve, List<StreamView> streams, Pace pace) {
        List<StreamView> consumers =
                streams.stream().filter(it -> it.kind() == StreamKind.CONSUMER).toList();
        double wanted = consumers.stream().mapToDouble(Aim::mostPerMinute).sum();
        if (consumers.isEmpty() || pace.unitsPerMinute() >= wanted * (1 - WOBBLE)) {
            return Optional.empty();
        }
        String who = consumers.size() == 1
                ? consumers.getFirst().label() + " asks for"
                : "the " + consumers.size() + " consumers of " + name(valve, consumers) + " ask for";
        return Optional.of(
                pace.isPaused()
                        ? capital(who) + " " + Figures.rate(wanted) + " and would get nothing"
                        : capital(who) + " " + Figures.rate(wanted) + " and would get "
                                + (consumers.size() == 1 ? "" : "to share ")
                                + Figures.rate(pace.unitsPerMinute()));
    }

    private static List<String> inbound(List<StreamView> streams, Pace pace, Frame frame) {
        return streams.stream()
                .filter(it -> it.kind() == StreamKind.PRODUCTION)
                .map(it -> it.state().resource())
                .distinct()
                .flatMap(it -> shortage(it, streams, pace, frame).stream())
                .toList();
    }

    private static Optional<String> shortage(ResourceId resource, List<StreamView> streams, Pace pace, Frame frame) {
        Optional<ResourceView> found = frame.resources().stream()
                .filter(it -> it.id().equals(resource))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ResourceView tank = found.get();
        double now = streams.stream()
                .filter(it -> it.kind() == StreamKind.PRODUCTION)
                .filter(it -> it.state().resource().equals(resource))
                .mapToDouble(StreamView::actualPerMinute)
                .sum();
        double inflow = tank.inPerMinute() - Math.max(0, now - pace.unitsPerMinute());
        double missing = tank.outPerMinute() - inflow;
        if (now <= pace.unitsPerMinute() || missing <= tank.outPerMinute() * WOBBLE) {
            return Optional.empty();
        }
        String soon = tank.level() == 0 ? "" : " in about " + time(tank.level() / missing);
        return Optional.of(capital(resource.value()) + " would run empty" + soon + " (" + Figures.rate(missing)
                + " more out than in); then " + starving(resource, frame) + " would starve");
    }

    private static String starving(ResourceId resource, Frame frame) {
        List<StreamView> consumers = frame.streams().stream()
                .filter(it -> it.kind() == StreamKind.CONSUMER
                        && it.state().resource().equals(resource))
                .sorted(Comparator.comparingDouble(StreamView::actualPerMinute).reversed())
                .toList();
        return switch (consumers.size()) {
            case 0 -> "nobody";
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

    private static String capital(String text) {
        return text.startsWith("the ") ? "The " + text.substring(4) : text;
    }
}
