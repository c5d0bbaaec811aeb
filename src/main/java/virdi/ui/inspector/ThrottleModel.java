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
import virdi.ui.sign.Entry;
import virdi.ui.sign.PaceScale;

/**
 * One throttle under the operator's hand: a slider and an exact number for the same pace. One thread.
 *
 * <p>Frames move the slider and rewrite the number only while neither is being handled and nothing sent is unanswered;
 * a half-typed number stays as it is.
 */
final class ThrottleModel {
    /** Commands take effect within 100 ms; what is not so after this was refused. */
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

    /** What was sent and no frame has shown yet; a null pace lifts. */
    private record Wish(@Nullable Pace pace, long sentNanos) {}

    ThrottleModel(Target valve, String name, Consumer<OperatorCommand> submit) {
        this.valve = valve;
        this.name = name;
        this.submit = submit;
    }

    Target valve() {
        return valve;
    }

    /** What is throttled: "Throttle", "Outflow", "Inflow". */
    String name() {
        return name;
    }

    /** Takes the rule in force, or null, and what the valve carries at most, in units per minute. */
    void show(OperatorRule.@Nullable Throttled next, double referencePerMinute, Frame newest) {
        rule = next;
        frame = newest;
        Pace now = next == null ? null : next.pace();
        Wish sent = wish;
        if (sent != null && (Objects.equals(sent.pace(), now) || newest.nanos() - sent.sentNanos() > PATIENCE_NANOS)) {
            wish = null;
        }
        inForce.set(next != null);
        words.set(tell());
        if (!sliding) {
            rescale(PaceScale.room(referencePerMinute, now));
        }
        if (!sliding && !typing && wish == null) {
            reflect(now);
        }
    }

    /** The slider is being moved: the number follows, nothing is sent yet. */
    void slide(double to) {
        sliding = true;
        typing = false;
        position.set(to);
        problem.set("");
        text.set(Long.toString(scale.pace(to)));
    }

    /** The slider was let go. */
    void release() {
        if (sliding) {
            sliding = false;
            send(new Pace(scale.pace(position.get())));
        }
    }

    /** The number is being typed: what is wrong with it is told at once, nothing is sent yet. */
    void type(String typed) {
        if (!typed.equals(text.get())) {
            typing = true;
            text.set(typed);
            problem.set(typed.isBlank() ? "" : Objects.requireNonNullElse(number().problem(), ""));
        }
    }

    /** The number is meant: it is sent if it is one; blank lifts. */
    void commit() {
        if (text.get().isBlank()) {
            typing = false;
            problem.set("");
            lift();
            return;
        }
        Entry<Long> number = number();
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

    /** What was typed is dropped; the number in force returns. */
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
            words.set(tell());
            submit.accept(new OperatorCommand.Unthrottle(now.target()));
        }
    }

    /** Where the slider stands, 0 to 1. */
    DoubleProperty positionProperty() {
        return position;
    }

    /** The number as it is written; blank when there is no throttle. */
    StringProperty textProperty() {
        return text;
    }

    /** What is wrong with the number; empty when nothing is. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What is in force, from the frame, and what is on its way. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Whether there is something to lift. */
    ReadOnlyBooleanProperty inForceProperty() {
        return inForce.getReadOnlyProperty();
    }

    private Entry<Long> number() {
        return Entry.number(text.get(), 0, OperatorCommand.MAX_UNITS);
    }

    private void send(Pace pace) {
        wish = new Wish(pace, frame.nanos());
        text.set(Long.toString(pace.unitsPerMinute()));
        words.set(tell());
        submit.accept(new OperatorCommand.Throttle(valve, pace, null));
    }

    private String tell() {
        OperatorRule.Throttled now = rule;
        String told = now == null ? "none" : Held.inForce(now, frame);
        return wish == null ? told : told + " · changing…";
    }

    private void reflect(@Nullable Pace pace) {
        position.set(pace == null ? 1 : scale.position(pace.unitsPerMinute()));
        text.set(pace == null ? "" : Long.toString(pace.unitsPerMinute()));
    }

    /** Keeps the scale while it fits: a slider must not move because a rate wobbles, or because it was used. */
    private void rescale(double reference) {
        if (reference > scale.most() || (rule == null && reference < scale.most() / 4.0)) {
            scale = PaceScale.reaching(reference);
        }
    }
}
