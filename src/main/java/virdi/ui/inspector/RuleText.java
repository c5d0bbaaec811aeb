package virdi.ui.inspector;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorRule;
import virdi.model.Target;
import virdi.telemetry.ClientView;
import virdi.telemetry.Frame;
import virdi.telemetry.Severity;
import virdi.telemetry.StreamView;
import virdi.ui.sign.Figures;
import virdi.ui.sign.FrameSelection;
import virdi.ui.sign.StateText;
import virdi.ui.sign.Targets;

/** Writes the rule that holds a stream or client, and its time left. Any thread. */
final class RuleText {
    private RuleText() {}

    /** A stream's state, with the rule that holds it and the time left: "throttled to 60/min by you, 3 min left". */
    static String words(StreamView stream, Frame frame) {
        if (stream.severity() != Severity.HELD) {
            return StateText.of(stream);
        }
        String held = holding(stream, frame)
                .map(it -> by(it.target(), stream) + left(it.untilEpochMillis(), frame))
                .orElseGet(() -> blocking(stream, frame)
                        .map(it -> " by you" + left(it.untilEpochMillis(), frame))
                        .orElse(""));
        return held.isEmpty() ? StateText.of(stream) : StateText.of(stream).replace(" by operator", "") + held;
    }

    /** A client's state, and the throttle on all of it. */
    static String words(ClientView client, Frame frame) {
        Target target = new Target.Client(client.peer().client());
        return frame.rules().stream()
                .filter(it -> it instanceof OperatorRule.Throttled throttle
                        && throttle.target().equals(target))
                .map(OperatorRule.Throttled.class::cast)
                .findFirst()
                .map(it -> StateText.of(client) + " · " + pace(it) + " by you" + left(it.untilEpochMillis(), frame))
                .orElse(StateText.of(client));
    }

    /** A throttle in force and its time left: "60/min, 3 min left". */
    static String inForce(OperatorRule.Throttled rule, Frame frame) {
        String pace =
                rule.pace().isPaused() ? "paused" : Figures.rate(rule.pace().unitsPerMinute());
        return pace + left(rule.untilEpochMillis(), frame);
    }

    private static String pace(OperatorRule.Throttled rule) {
        return rule.pace().isPaused()
                ? "paused"
                : "throttled to " + Figures.rate(rule.pace().unitsPerMinute());
    }

    private static Optional<OperatorRule.Throttled> holding(StreamView stream, Frame frame) {
        return frame.rules().stream()
                .filter(OperatorRule.Throttled.class::isInstance)
                .map(OperatorRule.Throttled.class::cast)
                .filter(it -> Targets.covers(it.target(), stream))
                .min(Comparator.comparingLong(it -> it.pace().unitsPerMinute()));
    }

    private static Optional<OperatorRule.Blocked> blocking(StreamView stream, Frame frame) {
        return frame.rules().stream()
                .filter(OperatorRule.Blocked.class::isInstance)
                .map(OperatorRule.Blocked.class::cast)
                .filter(it -> Targets.covers(it.target(), stream))
                .findFirst();
    }

    private static String by(Target rule, StreamView stream) {
        boolean own = rule.equals(FrameSelection.lasting(stream)) || rule.equals(new Target.OneStream(stream.id()));
        return own ? " by you" : " by your rule on " + Targets.label(rule);
    }

    private static String left(@Nullable Long untilEpochMillis, Frame frame) {
        long nanos = untilEpochMillis == null ? 0 : leftNanos(untilEpochMillis, frame);
        return nanos == 0 ? "" : ", " + Figures.duration(nanos) + " left";
    }

    private static long leftNanos(long untilEpochMillis, Frame frame) {
        return TimeUnit.MILLISECONDS.toNanos(Math.max(0, untilEpochMillis - frame.epochMillis()));
    }
}
