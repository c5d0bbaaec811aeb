package virdi.ui.inspector;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import virdi.model.OperatorCommand;
import virdi.model.OperatorRule;
import virdi.model.Pace;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.ui.sign.PaceScale;
import virdi.ui.sign.ParsedInput;

/**
 * One throttle with its controls: a slider and an exact number for the same pace. One thread.
 *
 * <p>Frames move the slider and rewrite the number only while neither is in use and no command is unanswered; a
 * half-typed number stays.
 */
final class ThrottleModel {
    /** Commands take effect within 100 ms; after this time one counts as refused. */
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    private final Target valve;
    private final String name;
    private final Consumer<OperatorCommand> submit;
    private final DoubleProperty position = new SimpleDoubleProperty(1);
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper inForce = new ReadOnlyBooleanWrapper(false);

    private PaceScale scale = new PaceScale(1);
    private OperatorRule.@Nullable Throttled rule;
    private Frame frame = Frame.EMPTY;
    private boolean sliding;
    private boolean typing;
    private @Nullable Wish wish;

    /** A command that no frame shows yet; a null pace lifts the throttle. */
    private record Wish(@Nullable Pace pace, long sentNanos) {}

    ThrottleModel(Target valve, String name, Consumer<OperatorCommand> submit) {
        this.valve = valve;
        this.name = name;
        this.submit = submit;
    }

    Target valve() {
        return valve;
    }

    /** The name of the valve: "Throttle", "Outflow", "Inflow". */
    String name() {
        return name;
    }

    /** Shows the rule in force (null for none) on a scale up to the reference, in units per minute. */
    void show(OperatorRule.@Nullable Throttled next, double referencePerMinute, Frame newest) {
        rule = next;
        frame = newest;
        Pace now = next == null ? null : next.pace();
        Wish sent = wish;
        if (sent != null && (Objects.equals(sent.pace(), now) || newest.nanos() - sent.sentNanos() > PATIENCE_NANOS)) {
            wish = null;
        }
        inForce.set(next != null);
        words.set(inForceText());
        if (!sliding) {
            rescale(PaceScale.room(referencePerMinute, now));
        }
        if (!sliding && !typing && wish == null) {
            reflect(now);
        }
    }

    /** Moves the slider: the number follows, no command is sent. */
    void slide(double to) {
        sliding = true;
        typing = false;
        position.set(to);
        problem.set("");
        text.set(Long.toString(scale.pace(to)));
    }

    /** Ends the move of the slider and sends its pace. */
    void release() {
        if (sliding) {
            sliding = false;
            send(new Pace(scale.pace(position.get())));
        }
    }

    /** Types the number: a problem shows at once, no command is sent. */
    void type(String typed) {
        if (!typed.equals(text.get())) {
            typing = true;
            text.set(typed);
            problem.set(typed.isBlank() ? "" : Objects.requireNonNullElse(number().problem(), ""));
        }
    }

    /** Confirms the number and sends it if it is valid; a blank one lifts the throttle. */
    void commit() {
        if (text.get().isBlank()) {
            typing = false;
            problem.set("");
            lift();
            return;
        }
        ParsedInput<Long> number = number();
        Long value = number.value();
        if (value == null) {
            problem.set(Objects.requireNonNullElse(number.problem(), ""));
            return;
        }
        typing = false;
        problem.set("");
        rescale(Math.max(scale.most(), value));
        position.set(scale.position(value));
        send(new Pace(value));
    }

    /** Drops the typed text; the number in force returns. */
    void cancel() {
        typing = false;
        sliding = false;
        problem.set("");
        reflect(rule == null ? null : rule.pace());
    }

    /** Lifts the throttle in force. */
    void lift() {
        OperatorRule.Throttled now = rule;
        if (now != null) {
            wish = new Wish(null, frame.nanos());
            words.set(inForceText());
            submit.accept(new OperatorCommand.Unthrottle(now.target()));
        }
    }

    /** The slider's position, 0 to 1. */
    DoubleProperty positionProperty() {
        return position;
    }

    /** The text of the number; blank without a throttle. */
    StringProperty textProperty() {
        return text;
    }

    /** The problem of the number; empty when it is valid. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The pace in force in the frame, and whether a command is on its way. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Whether there is something to lift. */
    ReadOnlyBooleanProperty inForceProperty() {
        return inForce.getReadOnlyProperty();
    }

    private ParsedInput<Long> number() {
        return ParsedInput.number(text.get(), 0, OperatorCommand.MAX_UNITS);
    }

    private void send(Pace pace) {
        wish = new Wish(pace, frame.nanos());
        text.set(Long.toString(pace.unitsPerMinute()));
        words.set(inForceText());
        submit.accept(new OperatorCommand.Throttle(valve, pace, null));
    }

    private String inForceText() {
        OperatorRule.Throttled now = rule;
        String text = now == null ? "none" : RuleText.inForce(now, frame);
        return wish == null ? text : text + " · changing…";
    }

    private void reflect(@Nullable Pace pace) {
        position.set(pace == null ? 1 : scale.position(pace.unitsPerMinute()));
        text.set(pace == null ? "" : Long.toString(pace.unitsPerMinute()));
    }

    /** Keeps the scale while it fits, so that the slider does not move when a rate varies or after it was used. */
    private void rescale(double reference) {
        if (reference > scale.most() || (rule == null && reference < scale.most() / 4.0)) {
            scale = PaceScale.reaching(reference);
        }
    }
}
