package virdi.ui.sign;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import virdi.model.BrokerSnapshot.ConsumerState;
import virdi.model.ClientId;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.StreamView;

/**
 * A selection in one frame: its targets that still exist, its name, the acts that fit all of it, and the commands of those acts.
 * Immutable.
 *
 * <p>A throttle on a selected stream becomes a throttle on its {@link Target.Production} or {@link Target.Consumption}, which
 * outlive the stream: a client does not lose a throttle by reconnecting.
 */
public record FrameSelection(List<Target> targets, Frame frame) {
    private static final Set<Act> OF_STREAMS =
            EnumSet.of(Act.THROTTLE, Act.PAUSE, Act.RESUME, Act.LIFT, Act.DISCONNECT, Act.BLOCK, Act.UNBLOCK);
    private static final Set<Act> OF_OFFERS = EnumSet.of(
            Act.THROTTLE, Act.PAUSE, Act.RESUME, Act.LIFT, Act.DISCONNECT, Act.BLOCK, Act.UNBLOCK, Act.REQUEST_NOW);

    /** The part of a selection that a frame still shows, in the selection's order. */
    public static FrameSelection of(Collection<Target> selection, Frame frame) {
        return new FrameSelection(
                selection.stream().filter(it -> present(it, frame)).toList(), frame);
    }

    /** The target of a rule for this stream, which also covers the client's next stream. */
    public static Target lasting(StreamView stream) {
        ClientId client = stream.state().peer().client();
        return stream.state() instanceof ConsumerState consumer
                ? new Target.Consumption(client, consumer.spec().consumer())
                : new Target.Production(client, stream.state().resource());
    }

    /** The highest possible rate of a stream without rules, as far as it is known; in units per minute. */
    public static double mostPerMinute(StreamView stream) {
        return stream.state() instanceof ConsumerState consumer
                ? consumer.spec().maxRatePerMinute()
                : Math.max(stream.possiblePerMinute(), stream.actualPerMinute());
    }

    /** The name of the selection: that of its only target, else a count: "3 consumers", "2 clients". */
    public String name() {
        if (targets.size() == 1) {
            return Targets.label(targets.getFirst(), frame);
        }
        List<String> nouns = targets.stream().map(this::noun).distinct().toList();
        String noun = nouns.size() == 1
                ? nouns.getFirst()
                : targets.stream().allMatch(Target.OneStream.class::isInstance) ? "stream" : "thing";
        return Figures.count(targets.size(), noun);
    }

    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /** The acts that fit every target. Pausing fits unless all are paused, resuming when any is, and so on. */
    public Set<Act> acts() {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        if (targets.isEmpty()) {
            return acts;
        }
        acts.addAll(EnumSet.allOf(Act.class));
        targets.forEach(target -> acts.retainAll(fitting(target)));
        List<Target> valves = valves();
        List<OperatorRule.Throttled> throttles = throttles();
        Set<Target> paused = new LinkedHashSet<>();
        throttles.stream().filter(it -> it.pace().isPaused()).forEach(it -> paused.add(it.target()));
        long pausedValves =
                valves.stream().filter(valve -> isPaused(valve, paused)).count();
        keepIf(acts, Act.PAUSE, pausedValves < valves.size());
        keepIf(acts, Act.RESUME, !paused.isEmpty());
        keepIf(acts, Act.LIFT, throttles.stream().anyMatch(it -> !it.pace().isPaused()));
        long blocked = targets.stream().filter(it -> block(it) != null).count();
        keepIf(acts, Act.BLOCK, blocked < targets.size());
        keepIf(acts, Act.UNBLOCK, blocked > 0);
        return acts;
    }

    /**
     * The commands of an act that needs no dialog.
     *
     * @throws IllegalArgumentException for an act that needs a dialog
     */
    public List<OperatorCommand> commands(Act act) {
        return switch (act) {
            case PAUSE -> throttle(valves(), Pace.PAUSED, null);
            case RESUME -> unthrottle(Pace::isPaused);
            case LIFT -> unthrottle(pace -> true);
            case UNBLOCK ->
                targets.stream()
                        .map(this::block)
                        .filter(Objects::nonNull)
                        .map(it -> (OperatorCommand) new OperatorCommand.Unblock(it.target()))
                        .toList();
            case REQUEST_NOW ->
                resources().stream()
                        .map(it -> (OperatorCommand) new OperatorCommand.RequestNow(it))
                        .toList();
            case THROTTLE, DISCONNECT, BLOCK, SET_CAPACITY, INJECT, PURGE ->
                throw new IllegalArgumentException(act + " asks for more first");
        };
    }

    /** The same throttle for each of several valves. */
    public static List<OperatorCommand> throttle(List<Target> valves, Pace pace, @Nullable Duration revertAfter) {
        return valves.stream()
                .map(it -> (OperatorCommand) new OperatorCommand.Throttle(it, pace, revertAfter))
                .toList();
    }

    /** The targets of throttles: a selected resource has two valves, its inflow and its outflow. */
    public List<Target> valves() {
        return targets.stream().flatMap(this::valvesOf).distinct().toList();
    }

    /** The throttles on the targets themselves; not the wider ones that also hold them, such as their client's. */
    public List<OperatorRule.Throttled> throttles() {
        Set<Target> valves = new HashSet<>(valves());
        targets.stream().filter(Target.OneStream.class::isInstance).forEach(valves::add);
        return frame.rules().stream()
                .filter(OperatorRule.Throttled.class::isInstance)
                .map(OperatorRule.Throttled.class::cast)
                .filter(it -> valves.contains(it.target()))
                .toList();
    }

    /** The block on a target or on its lasting target; null when none. */
    public OperatorRule.@Nullable Blocked block(Target target) {
        Target lasting = lastingOf(target);
        for (OperatorRule rule : frame.rules()) {
            if (rule instanceof OperatorRule.Blocked block
                    && (block.target().equals(target) || block.target().equals(lasting))) {
                return block;
            }
        }
        return null;
    }

    /** The targets of blocks: each stream as its lasting target. */
    public List<Target> lasting() {
        return targets.stream().map(this::lastingOf).distinct().toList();
    }

    /** The resources selected; for offers, those offered. */
    public List<ResourceId> resources() {
        return targets.stream()
                .flatMap(it -> switch (it) {
                    case Target.Resource resource -> Stream.of(resource.resource());
                    case Target.OneStream ignored ->
                        Stream.ofNullable(Targets.stream(it, frame))
                                .map(view -> view.state().resource());
                    default -> Stream.<ResourceId>of();
                })
                .distinct()
                .toList();
    }

    private List<OperatorCommand> unthrottle(Predicate<Pace> which) {
        return throttles().stream()
                .filter(it -> which.test(it.pace()))
                .map(it -> (OperatorCommand) new OperatorCommand.Unthrottle(it.target()))
                .toList();
    }

    private Set<Act> fitting(Target target) {
        return switch (target) {
            case Target.OneStream ignored -> {
                StreamView view = Targets.stream(target, frame);
                yield view == null ? Set.of() : view.kind() == StreamKind.OFFER ? OF_OFFERS : OF_STREAMS;
            }
            case Target.Client ignored -> OF_STREAMS;
            case Target.Production ignored -> OF_STREAMS;
            case Target.Consumption ignored -> OF_STREAMS;
            case Target.Resource ignored -> EnumSet.allOf(Act.class);
            case Target.Inflow ignored -> EnumSet.of(Act.THROTTLE, Act.PAUSE, Act.RESUME, Act.LIFT);
            case Target.Outflow ignored -> EnumSet.of(Act.THROTTLE, Act.PAUSE, Act.RESUME, Act.LIFT);
        };
    }

    private Stream<Target> valvesOf(Target target) {
        return target instanceof Target.Resource it
                ? Stream.of(new Target.Outflow(it.resource()), new Target.Inflow(it.resource()))
                : Stream.of(lastingOf(target));
    }

    private Target lastingOf(Target target) {
        StreamView view = Targets.stream(target, frame);
        return view == null ? target : lasting(view);
    }

    /** A valve is paused by a rule on itself, or by one on the selected stream that it stands for. */
    private boolean isPaused(Target valve, Set<Target> paused) {
        return paused.contains(valve)
                || paused.stream()
                        .anyMatch(it ->
                                it instanceof Target.OneStream && lastingOf(it).equals(valve));
    }

    private static void keepIf(Set<Act> acts, Act act, boolean keep) {
        if (!keep) {
            acts.remove(act);
        }
    }

    private String noun(Target target) {
        return switch (target) {
            case Target.OneStream ignored -> {
                StreamView view = Targets.stream(target, frame);
                yield view == null ? "stream" : view.kind().word();
            }
            case Target.Client ignored -> "client";
            case Target.Resource ignored -> "resource";
            case Target.Inflow ignored -> "inflow";
            case Target.Outflow ignored -> "outflow";
            case Target.Production ignored -> "production";
            case Target.Consumption ignored -> "consumer";
        };
    }

    private static boolean present(Target target, Frame frame) {
        return switch (target) {
            case Target.OneStream ignored -> Targets.stream(target, frame) != null;
            case Target.Client ignored -> Targets.client(target, frame) != null;
            case Target.Resource ignored -> Targets.resource(target, frame) != null;
            case Target.Inflow ignored -> Targets.resource(target, frame) != null;
            case Target.Outflow ignored -> Targets.resource(target, frame) != null;
            case Target.Production ignored ->
                !Targets.streams(Set.of(target), frame).isEmpty();
            case Target.Consumption ignored ->
                !Targets.streams(Set.of(target), frame).isEmpty();
        };
    }
}
