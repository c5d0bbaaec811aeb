package virdi.telemetry.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Compares instances, where {@code equals} would compare whole records. Stateless. */
public final class Identity {
    private Identity() {}

    @SuppressWarnings("ReferenceEquality")
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    /** The list of the elements at each index; the old list while all its elements are the same instances. */
    public static <T> List<T> reuse(List<T> old, int size, IntFunction<T> at) {
        int same = 0;
        int comparable = Math.min(size, old.size());
        while (same < comparable && same(old.get(same), at.apply(same))) {
            same++;
        }
        if (same == size && size == old.size()) {
            return old;
        }
        List<T> fresh = new ArrayList<>(size);
        fresh.addAll(old.subList(0, same));
        for (int i = same; i < size; i++) {
            fresh.add(at.apply(i));
        }
        return Collections.unmodifiableList(fresh);
    }
}
