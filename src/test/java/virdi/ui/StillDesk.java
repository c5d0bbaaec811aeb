package virdi.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import virdi.control.OperatorControl;
import virdi.model.AuditEntry;
import virdi.model.OperatorCommand;
import virdi.model.Outcome;

/** A desk that says done to everything and changes nothing; any thread. For windows without a broker. */
public final class StillDesk implements OperatorControl {
    private final List<OperatorCommand> submitted = new ArrayList<>();

    @Override
    public synchronized CompletableFuture<Outcome> submit(OperatorCommand command) {
        submitted.add(command);
        return CompletableFuture.completedFuture(new Outcome.Done("done: " + command, null));
    }

    @Override
    public CompletableFuture<Outcome> undo() {
        return CompletableFuture.completedFuture(new Outcome.Refused("there is nothing to take back"));
    }

    @Override
    public Optional<String> undoable() {
        return Optional.empty();
    }

    @Override
    public List<AuditEntry> audit() {
        return List.of();
    }

    /** What was asked so far. */
    public synchronized List<OperatorCommand> submitted() {
        return List.copyOf(submitted);
    }
}
