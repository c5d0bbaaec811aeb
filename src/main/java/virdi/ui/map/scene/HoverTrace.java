package virdi.ui.map.scene;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.Target;
import virdi.telemetry.StreamView;
import virdi.ui.map.content.FlowGraph;
import virdi.ui.map.content.FlowPath;
import virdi.ui.map.content.MapElement;

/**
 * The path through the element under the pointer. FX thread only.
 *
 * <p>It is computed when the pointer rests on another element and when streams open or end, not in every frame. A
 * pointer that only passes over an element highlights nothing, because a map that flashes at every move is not calm.
 */
public final class HoverTrace {
    /** Nanoseconds that the pointer must rest on an element before its path appears. */
    static final long DWELL_NANOS = 120_000_000L;

    private static final long NOT_YET = Long.MIN_VALUE;

    private @Nullable MapElement pointed;
    private long pointedNanos;
    private @Nullable MapElement traced;

    private Set<Target> targets = Set.of();
    private long[] streams = {};
    private @Nullable FlowPath path;

    /** Tells which element is under the pointer; null for the background. */
    void point(@Nullable MapElement element) {
        if (!Objects.equals(element, pointed)) {
            pointed = element;
            pointedNanos = NOT_YET;
        }
    }

    /** Returns the traced element; null for none. */
    @Nullable
    MapElement traced() {
        return traced;
    }

    /** Returns the path through the traced element; null for none. */
    @Nullable
    FlowPath path() {
        return path;
    }

    /** Returns whether the pointer has not rested long enough yet. */
    boolean isWaiting() {
        return pointed == null ? traced != null : !pointed.equals(traced);
    }

    /**
     * Updates the traced element for a time.
     *
     * @return whether the traced element has changed
     */
    boolean advance(long nanos) {
        if (!isWaiting()) {
            return false;
        }
        if (pointedNanos == NOT_YET) {
            pointedNanos = nanos;
        }
        if (nanos - pointedNanos < DWELL_NANOS) {
            return false;
        }
        traced = pointed;
        return true;
    }

    /**
     * Updates the path.
     *
     * @param meant the targets of the traced element; empty when there is none or it is gone
     */
    void update(Set<Target> meant, List<StreamView> open) {
        if (meant.isEmpty()) {
            targets = Set.of();
            streams = new long[0];
            path = null;
            return;
        }
        long[] ids = new long[open.size()];
        Arrays.setAll(ids, i -> open.get(i).id().value());
        if (!meant.equals(targets) || !Arrays.equals(ids, streams)) {
            targets = meant;
            streams = ids;
            path = new FlowGraph(open).through(meant);
        }
    }
}
