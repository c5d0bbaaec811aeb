package virdi.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import virdi.model.AuditEntry;
import virdi.model.BrokerSnapshot;
import virdi.model.BrokerSnapshot.ResourceState;
import virdi.model.InitialState;
import virdi.model.OperatorRule;
import virdi.model.ResourceId;

/**
 * Keeps the state that outlives the program. Any thread may call; nothing but {@link #open} and {@link #close} waits for the disk.
 *
 * <p>Everything is answered from memory. A few times a second one thread writes what has changed since, in one
 * transaction: it takes the newest snapshot and skips those between, so nothing can queue up. A crash loses what the
 * last {@value #TICK_MILLIS} ms brought and never half of a step.
 */
public final class Store implements AutoCloseable {
    /** The longest that a change waits to be written. */
    static final long TICK_MILLIS = 250;

    /** How long closing waits for the last write. */
    private static final long CLOSE_SECONDS = 5;

    // Of the instance: logging writes into the directory too, so it must not begin before the directory is ours.
    private final Logger log = LoggerFactory.getLogger(Store.class);
    private final DirectoryLock lock;
    private final Database database;
    private final InitialState opening;
    private final AuditLog audit = new AuditLog();
    private final Map<String, String> settings;
    private final ScheduledExecutorService writer;
    private volatile Supplier<BrokerSnapshot> newest = () -> BrokerSnapshot.EMPTY;

    // The state in the database; the writer's own.
    private final Map<ResourceId, Long> writtenLevels;
    private final Map<String, String> writtenSettings;
    private List<OperatorRule> writtenRules;
    private long writtenSequence;
    private boolean failing;

    private Store(DirectoryLock lock, Database database, StoredState state) {
        this.lock = lock;
        this.database = database;
        opening = new InitialState(state.levels(), state.rules());
        audit.restore(state.audit());
        settings = new ConcurrentHashMap<>(state.settings());
        writtenLevels = new HashMap<>(state.levels());
        writtenSettings = new HashMap<>(state.settings());
        writtenRules = state.rules();
        writer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("virdi-store").factory());
        var unused = writer.scheduleWithFixedDelay(this::write, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Opens the store of a directory, which is created where it does not exist. Nothing in it is overwritten when it
     * cannot be understood.
     *
     * @throws StoreUnavailable another program uses it, it is damaged, of a later version, or cannot be written
     */
    public static Store open(Path directory) throws StoreUnavailable {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "The data directory " + directory + " cannot be created (" + e
                            + "). Choose another with --data-dir.",
                    e);
        }
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            Database database = Database.open(directory);
            try {
                return new Store(lock, database, database.inTransaction(StoredState::read));
            } catch (SQLException e) {
                throw database.damaged(e);
            }
        } catch (StoreUnavailable e) {
            lock.closeAfter(e);
            throw e;
        }
    }

    /** The state that the broker starts with. */
    public InitialState opening() {
        return opening;
    }

    /**
     * From now on keeps the levels and rules of these snapshots, up to the one that {@link #close} finds.
     *
     * @param newest hands out the newest snapshot; must not block
     */
    public void follow(Supplier<BrokerSnapshot> newest) {
        this.newest = newest;
    }

    /** Adds to the audit log, which keeps the last 10,000. */
    public void audit(AuditEntry entry) {
        audit.add(entry);
    }

    /** The newest acts of operators, newest first, those of earlier runs included. */
    public List<AuditEntry> recentAudit(int most) {
        return audit.recent(most);
    }

    /** A setting of the window. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** Keeps a setting of the window. */
    public void setSetting(String name, String text) {
        settings.put(name, text);
    }

    private void write() {
        try {
            writeChanges();
            if (failing) {
                failing = false;
                log.info("what was missing in the store has been written");
            }
        } catch (SQLException | RuntimeException e) {
            // A scheduled task that throws is never run again, and nothing would be kept any more.
            if (!failing) {
                failing = true;
                log.error("the store cannot be written; trying again until it can", e);
            }
        }
    }

    private void writeChanges() throws SQLException {
        BrokerSnapshot snapshot = newest.get();
        // A broker that has not started yet has nothing to say on rules or levels.
        boolean started = snapshot.sequence() > 0;
        if (snapshot.sequence() == writtenSequence && settings.equals(writtenSettings) && !audit.isBehind()) {
            return;
        }
        Map<ResourceId, Long> levels = started ? changedLevels(snapshot) : Map.of();
        List<OperatorRule> rules = started ? snapshot.rules() : writtenRules;
        Map<String, String> changedSettings = new HashMap<>(settings);
        changedSettings.entrySet().removeAll(writtenSettings.entrySet());
        AuditLog.Batch acts = audit.unwritten();
        boolean rulesChanged = !rules.equals(writtenRules);
        if (levels.isEmpty()
                && !rulesChanged
                && changedSettings.isEmpty()
                && acts.entries().isEmpty()) {
            writtenSequence = snapshot.sequence();
            return;
        }
        database.inTransaction(on -> {
            StoredState.writeLevels(on, levels);
            if (rulesChanged) {
                StoredState.writeRules(on, rules);
            }
            StoredState.writeSettings(on, changedSettings);
            StoredState.writeAudit(on, acts.entries());
            return snapshot;
        });
        writtenLevels.putAll(levels);
        writtenSequence = snapshot.sequence();
        writtenRules = rules;
        writtenSettings.putAll(changedSettings);
        audit.written(acts.upTo());
    }

    private Map<ResourceId, Long> changedLevels(BrokerSnapshot snapshot) {
        Map<ResourceId, Long> changed = new HashMap<>();
        for (ResourceState resource : snapshot.resources()) {
            long level = resource.ledger().level();
            Long written = writtenLevels.get(resource.id());
            if (written == null || written != level) {
                changed.put(resource.id(), level);
            }
        }
        return changed;
    }

    /** Writes what is left and closes; waits for it, but not forever. */
    @Override
    public void close() {
        writer.execute(this::writeLast);
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.error("the store did not close within {} s; the last changes may be missing", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            lock.close();
        } catch (IOException e) {
            log.warn("the lock of the data directory did not close in order", e);
        }
    }

    private void writeLast() {
        write();
        try {
            database.shutDown();
        } catch (SQLException e) {
            log.error("the store did not close in order", e);
        }
    }
}
