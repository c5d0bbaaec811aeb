package virdi.ui.journal;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A row that stays the same object while its value changes, so that a table keeps its selection and scroll position.
 * One thread.
 */
final class LiveRow<K, V> {
    private final K key;
    private final ReadOnlyObjectWrapper<V> value;
    private boolean listed;
    private long round;

    LiveRow(K key, V value) {
        this.key = key;
        this.value = new ReadOnlyObjectWrapper<>(value);
    }

    K key() {
        return key;
    }

    V value() {
        return value.get();
    }

    ReadOnlyObjectProperty<V> valueProperty() {
        return value.getReadOnlyProperty();
    }

    void set(V next) {
        value.set(next);
    }

    /** Whether the table shows it. */
    boolean isListed() {
        return listed;
    }

    void setListed(boolean shown) {
        listed = shown;
    }

    /** The last round with this row. */
    long round() {
        return round;
    }

    void seenIn(long thisRound) {
        round = thisRound;
    }
}
