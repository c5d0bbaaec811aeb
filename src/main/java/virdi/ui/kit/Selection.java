package virdi.ui.kit;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The selected items, shared by all views. FX thread only. An ordered set: the last one selected is the {@link #lead()}.
 *
 * <p>Each change replaces {@link #items()} by a new unmodifiable set, and listeners hear of it once, with old and new.
 * Listeners are not called if nothing changed.
 *
 * @param <T> what can be selected; has value equality
 */
public final class Selection<T> {
    private final ReadOnlyObjectWrapper<Set<T>> items = new ReadOnlyObjectWrapper<>(this, "items", Set.of());

    /** The selected items, in the order of selection. An unmodifiable copy. */
    public Set<T> items() {
        return items.get();
    }

    /** For bindings. A change of the order alone is reported to {@link #onChange} only. */
    public ReadOnlyObjectProperty<Set<T>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    /** Calls back after every change. */
    public void onChange(Runnable listener) {
        // Of invalidations, not of changes: sets in another order are equal, and yet another one leads.
        items.addListener(observable -> {
            items.get();
            listener.run();
        });
    }

    public boolean contains(T item) {
        return items.get().contains(item);
    }

    public boolean isEmpty() {
        return items.get().isEmpty();
    }

    /** The one selected last; null when nothing is. */
    public @Nullable T lead() {
        T last = null;
        for (T item : items.get()) {
            last = item;
        }
        return last;
    }

    /** Selects this one alone. */
    public void select(T item) {
        selectAll(Set.of(item));
    }

    /** Selects these alone, in their order. */
    public void selectAll(Collection<? extends T> wanted) {
        become(new LinkedHashSet<>(wanted));
    }

    /** Adds one; it becomes the lead. */
    public void add(T item) {
        var next = new LinkedHashSet<>(items.get());
        next.remove(item);
        next.add(item);
        become(next);
    }

    /** Removes one. */
    public void remove(T item) {
        var next = new LinkedHashSet<>(items.get());
        next.remove(item);
        become(next);
    }

    /** Adds one that is not selected, removes one that is. */
    public void toggle(T item) {
        if (contains(item)) {
            remove(item);
        } else {
            add(item);
        }
    }

    /** Keeps only what passes: for what has ceased to exist. */
    public void retain(Predicate<? super T> exists) {
        var next = new LinkedHashSet<>(items.get());
        if (next.removeIf(exists.negate())) {
            become(next);
        }
    }

    public void clear() {
        become(new LinkedHashSet<>());
    }

    private void become(LinkedHashSet<T> next) {
        Set<T> before = items.get();
        if (!next.equals(before) || !Objects.equals(lead(), lastOf(next))) {
            items.set(Collections.unmodifiableSet(next));
        }
    }

    private static <T> @Nullable T lastOf(LinkedHashSet<T> set) {
        return set.isEmpty() ? null : set.getLast();
    }
}
