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
 * The valve on a node's pipe as one frame shows it: what it holds, how it is set, and how far it opens. Immutable.
 *
 * <p>A pace is null where nothing is held: "no limit". Where a node stands for several streams, each of them has its
 * own valve and all are set alike; where it stands for a whole side of a basin, there is one, on all that flows in or
 * out.
 *
 * @param targets what a throttle is laid on
 * @param rules the throttles that are in force on them, to be lifted; not those that hold them from above
 * @param above the throttles in force on whole clients, or on all that flows in or out, that hold some of them too
 * @param pace what they are held to, the least of it if not all alike; null when at least one is not held
 * @param binding the one from above that holds them to that; null when it is their own
 * @param possible what the largest of them carries at most, in units per minute; 0 when not known
 * @param scale where paces lie between shut and fully open
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
    /** How far a valve is turned that holds nothing back: beyond the end of its scale. */
    public static final double NO_LIMIT = 1.1;

    /** What the scale reaches where nothing has flowed yet, in units per minute. */
    private static final double REFERENCE_OF_NOTHING = 1_000;

    /** From here on it holds nothing: half way between the end of the scale and {@link #NO_LIMIT}. */
    private static final double LIFTS_FROM = (1 + NO_LIMIT) / 2;

    /** The valve of a node. */
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

    /** The pace at a position: 0 is shut, 1 the end of the scale; null from a little beyond that on. */
    public @Nullable Pace paceAt(double position) {
        return position >= LIFTS_FROM ? null : new Pace(scale.pace(Math.clamp(position, 0, 1)));
    }

    /** The position of a pace. */
    public double position(@Nullable Pace of) {
        return of == null ? NO_LIMIT : scale.position(of.unitsPerMinute());
    }

    /** The next pace in a direction: below shut nothing, beyond the end of the scale no limit. */
    public @Nullable Pace beside(@Nullable Pace from, boolean up, boolean coarse) {
        if (from == null) {
            return up ? null : new Pace(scale.most());
        }
        long now = from.unitsPerMinute();
        long next = PaceScale.beside(now, up, coarse);
        return next <= scale.most() ? new Pace(next) : now < scale.most() ? new Pace(scale.most()) : null;
    }

    /** The same valve with a scale that reaches a pace that was typed. */
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

    /** The same valve as a newer frame shows it, on the scale of now: it must not slip under a hand. */
    public Valve onScaleOf(Valve before) {
        return new Valve(element, name, targets, rules, above, pace, binding, possible, before.scale);
    }

    /** A setting: "60/min", "60/min each", "paused", "no limit". */
    public String words(@Nullable Pace of) {
        return of == null
                ? "no limit"
                : of.isPaused() ? "paused" : Figures.rate(of.unitsPerMinute()) + (targets.size() > 1 ? " each" : "");
    }

    /** What is behind the number: "of 180/min possible"; empty when nothing is known. */
    public String possibleWords() {
        return possible > 0 ? "of " + Figures.rate(possible) + " possible" : "";
    }

    /** Which throttle it is that does not belong to this valve: "factory-a's throttle". */
    public static String nameOf(OperatorRule.Throttled throttle) {
        return switch (throttle.target()) {
            case Target.Client client -> client.client().value() + "'s throttle";
            case Target.Inflow inflow -> "the inflow's throttle";
            case Target.Outflow outflow -> "the outflow's throttle";
            default -> "the throttle of " + Targets.label(throttle.target());
        };
    }

    /** What it is held to from above: "factory-a's throttle, 600/min"; empty when that does not bind. */
    public String bindingWords() {
        OperatorRule.Throttled from = binding;
        return from == null ? "" : nameOf(from) + ", " + paceWords(from);
    }

    /** A throttle's pace in words. */
    public static String paceWords(OperatorRule.Throttled throttle) {
        return throttle.pace().isPaused()
                ? "paused"
                : Figures.rate(throttle.pace().unitsPerMinute());
    }

    /**
     * What is lifted when it is opened fully: its own throttles, and where one from above binds, those that hold it from
     * there, for else nothing would change.
     */
    List<OperatorRule.Throttled> lifted() {
        return binding == null
                ? rules
                : Stream.concat(rules.stream(), above.stream()).toList();
    }

    /** Whether a setting would change nothing, since what binds from above is tighter. */
    public boolean isOverruled(@Nullable Pace wanted) {
        OperatorRule.Throttled from = binding;
        return from != null
                && wanted != null
                && wanted.unitsPerMinute() > from.pace().unitsPerMinute();
    }

    /** What makes it so, in the order in which it must happen; empty when it is so already. */
    public List<OperatorCommand> commands(@Nullable Pace wanted) {
        List<OperatorCommand> commands = new ArrayList<>();
        boolean already = isSetTo(wanted);
        for (OperatorRule.Throttled rule : wanted == null ? lifted() : rules) {
            // A throttle of the same target is replaced; one of the stream alone would go on holding beside it.
            if (!already && (wanted == null || !targets.contains(rule.target()))) {
                commands.add(new OperatorCommand.Unthrottle(rule.target()));
            }
        }
        if (!already && wanted != null) {
            commands.addAll(FrameSelection.throttle(targets, wanted, null));
        }
        return commands;
    }

    /** Whether all of it is held to just that, or nothing of it at all. */
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
