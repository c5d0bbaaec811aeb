package virdi.ui.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that changes all the time. One thread, the FX thread in the window.
 *
 * <p>Values are replaced in place, so only visible rows update; rows are added and removed in one change each. Rows sorted by a
 * changing figure would jump around, so the order is restored at most once a second.
 */
final class LiveRows<K, V> {
    private static final long RESORT_NANOS = 1_000_000_000L;

    private final Function<V, K> keyOf;
    private final Map<K, LiveRow<K, V>> known = new HashMap<>();
    private final ObservableList<LiveRow<K, V>> listed = FXCollections.observableArrayList();
    private Predicate<V> filter = value -> true;
    private @Nullable Comparator<V> order;
    private long sortedNanos;
    private long round;

    LiveRows(Function<V, K> keyOf) {
        this.keyOf = keyOf;
    }

    /** The rows that pass the filter; changed only here. */
    ObservableList<LiveRow<K, V>> listed() {
        return listed;
    }

    /** The number of rows, listed or not. */
    int size() {
        return known.size();
    }

    /**
     * Shows the newest values.
     *
     * @return whether rows came or went
     */
    boolean show(Iterable<V> values, long nanos) {
        round++;
        List<LiveRow<K, V>> appeared = new ArrayList<>();
        Set<LiveRow<K, V>> gone = new HashSet<>();
        for (V value : values) {
            LiveRow<K, V> row = known.get(keyOf.apply(value));
            if (row == null) {
                row = new LiveRow<>(keyOf.apply(value), value);
                known.put(row.key(), row);
            } else {
                row.set(value);
            }
            row.seenIn(round);
            list(row, filter.test(value), appeared, gone);
        }
        for (Iterator<LiveRow<K, V>> rows = known.values().iterator(); rows.hasNext(); ) {
            LiveRow<K, V> row = rows.next();
            if (row.round() != round) {
                rows.remove();
                list(row, false, appeared, gone);
            }
        }
        change(appeared, gone);
        if (!appeared.isEmpty() || nanos - sortedNanos >= RESORT_NANOS) {
            sort(nanos);
        }
        return !appeared.isEmpty() || !gone.isEmpty();
    }

    /** @return whether rows came or went */
    boolean setFilter(Predicate<V> next) {
        filter = next;
        List<LiveRow<K, V>> appeared = new ArrayList<>();
        Set<LiveRow<K, V>> gone = new HashSet<>();
        known.values().forEach(row -> list(row, filter.test(row.value()), appeared, gone));
        change(appeared, gone);
        sort(sortedNanos);
        return !appeared.isEmpty() || !gone.isEmpty();
    }

    /** Sets the order of the rows; null for the order of the values. */
    void setOrder(@Nullable Comparator<V> next) {
        order = next;
        sort(sortedNanos);
    }

    private void list(LiveRow<K, V> row, boolean wanted, List<LiveRow<K, V>> appeared, Set<LiveRow<K, V>> gone) {
        if (wanted != row.isListed()) {
            row.setListed(wanted);
            (wanted ? appeared : gone).add(row);
        }
    }

    private void change(List<LiveRow<K, V>> appeared, Set<LiveRow<K, V>> gone) {
        if (!gone.isEmpty()) {
            listed.removeAll(gone);
        }
        listed.addAll(appeared);
    }

    private void sort(long nanos) {
        sortedNanos = nanos;
        Comparator<V> by = order;
        if (by == null) {
            return;
        }
        for (int i = 1; i < listed.size(); i++) {
            if (by.compare(listed.get(i - 1).value(), listed.get(i).value()) > 0) {
                FXCollections.sort(listed, (a, b) -> by.compare(a.value(), b.value()));
                return;
            }
        }
    }
}
