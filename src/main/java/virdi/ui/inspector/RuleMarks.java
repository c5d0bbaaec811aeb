package virdi.ui.inspector;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import virdi.model.Pace;
import virdi.model.Rule;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.StreamView;
import virdi.ui.kit.ChartData;
import virdi.ui.sign.Targets;

/** Remembers when throttles changed, so that a chart can point at the reason for a bend. One thread. */
final class RuleMarks {
    /** Far more changes than a person makes in the minutes that a chart shows. */
    private static final int MOST = 500;

    private final Deque<Change> changes = new ArrayDeque<>();
    private List<Rule> rules = List.of();
    private boolean started;

    private record Change(Target target, long epochMillis, String label) {}

    /** Compares the rules in force with those of the frame before. */
    void show(Frame frame) {
        if (started && !frame.rules().equals(rules)) {
            Map<Target, Pace> before = paces(rules);
            Map<Target, Pace> after = paces(frame.rules());
            after.forEach((target, pace) -> {
                if (!pace.equals(before.get(target))) {
                    note(target, frame.epochMillis(), pace.isPaused() ? "pause" : "throttle");
                }
            });
            before.keySet().stream()
                    .filter(it -> !after.containsKey(it))
                    .forEach(it -> note(it, frame.epochMillis(), "lifted"));
        }
        rules = frame.rules();
        started = true;
    }

    /** The changes that bear on a target: its own, and those of all that holds a selected stream. */
    List<ChartData.Mark> of(Target target, Frame frame) {
        StreamView stream = Targets.stream(target, frame);
        return changes.stream()
                .filter(it -> it.target().equals(target)
                        || isValveOf(it.target(), target)
                        || (stream != null && Targets.covers(it.target(), stream)))
                .map(it -> new ChartData.Mark(it.epochMillis(), it.label()))
                .toList();
    }

    private static boolean isValveOf(Target valve, Target target) {
        return target instanceof Target.Resource it
                && Set.<Target>of(new Target.Inflow(it.resource()), new Target.Outflow(it.resource()))
                        .contains(valve);
    }

    private void note(Target target, long epochMillis, String label) {
        changes.addLast(new Change(target, epochMillis, label));
        if (changes.size() > MOST) {
            changes.removeFirst();
        }
    }

    private static Map<Target, Pace> paces(List<Rule> rules) {
        Map<Target, Pace> paces = new HashMap<>();
        for (Rule rule : rules) {
            if (rule instanceof Rule.Throttle throttle) {
                paces.put(throttle.target(), throttle.pace());
            }
        }
        return paces;
    }
}
