package virdi.control;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorCommand;

/** Commands in words, as the audit log keeps them. */
final class CommandWords {
    private CommandWords() {}

    static String words(OperatorCommand command) {
        return switch (command) {
            case OperatorCommand.Throttle act ->
                (act.pace().isPaused()
                                ? "pause " + act.target().label()
                                : "throttle " + act.target().label() + " to "
                                        + grouped(act.pace().unitsPerMinute()) + "/min")
                        + within(act.revertAfter());
            case OperatorCommand.Unthrottle act ->
                "lift the throttle of " + act.target().label();
            case OperatorCommand.Disconnect act -> "disconnect " + act.target().label() + because(act.reason());
            case OperatorCommand.Block act ->
                "block " + act.target().label() + within(act.liftAfter()) + because(act.reason());
            case OperatorCommand.Unblock act -> "unblock " + act.target().label();
            case OperatorCommand.SetCapacity act ->
                "set the capacity of " + act.resource() + " to " + grouped(act.capacityUnits());
            case OperatorCommand.Inject act -> "inject " + grouped(act.units()) + " units into " + act.resource();
            case OperatorCommand.Purge act -> "purge " + grouped(act.units()) + " units from " + act.resource();
            case OperatorCommand.RequestNow act -> "request " + act.resource() + " now";
            case OperatorCommand.Listen act -> act.open() ? "start listening" : "stop listening";
        };
    }

    private static String within(@Nullable Duration duration) {
        return duration == null ? "" : " for " + duration.toSeconds() + " s";
    }

    private static String because(String reason) {
        return reason.isBlank() ? "" : ": " + reason.strip();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
