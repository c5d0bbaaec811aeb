package virdi.model;

import org.jspecify.annotations.Nullable;

/** The result of an operator's command. An expected refusal is a value, not an exception. */
public sealed interface Outcome {
    /**
     * It took effect.
     *
     * @param summary what happened, for people and for the audit log: "iron → furnace-1 throttled to 60/min"
     * @param undo the command that takes it back exactly; null where nothing can
     */
    record Done(String summary, @Nullable OperatorCommand undo) implements Outcome {}

    /**
     * Nothing was changed.
     *
     * @param reason a sentence that says what was expected
     */
    record Refused(String reason) implements Outcome {}
}
