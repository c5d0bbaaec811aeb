package virdi.control;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import virdi.model.AuditEntry;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;

/** The window's door for changing things. Any thread; nothing blocks. */
public interface OperatorControl {
    /**
     * Validates and submits a command, and audits what became of it. The future completes on an unspecified thread; it
     * never fails for what an operator did, refusals are {@link Outcome.Refused}.
     */
    CompletableFuture<Outcome> submit(OperatorCommand command);

    /** Takes the last act back that can be; refused when there is none. */
    CompletableFuture<Outcome> undo();

    /** The act that {@link #undo} would take back, in words; empty when there is none. */
    Optional<String> undoable();

    /** The newest acts, newest first, at most 500, those of earlier runs included. */
    List<AuditEntry> audit();
}
