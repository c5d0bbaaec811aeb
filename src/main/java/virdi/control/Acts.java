package virdi.control;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorCommand;
import virdi.model.Target;

/** Commands in words, as the audit log keeps them. */
final class Acts {
    private Acts() {}

    static String words(OperatorCommand command) {
        return switch (command) {
            case OperatorCommand.Throttle act ->
                (act.pace().isPaused()
                                ? "pause " + name(act.target())
                                : "throttle " + name(act.target()) + " to "
                                        + grouped(act.pace().unitsPerMinute()) + "/min")
                        + within(act.revertAfter());
            case OperatorCommand.Unthrottle act -> "lift the throttle of " + name(act.target());
            case OperatorCommand.Disconnect act -> "disconnect " + name(act.target()) + because(act.reason());
            case OperatorCommand.Block act ->
                "block " + name(act.target()) + within(act.liftAfter()) + because(act.reason());
            case OperatorCommand.Unblock act -> "unblock " + name(act.target());
            case OperatorCommand.SetCapacity act ->
                "set the capacity of " + act.resource() + " to " + grouped(act.capacityUnits());
            case OperatorCommand.Inject act -> "inject " + grouped(act.units()) + " units into " + act.resource();
            case OperatorCommand.Purge act -> "purge " + grouped(act.units()) + " units from " + act.resource();
            case OperatorCommand.RequestNow act -> "request " + act.resource() + " now";
        };
    }

    private static String name(Target target) {
        return switch (target) {
            case Target.OneStream one -> "stream " + one.stream();
            case Target.Client of -> "client " + of.client();
            case Target.Resource of -> "resource " + of.resource();
            case Target.Inflow of -> "the inflow of " + of.resource();
            case Target.Outflow of -> "the outflow of " + of.resource();
            case Target.Production of -> "production of " + of.resource() + " by " + of.client();
            case Target.Consumption of -> "consumer " + of.consumer() + " of " + of.client();
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
