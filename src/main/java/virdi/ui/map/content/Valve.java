package virdi.ui.map.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.sign.Figures;
import virdi.ui.sign.FrameSelection;
import virdi.ui.sign.PaceScale;
import virdi.ui.sign.Targets;
import virdi.ui.sign.ThrottlePreview;

/**
 * The valve on a node's pipe, as one frame shows it: which throttles apply, their pace, and the scale of the valve.
 * Immutable; any thread.
 *
 * <p>A null pace means "no limit". When a node combines several streams, each stream has its own throttle and all get
 * the same setting. When it is the whole side of a basin, there is one throttle on the total inflow or outflow.
 *
 * @param targets the targets that a throttle is set on
 * @param rules the active throttles on these targets; the valve can lift them
 * @param above active throttles on whole clients, or on a total inflow or outflow, that also limit some of the
 *     streams
 * @param pace the active limit, the lowest when they differ; null when at least one stream has no limit
 * @param binding the throttle of {@code above} that sets this pace; null when the valve's own throttle does
 * @param possible the highest possible rate of the largest stream, in units per minute; 0 when unknown
 * @param scale maps a pace to a position between shut and fully open
 */
public record Valve(
        MapElement element,
        String name,
        List<Target> targets,
        List<OperatorRule.Throttled> rules,
        List<OperatorRule.Throttled> above,
        @Nullable Pace pace,
        OperatorRule.@Nullable Throttled binding,
        double possible,
        PaceScale scale) {
    /** Position of a valve without a limit. It is beyond the end of the scale, which is 1. */
    public static final double NO_LIMIT = 1.1;

    /** End of the scale when nothing has flowed yet, in units per minute. */
    private static final double REFERENCE_OF_NOTHING = 1_000;

    /** From this position on there is no limit: halfway between the end of the scale and {@link #NO_LIMIT}. */
    private static final double LIFTS_FROM = (1 + NO_LIMIT) / 2;

    /** Returns the valve of a node. */
    public static Valve of(MapNode node, Frame frame) {
        NodeKey key = node.key();
        List<Target> streams = new ArrayList<>();
        node.leads().forEach(lead -> streams.add(new Target.OneStream(lead.id())));
        FrameSelection aim = key.fold() == NodeKey.Fold.SIDE
                ? FrameSelection.of(
                        Set.of(
                                node.isProducer()
                                        ? new Target.Inflow(key.resource())
                                        : new Target.Outflow(key.resource())),
                        frame)
                : FrameSelection.of(streams, frame);
        List<Target> targets = aim.valves();
        List<OperatorRule.Throttled> rules = aim.throttles();
        long held =
                rules.stream().map(OperatorRule.Throttled::target).distinct().count();
        OperatorRule.Throttled own = rules.isEmpty() || held < targets.size() ? null : least(rules);
        List<OperatorRule.Throttled> above = above(node, targets, frame);
        boolean all = node.leads().stream()
                .allMatch(lead -> above.stream().anyMatch(it -> Targets.covers(it.target(), lead)));
        OperatorRule.Throttled from = all ? least(above) : null;
        OperatorRule.Throttled binding = from != null
                        && (own == null
                                || from.pace().unitsPerMinute() < own.pace().unitsPerMinute())
                ? from
                : null;
        Pace pace = binding != null ? binding.pace() : own != null ? own.pace() : null;
        double possible = ThrottlePreview.reference(targets, frame);
        double reach = PaceScale.room(possible > 0 ? possible : REFERENCE_OF_NOTHING, pace);
        MapElement element = new MapElement(key.resource(), key, null);
        return new Valve(
                element, name(node), targets, rules, above, pace, binding, possible, PaceScale.reaching(reach));
    }

    private static List<OperatorRule.Throttled> above(MapNode node, List<Target> targets, Frame frame) {
        List<OperatorRule.Throttled> above = new ArrayList<>();
        if (node.key().fold() != NodeKey.Fold.SIDE) {
            for (OperatorRule rule : frame.rules()) {
                if (rule instanceof OperatorRule.Throttled throttle
                        && isWide(throttle.target())
                        && !targets.contains(throttle.target())
                        && node.leads().stream().anyMatch(lead -> Targets.covers(throttle.target(), lead))) {
                    above.add(throttle);
                }
            }
        }
        return above;
    }

    private static boolean isWide(Target target) {
        return target instanceof Target.Client || target instanceof Target.Inflow || target instanceof Target.Outflow;
    }

    private static OperatorRule.@Nullable Throttled least(List<OperatorRule.Throttled> rules) {
        return rules.stream()
                .min(Comparator.comparingLong(it -> it.pace().unitsPerMinute()))
                .orElse(null);
    }

    /**
     * Returns the pace at a position. 0 is shut and 1 is the end of the scale; null (no limit) from slightly beyond the
     * end.
     */
    public @Nullable Pace paceAt(double position) {
        return position >= LIFTS_FROM ? null : new Pace(scale.pace(Math.clamp(position, 0, 1)));
    }

    /** Returns the position of a pace. */
    public double position(@Nullable Pace of) {
        return of == null ? NO_LIMIT : scale.position(of.unitsPerMinute());
    }

    /** Returns the next pace in a direction. The lowest is shut; beyond the end of the scale there is no limit. */
    public @Nullable Pace beside(@Nullable Pace from, boolean up, boolean coarse) {
        if (from == null) {
            return up ? null : new Pace(scale.most());
        }
        long now = from.unitsPerMinute();
        long next = PaceScale.beside(now, up, coarse);
        return next <= scale.most() ? new Pace(next) : now < scale.most() ? new Pace(scale.most()) : null;
    }

    /** Returns the same valve with a scale that includes a typed pace. */
    public Valve reaching(Pace typed) {
        return typed.unitsPerMinute() <= scale.most()
                ? this
                : new Valve(
                        element,
                        name,
                        targets,
                        rules,
                        above,
                        pace,
                        binding,
                        possible,
                        PaceScale.reaching(typed.unitsPerMinute()));
    }

    /** Returns this newer valve on the scale of the one before. The handle must not move while the user drags it. */
    public Valve onScaleOf(Valve before) {
        return new Valve(element, name, targets, rules, above, pace, binding, possible, before.scale);
    }

    /** Returns a setting in words: "60/min", "60/min each", "paused", "no limit". */
    public String words(@Nullable Pace of) {
        return of == null
                ? "no limit"
                : of.isPaused() ? "paused" : Figures.rate(of.unitsPerMinute()) + (targets.size() > 1 ? " each" : "");
    }

    /** Returns the highest possible rate in words: "of 180/min possible"; empty when it is unknown. */
    public String possibleWords() {
        return possible > 0 ? "of " + Figures.rate(possible) + " possible" : "";
    }

    /** Returns the name of a throttle that does not belong to this valve: "factory-a's throttle". */
    public static String nameOf(OperatorRule.Throttled throttle) {
        return switch (throttle.target()) {
            case Target.Client client -> client.client().value() + "'s throttle";
            case Target.Inflow inflow -> "the inflow's throttle";
            case Target.Outflow outflow -> "the outflow's throttle";
            default -> "the throttle of " + Targets.label(throttle.target());
        };
    }

    /** Returns the limit from above in words: "factory-a's throttle, 600/min"; empty when there is none. */
    public String bindingWords() {
        OperatorRule.Throttled from = binding;
        return from == null ? "" : nameOf(from) + ", " + paceWords(from);
    }

    /** Returns a throttle's pace in words. */
    public static String paceWords(OperatorRule.Throttled throttle) {
        return throttle.pace().isPaused()
                ? "paused"
                : Figures.rate(throttle.pace().unitsPerMinute());
    }

    /**
     * Returns the throttles to lift when the user opens the valve fully. When a throttle from above binds, it must be
     * lifted too, because otherwise nothing would change.
     */
    List<OperatorRule.Throttled> lifted() {
        return binding == null
                ? rules
                : Stream.concat(rules.stream(), above.stream()).toList();
    }

    /** Returns whether a setting would change nothing because a throttle from above is tighter. */
    public boolean isOverruled(@Nullable Pace wanted) {
        OperatorRule.Throttled from = binding;
        return from != null
                && wanted != null
                && wanted.unitsPerMinute() > from.pace().unitsPerMinute();
    }

    /**
     * Returns the commands that set the valve, in the order in which they must run; empty when it is already set so.
     */
    public List<OperatorCommand> commands(@Nullable Pace wanted) {
        List<OperatorCommand> commands = new ArrayList<>();
        boolean already = isSetTo(wanted);
        for (OperatorRule.Throttled rule : wanted == null ? lifted() : rules) {
            // A new throttle replaces one on the same target. A throttle on a single stream would stay active beside
            // it, so it must be lifted.
            if (!already && (wanted == null || !targets.contains(rule.target()))) {
                commands.add(new OperatorCommand.Unthrottle(rule.target()));
            }
        }
        if (!already && wanted != null) {
            commands.addAll(FrameSelection.throttle(targets, wanted, null));
        }
        return commands;
    }

    /** Returns whether all streams have exactly this limit; for null, whether none has a limit. */
    public boolean isSetTo(@Nullable Pace wanted) {
        return wanted == null
                ? lifted().isEmpty()
                : binding != null && wanted.equals(pace)
                        || rules.stream().filter(it -> it.pace().equals(wanted)).count() == targets.size()
                                && rules.size() == targets.size();
    }

    private static String name(MapNode node) {
        return node.key().fold() == NodeKey.Fold.SIDE
                ? (node.isProducer() ? "inflow of " : "outflow of ")
                        + node.key().resource()
                : node.label();
    }
}
