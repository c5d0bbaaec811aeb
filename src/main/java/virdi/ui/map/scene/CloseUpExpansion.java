package virdi.ui.map.scene;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import virdi.model.ResourceId;
import virdi.ui.map.content.MapElement;
import virdi.ui.map.layout.BasinShape;
import virdi.ui.map.layout.LayoutScheduler;

/**
 * Has a small basin shown in full while somebody looks at it closely: what is near is told in streams. FX thread only.
 *
 * <p>It opens once a hand that enlarges it rests, so that nothing grows under a turning wheel, and gets its small form back
 * from farther away than where it opened: a gap, so that it does not flap.
 */
public final class CloseUpExpansion {
    static final long REST_NANOS = 180_000_000L;
    private static final double OPEN_FROM = 1.25;
    private static final double CLOSE_BELOW = 0.9;
    private static final long NOT_YET = Long.MIN_VALUE;

    private final LayoutScheduler layouts;
    private final Anchor anchor;
    private final Set<ResourceId> opened = new HashSet<>();
    private @Nullable ResourceId meant;
    private long sinceNanos = NOT_YET;

    CloseUpExpansion(LayoutScheduler layouts, Anchor anchor) {
        this.layouts = layouts;
        this.anchor = anchor;
    }

    /** Takes note that the picture was enlarged or made smaller about a point of the plane. */
    void zoomed(MapPicture picture, double x, double y, double zoom) {
        meant = zoom < OPEN_FROM ? null : picture.smallAt(x, y);
        sinceNanos = NOT_YET;
    }

    /** Whether a basin is about to open. */
    boolean isWaiting() {
        return meant != null;
    }

    /**
     * Opens what has come near, and closes what was left.
     *
     * @return whether there was something
     */
    boolean advance(double zoom, long nanos) {
        if (sinceNanos == NOT_YET) {
            sinceNanos = nanos;
        }
        boolean leaves = zoom < CLOSE_BELOW && leave();
        if (meant == null || nanos - sinceNanos < REST_NANOS) {
            return leaves;
        }
        open(meant);
        return true;
    }

    /** Shows a basin in full until it is left. */
    void open(ResourceId basin) {
        opened.add(basin);
        layouts.choose(basin, BasinShape.Form.FULL);
        anchor.prefer(new MapElement(basin, null, null));
        meant = null;
    }

    /**
     * Gives all that were opened the form that the layout has for them.
     *
     * @return whether there were any
     */
    boolean leave() {
        boolean some = !opened.isEmpty();
        opened.forEach(basin -> layouts.choose(basin, null));
        opened.clear();
        return some;
    }

    /** Takes note that somebody chose a basin's form: that is not this one's business any more. */
    void chosen(ResourceId basin) {
        opened.remove(basin);
    }
}
