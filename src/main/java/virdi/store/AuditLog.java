package virdi.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import virdi.model.AuditEntry;

/**
 * The newest acts of operators, in memory; any thread. It holds as many as the database keeps, so what falls out before
 * it was written would not have been kept either.
 */
final class AuditLog {
    /** Acts that are kept. */
    static final int KEPT = 10_000;

    private final Deque<AuditEntry> newestFirst = new ArrayDeque<>();
    private long added;
    private long written;

    /**
     * Acts to write, oldest first.
     *
     * @param upTo what {@link #written} is to be told when they are
     */
    record Batch(List<AuditEntry> entries, long upTo) {}

    /** Starts with what an earlier run wrote, newest first. */
    synchronized void restore(List<AuditEntry> earlier) {
        newestFirst.addAll(earlier);
    }

    synchronized void add(AuditEntry entry) {
        newestFirst.addFirst(entry);
        added++;
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
    }

    synchronized List<AuditEntry> recent(int most) {
        return newestFirst.stream().limit(most).toList();
    }

    synchronized Batch unwritten() {
        long count = Math.min(added - written, newestFirst.size());
        List<AuditEntry> entries = new ArrayList<>();
        Iterator<AuditEntry> newest = newestFirst.iterator();
        while (entries.size() < count) {
            entries.add(newest.next());
        }
        return new Batch(entries.reversed(), added);
    }

    /** Whether something is unwritten. */
    synchronized boolean isBehind() {
        return added > written;
    }

    synchronized void written(long upTo) {
        written = upTo;
    }
}
