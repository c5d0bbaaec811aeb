package virdi.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import virdi.control.OperatorControl;
import virdi.model.AuditEntry;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;

/** A desk that notes what it is asked and answers when told to, or at once with an answer given before; one thread. */
public final class RecordingDesk implements OperatorControl {
    private final List<OperatorCommand> commands = new ArrayList<>();
    private final Deque<CompletableFuture<Outcome>> open = new ArrayDeque<>();
    private Optional<Outcome> always = Optional.empty();
    private int undone;

    /** From now on everything is answered so, at once. */
    public RecordingDesk answering(Outcome outcome) {
        always = Optional.of(outcome);
        return this;
    }

    /** Answers the oldest command that waits. */
    public void answer(Outcome outcome) {
        open.removeFirst().complete(outcome);
    }

    /** Fails the oldest command that waits. */
    public void fail(RuntimeException failure) {
        open.removeFirst().completeExceptionally(failure);
    }

    public List<OperatorCommand> commands() {
        return List.copyOf(commands);
    }

    public int undone() {
        return undone;
    }

    @Override
    public CompletableFuture<Outcome> submit(OperatorCommand command) {
        commands.add(command);
        return answered();
    }

    @Override
    public CompletableFuture<Outcome> undo() {
        undone++;
        return answered();
    }

    @Override
    public Optional<String> undoable() {
        return Optional.of("the last act");
    }

    @Override
    public List<AuditEntry> audit() {
        return List.of(new AuditEntry(1_767_276_000_000L, "pause iron", "iron paused", true));
    }

    private CompletableFuture<Outcome> answered() {
        if (always.isPresent()) {
            return CompletableFuture.completedFuture(always.get());
        }
        CompletableFuture<Outcome> later = new CompletableFuture<>();
        open.addLast(later);
        return later;
    }
}
