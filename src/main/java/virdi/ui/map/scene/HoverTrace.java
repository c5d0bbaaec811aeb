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
 * The path of what the pointer rests on. FX thread only.
 *
 * <p>It is worked out when the pointer comes to rest on something else, and when streams open or end, not in every
 * frame. A pointer that only passes lights nothing: a picture that flashes under every move is not calm.
 */
public final class HoverTrace {
    static final long DWELL_NANOS = 120_000_000L;

    private static final long NOT_YET = Long.MIN_VALUE;

    private @Nullable MapElement pointed;
    private long pointedNanos;
    private @Nullable MapElement traced;

    private Set<Target> targets = Set.of();
    private long[] streams = {};
    private @Nullable FlowPath path;

    /** Takes note of what the pointer is at; null for the ground. */
    void point(@Nullable MapElement element) {
        if (!Objects.equals(element, pointed)) {
            pointed = element;
            pointedNanos = NOT_YET;
        }
    }

    /** What is traced; null when nothing is. */
    @Nullable
    MapElement traced() {
        return traced;
    }

    /** The path of that; null when nothing is traced. */
    @Nullable
    FlowPath path() {
        return path;
    }

    /** Whether the pointer has been at something for too short a time yet. */
    boolean isWaiting() {
        return pointed == null ? traced != null : !pointed.equals(traced);
    }

    /**
     * Moves on to a time.
     *
     * @return whether something else is to be traced from now on
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
     * Brings the path up to date.
     *
     * @param meant what the traced element stands for; empty when nothing is traced, or when it is gone
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
