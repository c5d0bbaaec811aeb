package virdi.ui.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;

/**
 * The rows of one list; FX thread only. The observable list holds only the targets of the rows, and changes only when
 * rows come, go or are filtered. The few visible cells look their row up each time {@link #revision()} rises. So ten thousand
 * clients with changing notes cost as much as the forty visible ones.
 */
final class RowList {
    private final ObservableList<Target> targets = FXCollections.observableArrayList();
    private final Map<Target, ExplorerRow> rows = new HashMap<>();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private List<ExplorerRow> all = List.of();

    /** The targets that pass the filter, in order. Readers must not change it. */
    ObservableList<Target> targets() {
        return targets;
    }

    /** The row of a target now; null when it has gone. */
    @Nullable
    ExplorerRow row(Target target) {
        return rows.get(target);
    }

    /** Rises whenever a row may have changed. */
    ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /** The number of rows without the filter. */
    int size() {
        return all.size();
    }

    void show(List<ExplorerRow> next, Filter filter) {
        if (!next.equals(all)) {
            all = next;
            rows.clear();
            next.forEach(row -> rows.put(row.target(), row));
            filter(filter);
            revision.set(revision.get() + 1);
        }
    }

    void filter(Filter filter) {
        List<Target> passing = new ArrayList<>(all.size());
        for (ExplorerRow row : all) {
            if (filter.passes(row)) {
                passing.add(row.target());
            }
        }
        if (!passing.equals(targets)) {
            targets.setAll(passing);
        }
    }

    /**
     * The filter of a list.
     *
     * @param words all of which a row must contain, in lower case
     * @param problemsOnly whether only rows that ask for attention pass
     */
    record Filter(List<String> words, boolean problemsOnly) {
        static final Filter ALL = new Filter(List.of(), false);

        boolean passes(ExplorerRow row) {
            return (!problemsOnly || row.isProblem()) && row.matches(words);
        }
    }
}
