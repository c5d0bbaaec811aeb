package virdi.ui.operate;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import virdi.model.Outcome;

/** Combines several answers into one. */
final class Outcomes {
    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    private Outcomes() {}

    /** The answer of a completed future; an exception becomes a refusal and is logged. */
    static Outcome of(CompletableFuture<Outcome> answer) {
        if (answer.isCompletedExceptionally()) {
            Throwable failure = answer.exceptionNow();
            log.error("the broker failed on an operator's command", failure);
            return new Outcome.Refused("The broker failed on this; see the log (" + failure + ")");
        }
        return answer.resultNow();
    }

    /** One answer for several: a refusal if there is one. It can be undone when the first can. */
    static Outcome summary(List<Outcome> outcomes) {
        Outcome first = outcomes.getFirst();
        if (outcomes.size() == 1) {
            return first;
        }
        List<Outcome.Refused> refused = outcomes.stream()
                .filter(Outcome.Refused.class::isInstance)
                .map(Outcome.Refused.class::cast)
                .toList();
        if (!refused.isEmpty()) {
            return new Outcome.Refused(refused.size() + " of " + outcomes.size() + " refused: "
                    + refused.getFirst().reason());
        }
        return first instanceof Outcome.Done done
                ? new Outcome.Done(done.summary() + ", and " + (outcomes.size() - 1) + " more", done.undo())
                : first;
    }
}
