package virdi.ui.operate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import virdi.control.OperatorControl;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;
import virdi.model.StreamId;
import virdi.model.StreamKind;
import virdi.model.Target;
import virdi.telemetry.Frame;
import virdi.telemetry.StreamView;
import virdi.ui.sign.Act;
import virdi.ui.sign.FrameSelection;
import virdi.ui.sign.Targets;

/**
 * The operator's commands and their outcomes. One thread, the FX thread in the window; answers come from other threads through the
 * executor.
 *
 * <p>Several commands sent together are one act: they are undone together and have one message.
 */
public final class OperateViewModel {
    /** More acts than a person remembers; older ones are undone one command at a time. */
    private static final int ACTS_REMEMBERED = 100;

    private final OperatorControl desk;
    private final Executor fx;
    private final ReadOnlyObjectWrapper<@Nullable Outcome> lastOutcome = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyObjectWrapper<Set<StreamId>> closing = new ReadOnlyObjectWrapper<>(Set.of());
    /** The number of commands of each act that can be undone; newest first. */
    private final Deque<Integer> undoable = new ArrayDeque<>();

    private Frame frame = Frame.EMPTY;

    /**
     * @param desk takes the commands
     * @param fx runs a task on this object's thread, later or at once
     */
    public OperateViewModel(OperatorControl desk, Executor fx) {
        this.desk = desk;
        this.fx = fx;
    }

    /** Shows a new frame: streams that it no longer has are closed. */
    public void show(Frame next) {
        frame = next;
        if (!closing.get().isEmpty()) {
            Set<StreamId> left = new HashSet<>(closing.get());
            left.removeIf(id -> Targets.stream(new Target.OneStream(id), next) == null);
            setClosing(left);
        }
    }

    /** The newest frame shown. */
    public Frame frame() {
        return frame;
    }

    /** The selection as the newest frame shows it. */
    public FrameSelection inFrame(Set<Target> selection) {
        return FrameSelection.of(selection, frame);
    }

    /** Sends one command. */
    public void submit(OperatorCommand command) {
        submit(List.of(command));
    }

    /** Sends an act that needs no dialog, for the whole selection. Does nothing where it does not fit. */
    public void submit(Act act, Set<Target> selection) {
        FrameSelection selected = inFrame(selection);
        if (selected.acts().contains(act)) {
            submit(selected.commands(act));
        }
    }

    /** Sends several commands as one act. */
    public void submit(List<OperatorCommand> commands) {
        if (commands.isEmpty()) {
            return;
        }
        Set<StreamId> ending = new LinkedHashSet<>();
        for (OperatorCommand command : commands) {
            ending.addAll(ends(command));
        }
        ending.removeAll(closing.get());
        if (!ending.isEmpty()) {
            Set<StreamId> all = new HashSet<>(closing.get());
            all.addAll(ending);
            setClosing(all);
        }
        waiting.set(waiting.get() + 1);
        List<CompletableFuture<Outcome>> answers =
                commands.stream().map(desk::submit).toList();
        whenAll(answers, outcomes -> {
            long undos = outcomes.stream()
                    .filter(it -> it instanceof Outcome.Done done && done.undo() != null)
                    .count();
            if (undos > 0) {
                undoable.push((int) undos);
                if (undoable.size() > ACTS_REMEMBERED) {
                    undoable.removeLast();
                }
            }
            if (outcomes.stream().allMatch(Outcome.Refused.class::isInstance)) {
                Set<StreamId> left = new HashSet<>(closing.get());
                left.removeAll(ending);
                setClosing(left);
            }
            finish(Outcomes.summary(outcomes));
        });
    }

    /** Undoes all commands of the last act. */
    public void undo() {
        int commands = undoable.isEmpty() ? 1 : undoable.pop();
        List<CompletableFuture<Outcome>> answers = new ArrayList<>();
        waiting.set(waiting.get() + 1);
        for (int i = 0; i < commands; i++) {
            answers.add(desk.undo());
        }
        whenAll(answers, outcomes -> finish(Outcomes.summary(outcomes)));
    }

    /** The description of the act that {@link #undo} undoes; empty when there is none. */
    public Optional<String> undoWords() {
        int commands = undoable.isEmpty() ? 1 : undoable.peek();
        return desk.undoable().map(it -> commands == 1 ? it : it + " and " + (commands - 1) + " more");
    }

    /** The outcome of the last act; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Outcome> lastOutcomeProperty() {
        return lastOutcome.getReadOnlyProperty();
    }

    /** The number of acts without an answer. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** The streams that are being closed and that the frame still shows. */
    public ReadOnlyObjectProperty<Set<StreamId>> closingProperty() {
        return closing.getReadOnlyProperty();
    }

    private Set<StreamId> ends(OperatorCommand command) {
        if (command instanceof OperatorCommand.Listen listen && !listen.open()) {
            return frame.streams().stream().map(StreamView::id).collect(Collectors.toSet());
        }
        Target target = switch (command) {
            case OperatorCommand.Disconnect it -> it.target();
            case OperatorCommand.Block it -> it.target();
            default -> null;
        };
        Set<StreamId> ending = new HashSet<>();
        if (target != null) {
            // A blocked production keeps its offer open, so only certain ends count as closing.
            Targets.streams(Set.of(target), frame).stream()
                    .filter(it -> endsWith(command, it))
                    .forEach(it -> ending.add(it.id()));
        }
        return ending;
    }

    private static boolean endsWith(OperatorCommand command, StreamView stream) {
        return command instanceof OperatorCommand.Disconnect || stream.kind() != StreamKind.OFFER;
    }

    private void setClosing(Set<StreamId> next) {
        if (!next.equals(closing.get())) {
            closing.set(Set.copyOf(next));
        }
    }

    private void finish(Outcome outcome) {
        waiting.set(waiting.get() - 1);
        lastOutcome.set(outcome);
    }

    private void whenAll(List<CompletableFuture<Outcome>> answers, Consumer<List<Outcome>> thenOnFx) {
        var unused = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .handle((nothing, failure) -> {
                    List<Outcome> outcomes = answers.stream().map(Outcomes::of).toList();
                    fx.execute(() -> thenOnFx.accept(outcomes));
                    return nothing;
                });
    }
}
