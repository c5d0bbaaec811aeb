package virdi.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import virdi.engine.CommandQueue;
import virdi.model.AuditEntry;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;

/**
 * The operator's desk on a broker. Any thread may call; what is remembered (audit, what can be undone) is guarded by this
 * object's lock, which is never held while anybody waits.
 */
public final class AuditedControl implements OperatorControl {
    private static final int AUDIT_KEPT = 500;
    private static final int UNDO_KEPT = 100;

    private final CommandQueue broker;
    private final Consumer<AuditEntry> auditTrail;
    private final LongSupplier epochMillis;
    private final Executor executor;
    private final Deque<AuditEntry> audit = new ArrayDeque<>();
    private final Deque<Undo> undos = new ArrayDeque<>();

    private record Undo(String act, OperatorCommand command) {}

    /**
     * @param earlier acts of earlier runs, newest first
     * @param auditTrail keeps each act for ever; called on {@code executor}
     * @param epochMillis the time of day
     * @param executor runs what follows an act, so that the broker's thread does not; once it takes no more, whoever
     *     learns the outcome does, which by then is a refusal
     */
    public AuditedControl(
            CommandQueue broker,
            List<AuditEntry> earlier,
            Consumer<AuditEntry> auditTrail,
            LongSupplier epochMillis,
            Executor executor) {
        this.broker = broker;
        this.auditTrail = auditTrail;
        this.epochMillis = epochMillis;
        this.executor = task -> {
            try {
                executor.execute(task);
            } catch (RejectedExecutionException over) {
                task.run();
            }
        };
        earlier.stream().limit(AUDIT_KEPT).forEach(audit::addLast);
    }

    @Override
    public CompletableFuture<Outcome> submit(OperatorCommand command) {
        return submit(CommandWords.words(command), command, true);
    }

    @Override
    public CompletableFuture<Outcome> undo() {
        Undo last;
        synchronized (this) {
            last = undos.pollFirst();
        }
        return last == null
                ? CompletableFuture.completedFuture(new Outcome.Refused("there is nothing to undo"))
                : submit("undo: " + last.act, last.command, false);
    }

    private CompletableFuture<Outcome> submit(String act, OperatorCommand command, boolean undoable) {
        Outcome.Refused invalid = problem(command);
        CompletableFuture<Outcome> answer =
                invalid == null ? broker.submit(command) : CompletableFuture.completedFuture(invalid);
        return answer.thenApplyAsync(
                outcome -> {
                    remember(act, command, outcome, undoable);
                    return outcome;
                },
                executor);
    }

    private void remember(String act, OperatorCommand command, Outcome outcome, boolean undoable) {
        String words = switch (outcome) {
            case Outcome.Done done -> done.summary();
            case Outcome.Refused refused -> "refused: " + refused.reason();
        };
        AuditEntry entry = new AuditEntry(epochMillis.getAsLong(), act, words, outcome instanceof Outcome.Done);
        synchronized (this) {
            audit.addFirst(entry);
            while (audit.size() > AUDIT_KEPT) {
                audit.removeLast();
            }
            if (undoable && outcome instanceof Outcome.Done done) {
                OperatorCommand back = done.undo();
                if (back != null) {
                    undos.addFirst(new Undo(words, back));
                } else {
                    // Done by hand, and not to be undone itself: nothing is left to take back of what it took back.
                    undos.removeIf(undo -> undo.command.equals(command));
                }
                while (undos.size() > UNDO_KEPT) {
                    undos.removeLast();
                }
            }
        }
        auditTrail.accept(entry);
    }

    /** Checks a command as far as the broker's state does not matter; null when it is valid. */
    private static Outcome.@Nullable Refused problem(OperatorCommand command) {
        Duration time = switch (command) {
            case OperatorCommand.Throttle throttle -> throttle.revertAfter();
            case OperatorCommand.Block block -> block.liftAfter();
            default -> null;
        };
        if (time != null && !time.isPositive()) {
            return new Outcome.Refused("expected a time above 0, not " + time.toMillis() + " ms");
        }
        String reason = switch (command) {
            case OperatorCommand.Disconnect disconnect -> disconnect.reason();
            case OperatorCommand.Block block -> block.reason();
            default -> "";
        };
        return reason.chars().anyMatch(Character::isISOControl) || reason.length() > 200
                ? new Outcome.Refused("expected a reason of at most 200 characters without control characters")
                : null;
    }

    @Override
    public synchronized Optional<String> undoable() {
        return Optional.ofNullable(undos.peekFirst()).map(Undo::act);
    }

    @Override
    public synchronized List<AuditEntry> audit() {
        return new ArrayList<>(audit);
    }
}
