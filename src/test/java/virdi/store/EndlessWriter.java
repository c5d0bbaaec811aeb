package virdi.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import virdi.model.AuditEntry;

/**
 * A program that fills a store until it is killed. All its tanks have the same level in every snapshot, and it prints
 * each level that it knows to be written.
 */
final class EndlessWriter {
    static final int TANKS = 40;

    private EndlessWriter() {}

    public static void main(String[] arguments) throws StoreUnavailable {
        Store store = Store.open(Path.of(arguments[0]));
        AtomicLong level = new AtomicLong();
        AtomicLong asked = new AtomicLong();
        store.follow(() -> {
            // Being asked for the next snapshot is how a follower learns that the one before was written.
            long next = level.incrementAndGet();
            System.out.println(asked.getAndSet(next));
            store.audit(new AuditEntry(next, "act " + next, "done", true));
            Map<String, Long> levels = new HashMap<>();
            for (int tank = 0; tank < TANKS; tank++) {
                levels.put("tank-" + tank, next);
            }
            return Snapshots.of(next, levels, List.of());
        });
    }
}
