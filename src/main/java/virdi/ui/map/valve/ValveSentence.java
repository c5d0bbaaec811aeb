package virdi.ui.map.valve;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.telemetry.Frame;
import virdi.ui.map.content.Valve;
import virdi.ui.sign.Figures;
import virdi.ui.sign.Targets;
import virdi.ui.sign.ThrottlePreview;

/** Tells the effect of a valve's setting in a sentence. Any thread. */
public final class ValveSentence {
    private ValveSentence() {}

    /** @param pace what the valve is set to, and null for no limit; {@code preview} is of just that */
    static String of(Valve valve, @Nullable Pace pace, ThrottlePreview preview, Frame frame) {
        OperatorRule.Throttled binding = valve.binding();
        if (binding == null) {
            OperatorRule.Throttled next = pace == null && !valve.rules().isEmpty() ? tightest(valve) : null;
            return next != null
                    ? capital(Valve.nameOf(next)) + " then holds it to " + Valve.paceWords(next) + "."
                    : valve.isSetTo(pace) ? "As it is now." : preview.sentence();
        }
        if (pace == null) {
            int streams = Targets.streams(Set.of(binding.target()), frame).size();
            return "Lifts " + valve.bindingWords() + ", from all " + Figures.count(streams, "stream") + " it holds.";
        }
        String fully = " Open the valve fully to lift that.";
        return valve.isSetTo(pace)
                ? "As it is now: " + valve.bindingWords() + ", holds it." + fully
                : valve.isOverruled(pace)
                        ? capital(Valve.nameOf(binding)) + " goes on holding it to " + Valve.paceWords(binding) + "."
                                + fully
                        : preview.sentence();
    }

    private static OperatorRule.@Nullable Throttled tightest(Valve valve) {
        OperatorRule.Throttled tightest = null;
        for (OperatorRule.Throttled rule : valve.above()) {
            if (tightest == null
                    || rule.pace().unitsPerMinute() < tightest.pace().unitsPerMinute()) {
                tightest = rule;
            }
        }
        return tightest;
    }

    /** A sentence begins with a capital, but a client's name is written as it is. */
    private static String capital(String words) {
        return words.startsWith("the ") ? "The " + words.substring(4) : words;
    }
}
