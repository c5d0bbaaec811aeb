package virdi.ui.map;

import java.util.Set;

/**
 * The rows of a picture that are drawn at once: half of them take half as long, and the others have the next pulse.
 *
 * @param all whether it is all rows, whichever are in view
 * @param rows their indices otherwise
 */
record Share(boolean all, Set<Integer> rows) {
    static final Share ALL = new Share(true, Set.of());
    static final Share NONE = of(Set.of());

    static Share of(Set<Integer> rows) {
        return new Share(false, Set.copyOf(rows));
    }

    boolean has(int row) {
        return all || rows.contains(row);
    }

    boolean isEmpty() {
        return !all && rows.isEmpty();
    }
}
