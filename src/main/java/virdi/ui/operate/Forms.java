package virdi.ui.operate;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import virdi.model.OperatorCommand;
import virdi.model.Pace;
import virdi.model.ResourceId;
import virdi.model.Target;
import virdi.ui.sign.Act;
import virdi.ui.sign.FrameSelection;
import virdi.ui.sign.ParsedInput;

/** Reads the fields of a dialog into commands for the whole selection, or into a problem. */
final class Forms {
    private Forms() {}

    /** A throttle for each valve. */
    static ParsedInput<List<OperatorCommand>> throttle(List<Target> valves, String pace, String revertAfter) {
        ParsedInput<Long> number = ParsedInput.number(pace, 0, OperatorCommand.MAX_UNITS);
        ParsedInput<Duration> time = ParsedInput.time(revertAfter);
        if (number.value() == null) {
            return invalid(number);
        }
        return time.isValid()
                ? valid(FrameSelection.throttle(valves, new Pace(number.value()), time.value()))
                : invalid(time);
    }

    static ParsedInput<List<OperatorCommand>> disconnect(List<Target> targets, String reason) {
        ParsedInput<String> text = ParsedInput.text(reason, "a reason; it is what the client is told");
        String told = text.value();
        if (told == null) {
            return invalid(text);
        }
        return valid(targets.stream()
                .map(it -> (OperatorCommand) new OperatorCommand.Disconnect(it, told))
                .toList());
    }

    static ParsedInput<List<OperatorCommand>> block(List<Target> targets, String reason, String liftAfter) {
        ParsedInput<String> text = ParsedInput.text(reason, "a reason; it is what the client is told");
        ParsedInput<Duration> time = ParsedInput.time(liftAfter);
        String told = text.value();
        if (told == null) {
            return invalid(text);
        }
        if (!time.isValid()) {
            return invalid(time);
        }
        return valid(targets.stream()
                .map(it -> (OperatorCommand) new OperatorCommand.Block(it, told, time.value()))
                .toList());
    }

    /**
     * A capacity, an injection or a purge for each resource.
     *
     * @throws IllegalArgumentException for an act that takes no number of units
     */
    static ParsedInput<List<OperatorCommand>> units(Act act, List<ResourceId> resources, String units) {
        BiFunction<ResourceId, Long, OperatorCommand> command = switch (act) {
            case SET_CAPACITY -> OperatorCommand.SetCapacity::new;
            case INJECT -> OperatorCommand.Inject::new;
            case PURGE -> OperatorCommand.Purge::new;
            default -> throw new IllegalArgumentException(act + " takes no units");
        };
        ParsedInput<Long> number = ParsedInput.number(units, 1, OperatorCommand.MAX_UNITS);
        Long value = number.value();
        if (value == null) {
            return invalid(number);
        }
        return valid(resources.stream().map(it -> command.apply(it, value)).toList());
    }

    private static ParsedInput<List<OperatorCommand>> valid(List<OperatorCommand> commands) {
        return new ParsedInput<>(commands, null);
    }

    private static ParsedInput<List<OperatorCommand>> invalid(ParsedInput<?> entry) {
        return new ParsedInput<>(null, entry.problem());
    }
}
